import type { Office } from '../../../shared/case-file.ts';
import { isPostcode, postcodeProblem } from '../../../shared/identity/postcode.ts';

/** The office as somebody types it: nobody has said yet of which level it is. */
export type TypedOffice = Omit<Office, 'level'> & { level: Office['level'] | '' };
/** A sentence for each field that cannot be kept as it is. */
export type OfficeProblems = Partial<Record<'name' | 'code' | 'government' | 'courts' | 'level' | 'postcode', string>>;

/** Problems of the facts of the office by field: the bounds of the contract, said as sentences. */
export function officeProblems({ name, code, government, courts, level, postcode }: TypedOffice): OfficeProblems {
  return {
    ...(name.trim().length < 2 && { name: '请填写机关全称，与印章一致。' }),
    ...(code.trim() === '' && { code: '请填写本机关的机关代字；文号靠它区分机关。' }),
    ...(government.trim().length < 2 && {
      government: '请填写本级人民政府：不服本机关决定的，向它申请行政复议（行政复议法第二十四条）。',
    }),
    ...(courts.every((court) => court.trim().length < 2) && { courts: '请至少填写一个管辖法院，决定书要告知当事人。' }),
    ...(!isPostcode(postcode) && { postcode: postcodeProblem }),
    ...(level === '' && { level: '请选择机关级别：案卷满几年向国家档案馆移交由它定。' }),
  };
}

/** The office as it is kept: courts without the empty lines. Asked for once `officeProblems` finds nothing. */
export function officeDraft({ level, ...office }: TypedOffice): Office {
  if (level === '') throw new Error('nobody said of which level the office is');
  return { ...office, level, courts: office.courts.map((court) => court.trim()).filter((court) => court !== '') };
}
