import type { Paper } from '../../../shared/case-file.ts';
import { countingFields, isFilled, isRequired } from '../../../shared/template/conditions.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import type { Template } from '../../../shared/template/template.ts';

/** Something that proves a route of service, with the fields of the 送达回证 that hold it. */
interface Proof {
  words: string;
  fields: readonly string[];
}

/** One of the seven ways to serve a paper. */
export interface ServiceRoute {
  mode: string;
  /** When it is lawful, in one sentence. */
  lawful: string;
  /** Article of the regulation; null where it names none and the statute alone governs. */
  article: number | null;
  basis: string;
  proofs: readonly Proof[];
  /** The receiver may refuse to take it: then it goes on as 留置送达. */
  mayBeRefused: boolean;
}

const civil = '民事诉讼法';

/** The routes in the order in which they are tried (第三十条至第三十四条). */
export const serviceRoutes: readonly ServiceRoute[] = [
  {
    mode: '直接',
    article: 30,
    basis: `${civil}第八十八条`,
    mayBeRefused: true,
    lawful: '先用这一种：当面交给本人，或者法定代表人、负责收件的人、同住成年家属、代理人签收。',
    proofs: [
      { words: '签收人及其与受送达人的关系', fields: ['signerName', 'signerRelation'] },
      { words: '收到日期', fields: ['servedAt'] },
      { words: '条件许可时拍照或者录像', fields: ['avRefs'] },
    ],
  },
  {
    mode: '留置',
    article: 31,
    basis: `${civil}第八十九条`,
    mayBeRefused: false,
    lawful: '受送达人或者同住成年家属拒绝签收时用；可以请见证人到场，也可以把文书留在住所，都要拍照或者录像。',
    proofs: [
      { words: '拒收事由和日期', fields: ['refuseReason', 'refusedAt'] },
      { words: '见证人签名，或者文书留在住所', fields: ['witnessName', 'leftAtResidence'] },
      { words: '镜头前录清文书内容、留置原因、地点、在场人员', fields: ['avShots'] },
      { words: '送达全过程的照片或者录像', fields: ['avRefs'] },
    ],
  },
  {
    mode: '委托',
    article: 32,
    basis: `${civil}第九十一条`,
    mayBeRefused: true,
    lawful: '直接送达有困难，请受送达人所在地的机关代为送达时用。',
    proofs: [
      { words: '受托机关和委托原因', fields: ['entrustedTo', 'entrustReason'] },
      { words: '签收人和签收日期', fields: ['signerName', 'signerRelation', 'signedAt'] },
    ],
  },
  {
    mode: '转交',
    article: 32,
    basis: `${civil}第九十二条至第九十四条`,
    mayBeRefused: true,
    lawful: '受送达人是军人，或者被监禁、被采取强制性教育措施，由所在单位转交时用。',
    proofs: [
      { words: '转交单位和转交原因', fields: ['transferVia', 'transferReason'] },
      { words: '签收人和签收日期', fields: ['signerName', 'signerRelation', 'signedAt'] },
    ],
  },
  {
    mode: '邮寄',
    article: 33,
    basis: `${civil}第九十一条`,
    mayBeRefused: false,
    lawful: '直接送达有困难时用；只能用挂号信或者特快专递。',
    proofs: [
      { words: '挂号信或者特快专递的邮件号码和交邮日期', fields: ['mailType', 'mailNo', 'mailSentAt'] },
      { words: '邮件清单写明文书名称和文号', fields: ['mailListed'] },
      { words: '邮寄登记、付邮凭证、回执', fields: ['mailRegister', 'mailProof', 'mailReceipt'] },
    ],
  },
  {
    mode: '公告',
    article: 34,
    basis: `${civil}第九十五条`,
    mayBeRefused: false,
    lawful: '最后才用：受送达人下落不明，或者其他方式都无法送达；发出公告之日起经过30日视为送达。',
    proofs: [
      { words: '已用过的方式和无法送达的经过', fields: ['triedModes', 'triedProof'] },
      { words: '公告载体、日期和视为送达日期', fields: ['media', 'mediaName', 'publishedAt', 'effectiveAt'] },
      { words: '张贴过程的照片或者录像', fields: ['avRefs'] },
    ],
  },
  {
    mode: '电子',
    article: null,
    basis: `行政处罚法第六十一条、${civil}第九十条`,
    mayBeRefused: false,
    lawful: '当事人同意并签了确认书时用，须能确认对方收悉。',
    proofs: [
      { words: '当事人同意的送达地址确认书', fields: ['consentRef'] },
      { words: '送达途径和到达对方系统的时间', fields: ['channel', 'arrivedAt'] },
    ],
  },
];

export interface ProofState {
  words: string;
  state: 'done' | 'missing' | 'optional';
  /** The field to go to for it. */
  field: string;
}

/** How far the chosen route is proved by what the receipt holds; proofs it does not ask for here (a poster where none was put up) are left out. */
export function proofsOf(route: ServiceRoute, template: Template, paper: Pick<Paper, 'values'>): ProofState[] {
  const counting = countingFields(fieldsOf(template), paper.values);
  return route.proofs.flatMap(({ words, fields }) => {
    const proving = counting.filter((field) => fields.includes(field.key));
    const open = proving.find((field) => isRequired(field, paper.values) && !isFilled(paper.values[field.key]));
    const hasSome = proving.some((field) => isFilled(paper.values[field.key]));
    const [first] = proving;
    if (first === undefined) return [];
    return [
      {
        words,
        state: open !== undefined ? ('missing' as const) : hasSome ? ('done' as const) : ('optional' as const),
        field: (open ?? first).key,
      },
    ];
  });
}
