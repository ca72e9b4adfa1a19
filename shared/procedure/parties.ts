import type { CaseFile, LinkedCase, Paper } from '../case-file.ts';
import type { Party } from '../identity/party.ts';

/**
 * Several parties (多个当事人) in one case. A paper for one of them carries their `partyId`; one without concerns the whole case. Rules
 * that hold for each party are asked of each party's view of the case, in which there is nobody else, so that no rule has to count.
 */

const views = new WeakMap<CaseFile, readonly CaseFile[]>();
const wholes = new WeakMap<CaseFile, CaseFile>();

/** Whether anybody but one party ever stood in this case, so that papers must be told apart. */
const isShared = ({ parties, formerParties }: CaseFile): boolean => parties.length > 1 || formerParties.length > 0;

const narrowed = (file: CaseFile, party: Party): CaseFile => ({
  ...file,
  parties: [party],
  formerParties: [],
  papers: file.papers.filter(({ partyId }) => partyId === null || partyId === party.householdId),
});

/** The case as it stands for each of its parties: their own papers and those of the whole case. Where there is one party, the case itself. */
export function viewsOf(file: CaseFile): readonly CaseFile[] {
  const known = views.get(file);
  if (known !== undefined) return known;
  const made = isShared(file) && file.parties.length > 0 ? file.parties.map((party) => narrowed(file, party)) : [file];
  views.set(file, made);
  return made;
}

/** The case without the papers of those who are no longer parties; they stay on file, but nothing is asked of them any more. */
export function standingOf(file: CaseFile): CaseFile {
  if (file.formerParties.length === 0) return file;
  const known = wholes.get(file);
  if (known !== undefined) return known;
  const gone = new Set(file.formerParties.map((party) => party.householdId));
  const made: CaseFile = {
    ...file,
    formerParties: [],
    papers: file.papers.filter(({ partyId }) => partyId === null || !gone.has(partyId)),
  };
  wholes.set(file, made);
  return made;
}

/** The case as a paper sees it: that of its party, also of one who has left since, or the whole of it. */
export function viewFor(file: CaseFile, partyId: string | null): CaseFile {
  const former = file.formerParties.find(({ householdId }) => householdId === partyId);
  if (former !== undefined) return narrowed(file, former);
  return viewsOf(file).find((view) => view.parties[0]?.householdId === partyId) ?? standingOf(file);
}

/** The papers of a linked case that concern this one, or this party's view of it: not those made out to others. */
export function papersConcerning({ parties }: Pick<CaseFile, 'parties'>, { papers }: LinkedCase): Paper[] {
  const own = new Set(parties.map(({ householdId }) => householdId));
  return papers.filter(({ partyId }) => partyId === null || own.has(partyId));
}

/** The name of a party where it must be said whose a thing is: '' in a case with one party, and for the whole case. */
export function partyNamed(file: CaseFile, partyId: string | null | undefined): string {
  if (!isShared(file) || partyId === null || partyId === undefined) return '';
  return [...file.parties, ...file.formerParties].find((party) => party.householdId === partyId)?.name ?? '';
}

interface Said {
  sentence: string;
  paperId?: string;
  templateId?: string;
  field?: string;
  partyId?: string;
}

/** 「甲公司：……」, where a case has several parties and the sentence is about one of them. */
export function withName<T extends Said>(file: CaseFile, said: T): T {
  if (!isShared(file)) return said;
  const paper: Paper | undefined =
    said.partyId === undefined && said.paperId !== undefined
      ? file.papers.find((candidate) => candidate.id === said.paperId)
      : undefined;
  const partyId = said.partyId ?? paper?.partyId;
  const name = partyNamed(file, partyId);
  return name === '' ? said : { ...said, sentence: `${name}：${said.sentence}`, partyId: partyId ?? undefined };
}

const keyOf = ({ sentence, paperId, templateId, field, partyId }: Said): string =>
  JSON.stringify([sentence, paperId, templateId, field, partyId]);

/** What is found in each party's view, with the party's name; what is the same for all of them is said once and without. */
export function forEachParty<T extends Said>(file: CaseFile, find: (view: CaseFile) => T[]): T[] {
  const all = viewsOf(file);
  const [only] = all;
  if (all.length === 1 && only !== undefined) return find(only).map((said) => withName(file, said));
  const found = all.map((view) => ({ partyId: view.parties[0]?.householdId, said: find(view) }));
  const counts = new Map<string, number>();
  for (const sentence of found.flatMap(({ said }) => said))
    counts.set(keyOf(sentence), (counts.get(keyOf(sentence)) ?? 0) + 1);
  return found.flatMap(({ partyId, said }, index) =>
    said.flatMap((sentence) => {
      const common = counts.get(keyOf(sentence)) === all.length;
      if (common) return index === 0 ? [withName(file, sentence)] : [];
      return [withName(file, { ...sentence, partyId: sentence.partyId ?? partyId })];
    }),
  );
}

/** The name of a paper in a list of papers, with whose it is where there are several parties: 「事先告知书（甲公司）」. */
export function paperTitle(file: CaseFile, { name, partyId }: Pick<Paper, 'name' | 'partyId'>): string {
  const whose = partyNamed(file, partyId);
  return whose === '' ? name : `${name}（${whose}）`;
}

/** 「甲公司等2名当事人」: how a case is called by those it is about. */
export const partiesTitle = (names: readonly string[]): string =>
  names.length > 1 ? `${names[0]}等${names.length}名当事人` : (names[0] ?? '');
