import { v7 as newId } from 'uuid';
import type { Office, RuleSettings } from '../../../shared/case-file.ts';
import type { KeyChangeDue } from '../../../shared/contract/key-change.ts';
import type { Unit } from '../../../shared/contract/staff.ts';
import { type OfficeContext, nowOf, emitChanged } from '../context.ts';
import { notFound } from '../../platform/refusal-error.ts';
import type { AreaRouter, Implementer } from '../implementer.ts';
import { unitTable } from '../../platform/store/tables/staff.ts';
import { setAbsence } from './absence.ts';
import { createPeople, type StaffKeys } from './people.ts';
import { readOffice, writeOffice } from './settings.ts';
import { listUnits } from './units.ts';

/** Told to everybody: who has to log in first should know it. */
async function keyChangeDue({ keyring, keys }: StaffKeys): Promise<KeyChangeDue | null> {
  const { since, people, letter } = await keyring.keyChange(keys);
  return since === null ? null : { since, people, letter };
}

/**
 * People, units, the office and the rule settings (人员、科室、机关信息、规则设置).
 * @param rules the rule settings of today
 * @param onOffice called with the facts of the office when they were changed
 */
export function staffRouter(
  os: Implementer['staff'],
  context: OfficeContext,
  keys: StaffKeys,
  { rules, onOffice }: { rules: () => RuleSettings; onOffice: (office: Office) => void },
) {
  const { store, audit } = context;
  const people = createPeople(context, keys);

  async function setOffice(value: Office): Promise<Office> {
    await store.unit.run(async (tx) => {
      const before = readOffice(store);
      await writeOffice(tx, value, nowOf(context));
      audit.append({ verb: '修改设置', what: '机关信息', detail: { before, after: value } });
    });
    onOffice(value);
    emitChanged(context, ['staff', 'cases']);
    return value;
  }

  return {
    list: os.list.handler(async () => ({
      people: people.list(),
      units: listUnits(store),
      keyChange: await keyChangeDue(keys),
    })),
    add: os.add.handler(({ input }) => people.add(input)),
    update: os.update.handler(({ input }) => people.update(input)),
    setAbsence: os.setAbsence.handler(({ input }) => setAbsence(context, input)),
    setPassword: os.setPassword.handler(({ input }) => people.setPassword(input)),
    addUnit: os.addUnit.handler(async ({ input }) => {
      const unit: Unit = { id: newId(), ...input, active: true };
      await store.unit.run(async (tx) => {
        await tx.insert(unitTable, unit);
        audit.append({ verb: '登记科室', what: unit.name, subjectId: unit.id, detail: { ...unit } });
      });
      emitChanged(context, ['staff']);
      return unit;
    }),
    updateUnit: os.updateUnit.handler(async ({ input }) => {
      await store.unit.run(async (tx) => {
        const before = await tx.findOneBy(unitTable, { id: input.id });
        if (!before) throw notFound('unit');
        await tx.update(unitTable, { id: input.id }, input);
        audit.append({ verb: '修改科室', what: input.name, subjectId: input.id, detail: { before, after: input } });
      });
      emitChanged(context, ['staff']);
      return input;
    }),
    office: os.office.handler(() => ({ office: readOffice(store), settings: rules() })),
    setOffice: os.setOffice.handler(({ input }) => setOffice(input)),
  } satisfies AreaRouter<'staff'>;
}
