import type { Content } from 'pdfmake/interfaces';
import { isFilled } from '../../../../shared/template/conditions.ts';
import { fieldsOf, type Template } from '../../../../shared/template/template.ts';
import { blank, dayToWrite } from '../blank.ts';
import { chineseDay } from '../../../../shared/time/chinese-day.ts';
import type { PaperJob } from '../job.ts';
import type { Kit } from './kit.ts';

/** The organ in whose name the paper speaks: the one it states, else this office; room for it where it is another one still to be named. */
export function organOf({ template, values, office, state }: PaperJob): string {
  const stated = values['organ'];
  if (typeof stated === 'string' && isFilled(stated)) return stated;
  const field = fieldsOf(template).find(({ key }) => key === 'organ');
  return field && state !== 'issued' && !field.from?.includes('office.name') ? blank(12) : office.name;
}

/** Whose seals a paper carries when they are not the office's own; none where it seals the paper itself. */
export function othersSealing({ seal }: Template): string[] {
  if (seal?.kind === '提供单位章') return [seal.by ?? '提供单位'];
  if (seal?.kind === '申请人章') return [seal.by ?? '申请人'];
  return seal?.kind === '双方章' ? ['移交单位', '接收单位'] : [];
}

/** A paper the party writes to the office does not bear the office's name on top. */
export const isPartysOwn = (template: Template): boolean =>
  template.class === 'application' || template.seal?.kind === '申请人章';

/** The place of the office's seal under a form or list: its name and the day of the paper, which the seal covers. */
export function ownSeal(job: PaperJob, kit: Pick<Kit, 'set'>): Content[] {
  const { seal } = job.template;
  if (!seal || othersSealing(job.template).length > 0) return [];
  const sealer = seal.kind === '法制机构章' ? '法制审核机构' : organOf(job);
  const line = (text: string, top: number): Content =>
    kit.set(text, 'body', { alignment: 'right', margin: [0, top, 24, 0] });
  return [
    {
      stack: [line(`${sealer}（印章）`, 14), line(job.date ? chineseDay(job.date) : dayToWrite, 0)],
      unbreakable: true,
    },
  ];
}
