import { useLayoutEffect, useState } from 'react';
import type { FormDrafts } from '../drafts/form-drafts.ts';
import { requiredContext } from '../../required-context.ts';

/** The text sizes (字号) and the base size of each in px; all measures of the page follow it. 两倍 is 200 % of 标准 (WCAG 1.4.4). */
export const textSizes = { 小: 14, 标准: 15, 大: 17, 特大: 19, 一倍半: 22.5, 两倍: 30 } as const;
export type TextSize = keyof typeof textSizes;
export const SIZES = Object.keys(textSizes) as TextSize[];

/** Light or dark, and what each asks of the style sheets; all colours of the theme have both. */
const schemes = { 跟随系统: 'light dark', 浅: 'light', 深: 'dark' } as const;
export type Theme = keyof typeof schemes;
export const THEMES = Object.keys(schemes) as Theme[];

/** How the page looks to one person. */
export interface Display {
  size: TextSize;
  chooseSize: (size: TextSize) => void;
  theme: Theme;
  chooseTheme: (theme: Theme) => void;
}

export const [DisplayContext, useDisplay] = requiredContext<Display>('DisplayContext');

type Kept = Pick<FormDrafts, 'read' | 'set'>;

/**
 * Puts text size and theme on the page. What a person chose is kept with the forms they have not saved, so main holds it, never the
 * browser. `recall` is to be called when somebody has come in; before, the page follows the system.
 */
export function useDisplayState(drafts: Kept): Display & { recall: () => void } {
  const [size, chooseSize, recallSize] = useChoice(drafts, 'text-size', SIZES, '标准');
  const [theme, chooseTheme, recallTheme] = useChoice(drafts, 'theme', THEMES, '跟随系统');
  // Before the first paint of what stands in them.
  useLayoutEffect(() => {
    const { style, dataset } = document.documentElement;
    style.fontSize = `${textSizes[size]}px`;
    style.colorScheme = schemes[theme];
    // Who needs large letters is not shown what moves.
    if (textSizes[size] >= textSizes.特大) dataset['calm'] = '';
    else delete dataset['calm'];
  }, [size, theme]);
  const recall = (): void => {
    recallSize();
    recallTheme();
  };
  return { size, chooseSize, theme, chooseTheme, recall };
}

/** One of a few words that is kept for the person. */
function useChoice<Word extends string>(drafts: Kept, key: string, words: readonly Word[], usual: Word) {
  const [word, setWord] = useState(usual);
  const choose = (next: Word): void => {
    drafts.set(key, next);
    setWord(next);
  };
  const recall = (): void => setWord(words.find((known) => known === drafts.read(key)) ?? usual);
  return [word, choose, recall] as const;
}
