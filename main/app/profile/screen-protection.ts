import type { Office } from '../../../shared/case-file.ts';
import type { ProfileTools } from './opening.ts';

/** Keeps the window out of pictures of the screen where the office wants it and the window can. */
export function protectScreen(
  { desktop, errorLog }: Pick<ProfileTools, 'desktop' | 'errorLog'>,
  { screenProtected }: Office,
): void {
  desktop
    .protectScreen?.(screenProtected)
    .catch((error: unknown) => void errorLog.report(error, 'process', 'protect-screen'));
}
