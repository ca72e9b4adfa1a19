import type { OfficeContext } from '../../features/context.ts';
import { readOffice } from '../../features/staff/settings.ts';
import type { ProfileTools } from './opening.ts';

/** Prints the recovery letter (恢复信) once; resolves with the ticket of the one-time PDF. */
export async function printRecoveryLetter(
  { printer, oneTimePdfs, now }: Pick<ProfileTools, 'printer' | 'oneTimePdfs' | 'now'>,
  { store, operator }: OfficeContext,
  code: string,
): Promise<string> {
  const { pdf } = await printer.recoveryLetter({
    code,
    office: readOffice(store).name,
    madeAt: now().toISOString(),
    madeBy: operator.name,
  });
  return oneTimePdfs.keep(pdf, '恢复信');
}
