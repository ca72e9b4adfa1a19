import type { Answer, CaseFile, Exhibit, Paper, PeriodChange, Volume } from '../../shared/case-file.ts';
import { type Desk, todayOf } from '../feature.ts';
import { notFound } from '../refused.ts';
import { listPeople } from '../staff/people.ts';
import { readOffice } from '../staff/settings.ts';
import type { CaseRow, HouseholdRow } from '../store/tables/cases.ts';
import type { ExhibitRow, PaperRow } from '../store/tables/papers.ts';
import { partyOf } from '../households/party.ts';

type Raw<T, Json extends keyof T, Flag extends keyof T = never> = Omit<T, Json | Flag> & Record<Json, string> & Record<Flag, number>;

export const paperOf = (row: Raw<PaperRow, 'values' | 'signatures' | 'approvals'>): Paper => ({
  id: row.id, caseId: row.caseId, templateId: row.templateId, templateVersion: row.templateVersion, name: row.name, version: row.version, status: row.status,
  number: row.number, values: JSON.parse(row.values) as Paper['values'], signatures: JSON.parse(row.signatures) as Paper['signatures'],
  approvals: JSON.parse(row.approvals) as Paper['approvals'], createdAt: row.createdAt, updatedAt: row.updatedAt, issuedAt: row.issuedAt,
  issuedBy: row.issuedBy, sha256: row.sha256, pages: row.pages, voidReason: row.voidReason,
});

export const exhibitOf = ({ thumbnail, ...row }: ExhibitRow): Exhibit => ({ ...row, hasThumbnail: thumbnail !== null });
const storedExhibit = (row: Raw<ExhibitRow, never, 'noticeSpoken'>): Exhibit => exhibitOf({ ...row, noticeSpoken: row.noticeSpoken === 1 });

/** The snapshot of one case that the page shows and the rules judge; reads inside a unit of work see its own changes. */
export function readCaseFile(desk: Pick<Desk, 'store' | 'now' | 'editions'>, caseId: string): CaseFile {
  const { store } = desk;
  const row = store.get<Raw<CaseRow, 'officerIds'>>('select * from case_record where id = ?', caseId);
  if (!row) throw notFound('case');
  const volume = store.get<Volume>(
    'select id, caseId, filedAt, filer, inspector, retention, archiveNo, items, pages, sha256 from volume where caseId = ? order by createdAt desc limit 1', caseId,
  );
  return {
    case: {
      id: row.id, number: row.number, procedure: row.procedure, causeName: row.causeName, state: row.state, unitId: row.unitId,
      officerIds: JSON.parse(row.officerIds) as string[], createdAt: row.createdAt, version: row.version,
    },
    parties: store.all<HouseholdRow>('select household.* from case_party join household on household.id = case_party.householdId where caseId = ? order by case_party.position', caseId).map(partyOf),
    papers: store.all<Raw<PaperRow, 'values' | 'signatures' | 'approvals'>>('select * from paper where caseId = ? order by createdAt, id', caseId).map(paperOf),
    exhibits: store.all<Raw<ExhibitRow, never, 'noticeSpoken'>>('select * from exhibit where caseId = ? order by importedAt, id', caseId).map(storedExhibit),
    officers: listPeople(store),
    office: readOffice(store),
    settings: desk.editions.rules(row.createdAt),
    periodChanges: store.all<PeriodChange>('select ruleId, kind, n, "from", "to", basis from period_change where caseId = ? order by createdAt', caseId),
    volume: volume ?? null,
    linked: [],
    answers: store.all<Answer>('select questionId, answer, note, "by", at from case_answer where caseId = ? order by at', caseId).filter(isLatest),
    today: todayOf(desk),
  };
}

/** Later answers to the same question take the place of earlier ones. */
const isLatest = (answer: Answer, at: number, all: Answer[]): boolean => !all.slice(at + 1).some((later) => later.questionId === answer.questionId);
