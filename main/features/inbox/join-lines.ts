import { paperIds } from '../../../shared/template/paper-ids.ts';
import type { FeatureContext } from '../context.ts';
import { partyTitles } from '../households/case-summaries.ts';
import { type Line, lineOf } from './item.ts';

interface Row {
  id: string;
  caseId: string;
  matter: '并案' | '分案';
  issuedAt: string;
  number: string;
  causeName: string;
}

/** 并案 and 分案 that were approved in a case of this person and not done yet. */
export function joinLines({ store, operator }: FeatureContext): Line[] {
  const rows = store.all<Row>(
    `select paper.id, paper.caseId, paper."values" ->> '$.matter' as matter, paper.issuedAt, case_record.number, causeName
     from running_case mine join paper on paper.caseId = mine.caseId join case_record on case_record.id = mine.caseId
     where mine.personId = ? and templateId = ? and status = 'issued' and matter in ('并案', '分案')
       and not exists (select 1 from case_join where "intoId" = mine.caseId and (case_join."paperId" = paper.id or "undonePaperId" = paper.id))
     order by paper.issuedAt`,
    operator.personId,
    paperIds.caseMatterApproval,
  );
  const titleOf = partyTitles(
    store,
    rows.map(({ caseId }) => caseId),
  );
  return rows.map(({ id, caseId, matter, issuedAt, number, causeName }) =>
    lineOf({
      key: `join:${id}`,
      kind: 'join',
      title: matter === '并案' ? '并案已经批准：把另一件并入本案' : '分案已经批准：把并入的案件分出去',
      verb: matter === '并案' ? '去并案' : '去分案',
      go: { at: 'case', caseId, join: matter === '并案' ? 'join' : 'part' },
      caseId,
      party: titleOf(caseId),
      number,
      causeName,
      since: issuedAt,
      undated: 'week',
    }),
  );
}
