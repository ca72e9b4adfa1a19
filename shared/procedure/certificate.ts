import type { Officer } from '../case-file.ts';

type CertificateFault = 'left' | 'none' | 'expired' | 'early';

/** Why this person may not act as an officer on `day` (`YYYY-MM-DD`); null when they may (第十八条). */
export function certificateFault({ active, certNo, certFrom, certTo }: Officer, day: string): CertificateFault | null {
  if (!active) return 'left';
  if (certNo === '') return 'none';
  if (certTo !== '' && certTo < day) return 'expired';
  return certFrom !== '' && certFrom > day ? 'early' : null;
}
