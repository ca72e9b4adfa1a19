/** Kinds of files that are no text, of which the words alone can be shown and searched. */
const kinds: readonly string[] = ['application/ofd', 'application/msword'];

export const holdsWords = (mime: string): boolean => kinds.includes(mime);
