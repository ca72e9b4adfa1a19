import { useLayoutEffect, useState } from 'react';
import type { FormDrafts } from '../drafts/form-drafts.ts';
import { requiredContext } from '../../required-context.ts';

/** The text sizes (字号) and the base size of each in px; all measures of the page follow it. 两倍 is 200 % of 标准 (WCAG 1.4.4). */
export const textSizes = { 小: 14, 标准: 15, 大: 17, 特大: 19, 一倍半: 22.5, 两倍: 30 } as const;
export type TextSize = keyof typeof textSizes;
export const SIZES = Object.keys(textSizes) as TextSize[];

export interface TextSizeChoice {
  size: TextSize;
  choose: (size: TextSize) => void;
}

export const [TextSizeContext, useTextSize] = requiredContext<TextSizeChoice>('TextSizeContext');

const DRAFT_KEY = 'text-size';

/** Puts the text size on the page; what a person chose is kept with the forms they have not saved, so main holds it, never the browser. */
export function useTextSizeState(drafts: Pick<FormDrafts, 'read' | 'set'>): TextSizeChoice & { recall: () => void } {
  const [size, setSize] = useState<TextSize>('标准');
  // Before the first paint of what stands in this size.
  useLayoutEffect(() => {
    document.documentElement.style.fontSize = `${textSizes[size]}px`;
  }, [size]);
  const choose = (next: TextSize): void => {
    drafts.set(DRAFT_KEY, next);
    setSize(next);
  };
  /** To be called when somebody has come in. */
  const recall = (): void => setSize(SIZES.find((choice) => choice === drafts.read(DRAFT_KEY)) ?? '标准');
  return { size, choose, recall };
}
