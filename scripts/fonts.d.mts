/** Unpacks a WOFF 1.0 file to TrueType. */
export function woffToTtf(woff: Buffer): Buffer;
/** Fills `outDir` with the fonts the printer ships. */
export function makeFonts(outDir: string): void;
