import type { Approval, Signature } from '../../../../shared/case-file.ts';
import { currentRound } from '../../../../shared/procedure/approvals.ts';
import type { ApprovalStep, SignatureRole } from '../../../../shared/template/template.ts';
import { holds } from '../../../../shared/template/conditions.ts';
import { chineseDay } from '../../../../shared/time/chinese-day.ts';
import { blank, dayToWrite } from '../blank.ts';
import { chineseMoment } from '../format.ts';
import type { FieldPlace } from '../field-place.ts';
import type { PaperJob } from '../job.ts';
import { signKey } from '../sign-places.ts';

/** The roles that sign this paper; a place that depends on a field is there only when the field says so. */
export const rolesOf = (job: PaperJob): SignatureRole[] =>
  job.template.signatures.filter(({ when }) => job.state === 'blank' || when === undefined || holds(when, job.values));

/** One signature as a sentence; refusing and being unable to sign are told with their reason (第十七条). */
export function signatureText(signature: Signature): string {
  const witness = signature.witness ? `，见证人：${signature.witness}` : '';
  const day = chineseDay(signature.at);
  const reason = signature.reason.replace(/[。；，.;\s]+$/, '');
  const who = `${signature.role}${signature.name && signature.name !== signature.role ? `（${signature.name}）` : ''}`;
  if (signature.mode === '拒签') return `${who}拒绝签名，理由：${reason}${witness}。${day}`;
  if (signature.mode === '不能签') return `${who}不能签名，原因：${reason}${witness}。${day}`;
  const mode = signature.mode === '签名' ? '' : `（${signature.mode}）`;
  return `${signature.name}${mode}　${day}`;
}

const isGiven = (signature: Signature): boolean => signature.mode !== '拒签' && signature.mode !== '不能签';

/** Characters of a label and the room for a name, so that places to sign under each other stand in line. */
const beforeDay = 13;
/** Room for a name where its label stands in another cell. */
const nameRoom = 7;

/** A line on which somebody has signed, or is to sign. */
interface SignatureLine {
  text: string;
  /** Where in the text the name and the day are written, while they are to be written. */
  places: FieldPlace[];
}

/** Room for a name and a day on one line. */
function placeToSign(label: string, key: string): SignatureLine {
  const rest = label === '' ? nameRoom : beforeDay - label.length;
  const name = blank(Math.max(3, rest));
  const between = rest < 3 ? '　' : '　　';
  const [from, day] = [label.length, label.length + name.length + between.length];
  return {
    text: `${label}${name}${between}${dayToWrite}`,
    places: [
      { key, as: 'signature', from, to: from + name.length },
      { key, as: 'day', from: day, to: day + dayToWrite.length },
    ],
  };
}

/** Lines of one role: every signature there is, and a place for each still to be written by hand. `inCell`: the label stands elsewhere. */
export function signatureLines(role: SignatureRole, signatures: Signature[], { inCell = false } = {}): SignatureLine[] {
  const theirs = signatures.filter((signature) => signature.role === role.role);
  const open = Math.max(0, role.count - theirs.length);
  return [
    ...theirs.map((signature) => ({
      text: `${isGiven(signature) && !inCell ? `${role.role}：` : ''}${signatureText(signature)}`,
      places: [],
    })),
    ...Array.from({ length: open }, (_, index) =>
      placeToSign(inCell ? '' : `${role.role}：`, signKey(role.role, theirs.length + index)),
    ),
  ];
}

/** What was said on a step since the paper last came back; earlier opinions stay on record but not on the paper. */
export const opinionsOf = (step: number, approvals: Approval[]): Approval[] =>
  currentRound(approvals).filter((approval) => approval.step === step);

/** The verdict stands before an opinion that does not say it itself. */
export function opinionText({ opinion, verdict }: Approval): string {
  const said = verdict === '同意' ? opinion.replaceAll('不同意', '') : opinion;
  return said.includes(verdict) ? opinion : `${verdict}。${opinion}`;
}

/** Places for opinions still to be written by hand under an approval heading. */
export const openOpinions = (step: ApprovalStep, given: number): string[] =>
  Array.from({ length: Math.max(0, step.people - given) }, () => `签名：${blank(6)}　　${dayToWrite}`);

/** 李敏（代张丽）: who gave an opinion, and for whom where somebody was away (请假). */
const signedBy = ({ name, standsInFor }: Approval): string =>
  standsInFor === undefined ? name : `${name}（代${standsInFor}）`;

/** Who gave an opinion and when; an opinion given in the program was signed with that person's key, and says so. */
export const opinionSignature = (approval: Approval): string =>
  approval.byKey === true
    ? `签名：${signedBy(approval)}　${chineseMoment(approval.at)}经本人密钥签署`
    : `签名：${signedBy(approval)}　　${chineseDay(approval.at)}`;
