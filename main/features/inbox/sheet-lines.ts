import { dayOf, daysBetween } from '../../../shared/time/moments.ts';
import { type FeatureContext, todayOf } from '../context.ts';
import { papersOut } from '../tray/tray-list.ts';
import { maySee, waitingSheets } from '../tray/tray-rows.ts';
import { type Line, lineOf } from './item.ts';

/** Days after which a paper that was printed to be signed and is not back is asked after. */
const ASKED_AFTER_DAYS = 3;

/** What lies in 收件 and waits to be put away, and what of one's own was printed to be signed and has not come back. */
export function sheetLines(context: FeatureContext): { todo: Line[]; waiting: Line[] } {
  const sheets = waitingSheets(context).filter((sheet) => maySee(context, sheet)).length;
  const out = ownPapersOut(context);
  return {
    todo: [...(sheets === 0 ? [] : [receivedLine(sheets)]), ...out.filter(({ undated }) => undated === 'week')],
    waiting: out.filter(({ undated }) => undated === 'later'),
  };
}

const receivedLine = (sheets: number): Line =>
  lineOf({
    key: 'tray',
    kind: 'sheets',
    title: `归入收到的扫描件`,
    verb: '去收件',
    go: { at: 'tray' },
    why: '归入以后，签字件才算收进案件。',
    chip: `${sheets} 张`,
    undated: 'week',
  });

/** Whoever printed a paper has to see that it comes back. */
function ownPapersOut(context: FeatureContext): Line[] {
  const today = todayOf(context);
  return papersOut(context, { own: true }).map(
    ({ printId, paperId, caseId, paperName, partyName, number, printedAt }) => {
      const days = daysBetween(dayOf(printedAt), today);
      return lineOf({
        key: `print:${printId}`,
        kind: 'sheets',
        title: `收回签字件：${paperName}`,
        verb: '去收件',
        go: { at: 'tray' },
        caseId,
        party: partyName,
        number,
        paperId,
        since: printedAt,
        chip: days === 0 ? '今天印出' : `印出 ${days} 天`,
        undated: days >= ASKED_AFTER_DAYS ? 'week' : 'later',
      });
    },
  );
}
