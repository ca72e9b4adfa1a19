import type { CaseFile } from '../case-file.ts';
import type { EvidenceWanted } from '../causes/cause.ts';

export interface WantedEvidence extends EvidenceWanted {
  /** Title of the exhibit or paper that seems to be it; null while nothing in the file does. A person judges whether it proves it. */
  held: string | null;
}

/** 考勤记录、考勤表 and 考勤 are about one thing. */
const subjectOf = (name: string): string =>
  name.replace(/(?:有关)?(?:记录|凭证|材料|资料|证明文件|证明|文本|台账|文件|原件|复印件|照片|表|单|书)$/, '');

/** What the name is about, part by part: 劳动合同或者书面约定 → 劳动合同, 书面约定. */
const subjects = (name: string): string[] =>
  name
    .replace(/（[^）]*）/g, '')
    .split(/或者|和|、/)
    .map(subjectOf)
    .filter(({ length }) => length >= 2);

/** The evidence the 案由 asks for, with what of it the case seems to hold already. */
export function evidenceWanted({
  cause,
  exhibits,
  papers,
}: Pick<CaseFile, 'cause' | 'exhibits' | 'papers'>): WantedEvidence[] {
  const titles = [
    ...exhibits.filter(({ withdrawnReason }) => withdrawnReason === null).map(({ title }) => title),
    ...papers.filter(({ status }) => status === 'issued').map(({ name }) => name),
  ];
  return (cause?.evidence ?? []).map((wanted) => ({
    ...wanted,
    held: titles.find((title) => subjects(wanted.name).some((subject) => title.includes(subject))) ?? null,
  }));
}
