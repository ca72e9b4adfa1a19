import { join } from 'node:path';
import type { Field, Template } from '../../../../shared/template/template.ts';
import { createPlayer } from '../../../../main/sample/play.ts';
import { readSample, samplePassword } from '../../../../main/sample/sample.ts';
import { openWorkstation } from '../../../support/open-workstation.ts';
import { temporaryFolder } from '../../../support/profile.ts';

const resourcesDir = join(import.meta.dirname, '..', '..', '..', '..', 'resources');
const people = ['吴管理', '王建国', '李敏', '赵强'];

export type RegulationDesk = Awaited<ReturnType<typeof regulationDesk>>;

/** A fresh office with the sample's people and party; things are done `as` a person at a moment `YYYY-MM-DDTHH:mm`. */
export async function regulationDesk() {
  const folder = await temporaryFolder('regulation');
  let now = new Date();
  const { workstation, client } = await openWorkstation(folder.path, () => now);
  const sample = readSample(resourcesDir);
  const setClock = (moment: string): void => {
    now = new Date(`${moment}:00+08:00`);
  };
  await createPlayer(
    { workstation, client, resourcesDir, setClock, did: () => {} },
    { ...sample, people: sample.people.filter(({ name }) => people.includes(name)) },
  ).setUp();
  const officers = (await client.staff.list()).people;
  const as = async (name: string, moment: string): Promise<void> => {
    setClock(moment);
    await client.session.lock();
    await client.session.unlock({
      personId: officers.find((officer) => officer.name === name)?.personId ?? '',
      password: samplePassword,
    });
  };
  await as('李敏', '2026-03-02T08:40');
  const { householdId } = await client.households.create(sample.party);
  const officerIds = officers.filter(({ name }) => sample.case.officers.includes(name)).map(({ personId }) => personId);
  return {
    client,
    as,
    /** Registers a source; the case begins at this moment. */
    begin: () =>
      client.cases.begin({
        procedure: sample.case.procedure,
        householdId,
        causeName: sample.case.causeName,
        officerIds,
      }),
    /** The template as it would be edited: the edition saved last. */
    template: async (templateId: string): Promise<Template> => {
      const [newest] = await client.regulation.templateEditions({ templateId });
      if (!newest) throw new Error(`no template ${templateId}`);
      return structuredClone(newest.template);
    },
    preview: (template: Template) =>
      workstation.fetch(
        new Request('http://workstation/templates/preview', {
          method: 'POST',
          body: JSON.stringify({ template }),
          headers: { 'content-type': 'application/json' },
        }),
      ),
    [Symbol.asyncDispose]: async () => {
      await workstation.close();
      await folder.remove();
    },
  };
}

/** The field of a template, to be changed in place. */
export function fieldOf(template: Template, key: string): Field {
  const field = template.sections.flatMap((section) => section.fields).find((candidate) => candidate.key === key);
  if (!field) throw new Error(`${template.id} has no ${key}`);
  return field;
}
