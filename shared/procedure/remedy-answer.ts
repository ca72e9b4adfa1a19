import type { CaseFile, Paper } from '../case-file.ts';
import { paperIds } from '../template/paper-ids.ts';
import { textOf } from './paper-values.ts';

/** What an answer in 复议 or a suit says already, for the package that goes with it. */
export interface RemedyAnswer {
  kind: 'court' | 'reconsideration';
  receivedAt: string;
  simplified: boolean;
  recipient: string;
  caseNo: string;
  opponents: string[];
  /** The text of the answer; what is printed round it is left out. */
  text: string;
  agent: string;
}

const newestAnswer = ({ papers, linked }: Pick<CaseFile, 'papers' | 'linked'>): Paper | undefined => {
  const isAnswer = ({ templateId, status }: Paper): boolean =>
    status !== 'void' && (templateId === paperIds.litigationDefence || templateId === paperIds.reconsiderationAnswer);
  const later = linked.filter(({ stands }) => stands === 'later').flatMap((other) => other.papers);
  return papers.findLast(isAnswer) ?? later.findLast(isAnswer);
};

/** The newest answer of the case, else of one that is about its decision; null while there is none. */
export function remedyAnswerOf(file: Pick<CaseFile, 'papers' | 'linked'>): RemedyAnswer | null {
  const paper = newestAnswer(file);
  if (paper === undefined) return null;
  const text = (key: string): string => textOf(paper, key);
  const isSuit = paper.templateId === paperIds.litigationDefence;
  return {
    kind: isSuit ? 'court' : 'reconsideration',
    receivedAt: text('recvAt'),
    simplified: !isSuit && text('procedureKind') === '简易程序',
    recipient: text(isSuit ? 'court' : 'to'),
    caseNo: text('caseNo'),
    opponents: [text(isSuit ? 'plaintiff' : 'applicant'), text('thirdParty')].filter((name) => name !== ''),
    text: isSuit ? suitText(text) : answerText(text),
    agent: text('agents'),
  };
}

type TextOf = (key: string) => string;

const parts = (...lines: readonly (readonly [head: string, text: string])[]): string =>
  lines.flatMap(([head, text]) => (text === '' ? [] : [`${head}${text}`])).join('\n');

const suitText = (text: TextOf): string =>
  parts(
    ['答辩请求：', text('request')],
    ['一、作出决定的事实和证据。', text('facts')],
    ['二、办理程序。', text('procedure')],
    ['三、适用依据。', text('basis')],
    ['四、对起诉理由的答辩。', text('defence')],
  );

const answerText = (text: TextOf): string =>
  parts(
    ['一、事实和证据。', text('facts')],
    ['二、办理程序。', text('procedure')],
    ['三、适用依据。', text('basis')],
    ['四、对申请人请求和理由的答复。', text('reply')],
    ['综上，', text('request')],
  );
