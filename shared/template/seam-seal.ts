import type { Template } from './template.ts';

/**
 * Whether the seal goes across the sheets of a paper (骑缝章) where it has several: what the office seals with its own seal, unless its template says
 * otherwise.
 */
export const hasSeamSeal = ({ seal, seamSeal }: Pick<Template, 'seal' | 'seamSeal'>): boolean =>
  seamSeal ?? (seal?.kind === '行政机关印章' && seal.by === undefined);
