// How much of what stands in the papers of the sample case a clerk has to type: what was carried over, drafted, chosen or picked by name is not.
import { join } from 'node:path';
import { createPlayer } from '../../main/sample/play.ts';
import { readSample } from '../../main/sample/sample.ts';
import { withRecordings } from '../../renderer/parts/fields/field-rows.ts';
import type { CaseFile, Paper } from '../../shared/case-file.ts';
import type { AuditEntry } from '../../shared/contract/cases.ts';
import { isSameName } from '../../shared/identity/person-name.ts';
import { choosablePeople } from '../../shared/procedure/case-people.ts';
import { countingFields } from '../../shared/template/conditions.ts';
import { picksPerson, valuesOfPerson } from '../../shared/template/person-ties.ts';
import { fieldsOf, type Field, type Template } from '../../shared/template/template.ts';
import type { FieldValue, RowValue, Values } from '../../shared/template/values.ts';
import { resourcesDir } from '../support/office-profile.ts';
import { openWorkstation } from '../support/open-workstation.ts';

interface Count {
  all: number;
  typed: number;
}

/** Characters of the papers of the sample case: how many there are and how many were typed, of each paper too. */
export async function benchTyped(dir: string): Promise<Record<string, unknown>> {
  const { file, templates, history } = await playedCase(dir);
  const papers = file.papers.map((paper) => ({ paper, ...countPaper(paper, { file, templates, history }) }));
  const total = (key: keyof Count): number => papers.reduce((sum, count) => sum + count[key], 0);
  return {
    papers: papers.length,
    characters: total('all'),
    typed: total('typed'),
    limitShare: 0.3,
    share: round(total('typed') / total('all')),
    ofEach: papers.map(({ paper, all, typed }) => `${paper.templateId} ${typed}/${all}`),
  };
}

const round = (share: number): number => Math.round(share * 1000) / 1000;

interface Played {
  file: CaseFile;
  templates: ReadonlyMap<string, Template>;
  history: AuditEntry[];
}

async function playedCase(dir: string): Promise<Played> {
  let now = new Date();
  const { workstation, client } = await openWorkstation(join(dir, 'profile'), () => now);
  const setClock = (moment: string): void => {
    now = new Date(`${moment}:00+08:00`);
  };
  try {
    const sample = readSample(resourcesDir);
    const player = createPlayer({ workstation, client, resourcesDir, did: () => undefined, setClock }, sample);
    await player.setUp();
    await player.begin();
    for (const act of sample.acts) await player.play(act);
    const caseId = player.caseId();
    const { file } = await client.cases.open({ caseId });
    const { templates } = await client.regulation.definitions();
    const history = await client.cases.history({ caseId, limit: 500 });
    return { file, templates: new Map(templates.map((template) => [template.id, template])), history };
  } finally {
    await workstation.close();
  }
}

function countPaper(paper: Paper, { file, templates, history }: Played): Count {
  const template = templates.get(paper.templateId);
  if (template === undefined) throw new Error(`no template ${paper.templateId}`);
  const fields = fieldsOf(template);
  const begun = history.find(({ verb, at }) => verb === '起草文书' && at === paper.createdAt);
  const given = { ...(begun?.detail['values'] as Values | undefined), ...registered(fields, file) };
  const known = { ...given, ...picked(paper, fields, { file, history }) };
  return countingFields(fields, paper.values)
    .map((field) => countField(field, paper.values[field.key], known[field.key]))
    .reduce((sum, count) => ({ all: sum.all + count.all, typed: sum.typed + count.typed }), { all: 0, typed: 0 });
}

/** What a button puts into the register of recordings (填入本案的音像资料). */
const registered = (fields: readonly Field[], { exhibits }: CaseFile): Values =>
  Object.fromEntries(
    fields
      .filter((field) => field.fields?.some(({ key }) => key === 'sha256') === true)
      .map((field) => [field.key, withRecordings(field, [], exhibits)]),
  );

/** What picking somebody by name fills, where the case knew them when the paper was begun. */
function picked(paper: Paper, fields: readonly Field[], { file, history }: Pick<Played, 'file' | 'history'>): Values {
  const before = history.filter(({ at, verb }) => verb === '出具文书' && at < paper.createdAt);
  const names = before.flatMap(({ detail }) => (detail['people'] as string[] | undefined) ?? []);
  const people = choosablePeople({ ...file, people: file.people.filter(({ name }) => names.includes(name)) });
  return Object.assign(
    {},
    ...fields.filter(picksPerson).map((field) => {
      const person = people.find(({ name }) => isSameName(name, String(paper.values[field.key] ?? '')));
      const day = paper.createdAt.slice(0, 10);
      return person === undefined ? {} : valuesOfPerson({ fields, field, day }, person, () => null);
    }),
  ) as Values;
}

const typedTypes: readonly Field['type'][] = ['text', 'longText', 'date', 'dateTime', 'number', 'money'];

/** A text that was changed from what was given counts by what stands between its untouched beginning and end. */
function countField(field: Field, value: FieldValue | undefined, given: FieldValue | undefined): Count {
  if (field.type === 'rows') {
    const rows = rowsIn(value).map((row, index) => ({ row, before: rowsIn(given)[index] ?? {} }));
    const cells = rows.flatMap(({ row, before }) =>
      (field.fields ?? []).map((column) => countField(column, row[column.key], before[column.key])),
    );
    return cells.reduce((sum, cell) => ({ all: sum.all + cell.all, typed: sum.typed + cell.typed }), {
      all: 0,
      typed: 0,
    });
  }
  if (!typedTypes.includes(field.type) || value === undefined || value === null) return { all: 0, typed: 0 };
  const after = [...String(value)];
  const before = [...String(given ?? '')];
  return { all: after.length, typed: changedBetween(after, before) };
}

const rowsIn = (value: FieldValue | undefined): RowValue[] =>
  Array.isArray(value) ? value.filter((row): row is RowValue => typeof row === 'object') : [];

function changedBetween(after: readonly string[], before: readonly string[]): number {
  const most = Math.min(after.length, before.length);
  let head = 0;
  while (head < most && after[head] === before[head]) head += 1;
  let tail = 0;
  while (tail < most - head && after.at(-1 - tail) === before.at(-1 - tail)) tail += 1;
  return after.length - head - tail;
}
