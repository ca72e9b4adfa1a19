import { describe, it } from 'vitest';
import { addDays } from '../../../shared/time/moments.ts';
import { officeOfFile } from '../../support/office.ts';
import { OfficeDesk } from '../../support/walk/office-desk.ts';
import { walk, type Way } from '../../support/walk/walker.ts';
import { expectSound } from './expect-sound.ts';

const office = await officeOfFile('set-up', '李敏');

/** Each of the 15 procedures as it mostly goes, with what its clerk decides; all else is what the guide asks for. */
const ways: readonly Way[] = [
  { procedure: 'penalty.ordinary', wait: { 'approve-decision': 3 } },
  { procedure: 'penalty.summary' },
  {
    procedure: 'correction',
    write: { J18: { suggestion: '责令改正' }, J45: { closeType: '终结' } },
    wait: { 'check-correction': 10 },
  },
  { procedure: 'handling', write: { J18: { suggestion: '处理' }, J21: { noticeKind: '行政处理' } } },
  { procedure: 'inspection' },
  { procedure: 'permit' },
  { procedure: 'injury' },
  { procedure: 'benefit' },
  { procedure: 'reward' },
  {
    procedure: 'audit',
    write: { S01: ({ now }) => ({ organ: '辽源市社会保险事业管理局', at: addDays(now.slice(0, 10), 7) }) },
    wait: { audit: 7 },
  },
  { procedure: 'levy' },
  { procedure: 'coercion' },
  { procedure: 'enforcement', wait: { 'apply-to-court': 20 }, write: { J39: { performed: '全部履行' } } },
  { procedure: 'remedy.reconsideration' },
  { procedure: 'remedy.litigation' },
];

describe('a procedure walked by what the guide says, through the calls of the page', () => {
  it.each(ways)('$procedure', async (way) => {
    expectSound(await walk(new OfficeDesk(office), way));
  });
});
