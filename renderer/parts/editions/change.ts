/** One thing that is different between two editions of what 法规科 keeps. */
export interface Change {
  where: string;
  before: string;
  after: string;
}
