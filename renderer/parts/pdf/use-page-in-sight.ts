import { useCallback, useEffect, useState, type RefObject } from 'react';

const sheetsIn = (place: HTMLElement): HTMLElement[] => [...place.querySelectorAll<HTMLElement>('[role=img]')];

/** The page whose middle is nearest to the middle of the place, from 0, and the way to another one. */
export function usePageInSight(place: RefObject<HTMLElement | null>): {
  inSight: number;
  goTo: (page: number) => void;
} {
  const [inSight, setInSight] = useState(0);
  useEffect(() => {
    const scrolled = place.current;
    if (scrolled === null) return undefined;
    const look = (): void => {
      const { top } = scrolled.getBoundingClientRect();
      const middle = top + scrolled.clientHeight / 2;
      const sheets = sheetsIn(scrolled).map((sheet) => sheet.getBoundingClientRect());
      const index = sheets.findIndex(({ bottom }) => bottom >= middle);
      setInSight(index < 0 ? Math.max(0, sheets.length - 1) : index);
    };
    scrolled.addEventListener('scroll', look, { passive: true });
    return () => scrolled.removeEventListener('scroll', look);
  }, [place]);
  const goTo = useCallback(
    (page: number) => {
      if (place.current !== null) sheetsIn(place.current)[page]?.scrollIntoView({ block: 'start' });
    },
    [place],
  );
  return { inSight, goTo };
}
