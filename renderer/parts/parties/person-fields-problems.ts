import type { Role } from '../../../shared/template/template.ts';

export interface PersonFieldsValue {
  name: string;
  roles: Role[];
  certNo: string;
  certFrom: string;
  certTo: string;
}

/** What is wrong with the 执法证 of a person, as a sentence; null when nothing is. Main asks for the same. */
export function certificateProblem({
  certNo,
  certFrom,
  certTo,
}: Pick<PersonFieldsValue, 'certNo' | 'certFrom' | 'certTo'>): string | null {
  if (certNo.trim() === '') return certFrom === '' && certTo === '' ? null : '填了有效期就要填执法证号。';
  if (certFrom === '' || certTo === '') return '填了执法证号就要填有效期的起止日期。';
  return certTo < certFrom ? '执法证的截止日期早于开始日期，请核对证件。' : null;
}

export type CertificateState = 'none' | 'valid' | 'soon' | 'expired';

/** How a certificate stands on `today`; `soon` is the last 30 days, in which a new one should be asked for (第十八条). */
export function certificateState(
  { certNo, certTo }: Pick<PersonFieldsValue, 'certNo' | 'certTo'>,
  today: string,
): CertificateState {
  if (certNo === '') return 'none';
  if (certTo < today) return 'expired';
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + 30 * 86_400_000).toISOString().slice(0, 10);
  return certTo <= soon ? 'soon' : 'valid';
}
