import { type FeatureContext, hasRole } from '../context.ts';
import { partyTitles } from '../households/case-summaries.ts';
import { openable } from '../staff/access.ts';
import { type Line, lineOf } from './item.ts';

const MOST = 200;

interface Row {
  id: string;
  caseId: string;
  state: 'asked' | 'agreed';
  reason: string;
  askedBy: string;
  askedAt: string;
  number: string;
  causeName: string;
}

/** 补卷: what waits for who may agree, and, once agreed to, for who asked. */
export function supplementLines(context: FeatureContext): Line[] {
  const { operator } = context;
  const access = openable(operator);
  const rows = context.store.all<Row>(
    `select supplement.id, caseId, supplement.state, reason, askedBy, askedAt, number, causeName
     from supplement join case_record on case_record.id = supplement.caseId
     where ((supplement.state = 'asked' and @agrees and askedById <> @operatorId) or (supplement.state = 'agreed' and askedById = @operatorId))
       and ${access.sql} order by askedAt limit @most`,
    { agrees: hasRole(operator, '承办单位负责人', '法规科') ? 1 : 0, most: MOST, ...access.params },
  );
  const titleOf = partyTitles(
    context.store,
    rows.map(({ caseId }) => caseId),
  );
  return rows.map(({ id, caseId, state, reason, askedBy, askedAt, number, causeName }) =>
    lineOf({
      key: `supplement:${id}`,
      kind: 'filing',
      title: state === 'asked' ? `${askedBy}申请补卷：${reason}` : '补卷已同意：收进材料并成卷',
      verb: state === 'asked' ? '去答复' : '去补卷',
      go: { at: 'archive', caseId },
      caseId,
      party: titleOf(caseId),
      number,
      causeName,
      since: askedAt,
      undated: 'week',
    }),
  );
}
