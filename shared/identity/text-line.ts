/** A line of text as it was read from a picture: its characters, how sure the reader is of them (0–1), and where it stands, in pixels of the picture. */
export interface TextLine {
  text: string;
  score: number;
  x: number;
  y: number;
  width: number;
  height: number;
}
