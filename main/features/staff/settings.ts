import type { EntityManager } from 'typeorm';
import { Office } from '../../../shared/case-file.ts';
import type { Store } from '../../platform/store/open.ts';
import { readSetting } from '../../platform/store/settings.ts';
import { settingTable } from '../../platform/store/tables/staff.ts';

/** The facts of the office, written at set-up. */
export const readOffice = ({ db }: Pick<Store, 'db'>): Office => Office.parse(readSetting(db, 'office') ?? {});

export async function writeOffice(tx: EntityManager, office: Office, moment: string): Promise<void> {
  await tx.upsert(settingTable, { key: 'office', value: office, updatedAt: moment }, ['key']);
}
