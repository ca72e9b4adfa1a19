import type { CaseFile } from '../../shared/case-file.ts';
import { actAs, personIdOf, type Run } from './run.ts';
import { samplePassword } from './sample.ts';

/** The first start of the sample office, and its people. */
export async function setUpOffice(run: Run): Promise<void> {
  const { client, sample } = run;
  const [first, ...others] = sample.people;
  if (!first) throw new Error('the sample has nobody');
  run.setClock('2026-03-01T08:30');
  await client.session.setUp({ office: sample.office, units: sample.units, person: first, password: samplePassword });
  const { units } = await client.staff.list();
  for (const { unit, ...person } of others) {
    // From the first 法规科 or 分管领导 on, somebody of them agrees to every new person.
    const { people } = await client.staff.list();
    const second = people.find(({ roles }) => roles.some((role) => role === '法规科' || role === '分管领导'));
    const confirmedBy = second === undefined ? null : { personId: second.personId, password: samplePassword };
    const unitId = units.find(({ name }) => name === unit)?.id ?? null;
    await client.staff.add({ ...person, unitId, password: samplePassword, confirmedBy });
  }
  run.people = (await client.staff.list()).people;
  run.operator = first.name;
  run.did(`建立单位档案：${sample.office.name}，${run.people.length}人`);
}

/** Registers the source of the sample case. */
export async function beginSampleCase(run: Run): Promise<CaseFile> {
  const { client, sample } = run;
  await actAs(run, '李敏', '2026-03-02T09:25');
  const { householdId } = await client.households.create(sample.party);
  const { procedure, causeName, officers } = sample.case;
  const officerIds = officers.map((name) => personIdOf(run, name));
  const file = await client.cases.begin({ procedure, causeName, householdId, officerIds });
  run.caseId = file.case.id;
  run.did(`登记办件：${sample.party.name}`);
  return file;
}
