import { createContext, useContext, useEffect, useState } from 'react';

/** The four text sizes (字号) and the base size of each in px; all measures of the page follow it. */
export const textSizes = { 小: 14, 标准: 15, 大: 17, 特大: 19 } as const;
export type TextSize = keyof typeof textSizes;

export interface TextSizeChoice {
  size: TextSize;
  choose: (size: TextSize) => void;
}

export const TextSizeContext = createContext<TextSizeChoice | null>(null);

/** The text size of the running program and how to choose another. */
export function useTextSize(): TextSizeChoice {
  const choice = useContext(TextSizeContext);
  if (choice === null) throw new Error('TextSizeContext is missing above this part');
  return choice;
}

/** Holds the text size while the program runs (nothing is kept in the browser) and puts it on the page. */
export function useTextSizeState(): TextSizeChoice {
  const [size, choose] = useState<TextSize>('标准');
  useEffect(() => {
    document.documentElement.style.fontSize = `${textSizes[size]}px`;
  }, [size]);
  return { size, choose };
}
