// Apart from the code that throws them: whoever catches them need not load a PDF library.

/** No font has these characters; printing them would make them vanish, so nothing is printed. */
export class MissingGlyph extends Error {
  readonly characters: string[];
  constructor(characters: string[]) {
    super(
      `No font has ${characters.map((character) => `${character} (U+${character.codePointAt(0)?.toString(16).toUpperCase()})`).join(', ')}`,
    );
    this.name = 'MissingGlyph';
    this.characters = characters;
  }
}

/** An item of a dossier that cannot become pages, by its title. */
export class UnreadableItem extends Error {
  readonly title: string;
  readonly why: 'encrypted' | 'damaged' | 'empty' | 'type' | 'too-long';
  constructor(title: string, why: UnreadableItem['why'], cause?: unknown) {
    super(`Cannot read “${title}”: ${why}`, { cause });
    this.name = 'UnreadableItem';
    this.title = title;
    this.why = why;
  }
}

/** The person stopped the job. */
export class PrintStopped extends Error {
  constructor() {
    super('Stopped');
    this.name = 'PrintStopped';
  }
}
