import { randomUUID } from 'node:crypto';
import { CaseFile, Exhibit, Paper } from '../../../shared/case-file.ts';
import { periodsOf } from '../../../shared/periods/periods.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import { calendar, rules } from './data.ts';

const caseId = randomUUID();

/** An issued paper; `issuedAt` is a day or moment, null for a draft. */
export function paper(
  templateId: string,
  issuedAt: string | null,
  values: Paper['values'] = {},
  changes: Partial<Paper> = {},
): Paper {
  return Paper.parse({
    id: randomUUID(),
    caseId,
    partyId: null,
    templateId,
    templateVersion: 1,
    name: templateId,
    version: 1,
    status: issuedAt === null ? 'draft' : 'issued',
    number: null,
    values,
    signatures: [],
    approvals: [],
    createdAt: '2026-03-01T08:00:00+08:00',
    updatedAt: '2026-03-01T08:00:00+08:00',
    issuedAt,
    issuedBy: null,
    sha256: null,
    pages: null,
    voidReason: null,
    ...changes,
  });
}

/** The 送达回证 of papers, served directly on a day. */
export const receipt = (documents: Paper[], servedAt: string, values: Paper['values'] = {}): Paper =>
  paper('J40', servedAt, { mode: '直接', servedAt, documents: documents.map((served) => served.id), ...values });

export function recording(endAt: string, importedAt: string, changes: Partial<Exhibit> = {}): Exhibit {
  return Exhibit.parse({
    id: randomUUID(),
    caseId,
    title: '询问录像',
    kind: '视听资料',
    startAt: '',
    endAt,
    fileName: 'a.webm',
    mime: 'video/webm',
    bytes: 1,
    sha256: '',
    sm3: '',
    importedAt,
    importedBy: '',
    hasThumbnail: false,
    damage: null,
    withdrawnReason: null,
    fromCaseId: null,
    fromId: null,
    supplementId: null,
    ...changes,
  });
}

export function caseFile(today: string, changes: Partial<CaseFile> = {}): CaseFile {
  return CaseFile.parse({
    case: {
      id: caseId,
      number: '监立〔2026〕第001号',
      procedure: 'penalty.ordinary',
      causeName: '涉嫌拖欠劳动者工资',
      state: 'open',
      unitId: null,
      officerIds: [],
      createdAt: '2026-03-02T08:00:00+08:00',
      version: 1,
    },
    parties: [],
    papers: [],
    exhibits: [],
    officers: [],
    periodChanges: [],
    volume: null,
    // So that both clocks of a penalty run; the usual choice has examples of its own.
    settings: { penaltyTerm: '九十日' },
    office: { name: '某市人力资源和社会保障局', code: '某人社', government: '某市人民政府', courts: ['某市人民法院'] },
    today,
    ...changes,
  });
}

/** The periods of a case by the shipped rules, or by others. */
export const periods = (file: CaseFile, ruleId?: string, by = rules): Period[] =>
  periodsOf(file, by, calendar).filter((item) => ruleId === undefined || item.ruleId === ruleId);

/** The only period of a rule in a case. */
export function period(file: CaseFile, ruleId: string, by = rules): Period {
  const [found, ...more] = periods(file, ruleId, by);
  if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} periods of ${ruleId}`);
  return found;
}
