import type { Paper } from '../../case-file.ts';
import { textOf } from '../../procedure/paper-values.ts';
import { paperIds } from '../../template/paper-ids.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import { nothing } from './faults.ts';

const overturning = ['变更', '撤销', '部分撤销', '确认违法', '确认无效'];

/** A decision in 复议 counts as it comes; a judgment once it is in force. */
const counts = (paper: Paper): boolean =>
  paper.status === 'issued' &&
  paper.templateId === paperIds.incomingLetterRegister &&
  textOf(paper, 'result') !== '' &&
  (textOf(paper, 'kind') === '行政复议决定书' || textOf(paper, 'effectiveAt') !== '');

/** What the last of the bodies that judged the decision of this case left of it; it was registered (来文登记) in the case that defended it. */
const overturned = ({ file }: Judgement): Fault[] => {
  const last = file.linked
    .filter(({ stands }) => stands === 'later')
    .flatMap(({ papers }) => papers.filter(counts))
    .toSorted((a, b) => textOf(a, 'receivedAt').localeCompare(textOf(b, 'receivedAt')))
    .at(-1);
  if (last === undefined || !overturning.includes(textOf(last, 'result'))) return [];
  const number = textOf(last, 'docNo');
  const by = `${textOf(last, 'sender')}的${textOf(last, 'kind')}${number === '' ? '' : `（${number}）`}`;
  const again = textOf(last, 'remake') === '责令重新作出' ? '，并责令重新作出' : '';
  const part = textOf(last, 'annulledPart').replace(/。$/, '');
  const what = part === '' ? '' : `（${part}）`;
  return [{ sentence: `本案的决定已被${by}${textOf(last, 'result')}${what}${again}。` }];
};

export const remedyChecks: Check[] = [
  {
    id: 'E04',
    title: '决定没有被变更、撤销、确认违法或者无效',
    severity: 'err',
    article: 41,
    basis: '行政复议法第六十三条至第六十七条；行政诉讼法第七十条、第七十四条、第七十五条、第七十七条',
    blocks: nothing,
    judge: overturned,
  },
];
