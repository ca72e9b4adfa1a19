import { createHash, randomBytes } from 'node:crypto';
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { SecondAnchor } from '../../../shared/contract/supervision.ts';
import { createAnchorFile, type Anchored, type AnchorFile, type AnchorFinding } from '../../platform/audit/anchor.ts';
import type { FolderTickets } from '../../platform/folder-tickets.ts';
import { errorCode } from '../../platform/files.ts';
import type { Store } from '../../platform/store/open.ts';
import { readSetting } from '../../platform/store/settings.ts';
import { settingTable } from '../../platform/store/tables/staff.ts';
import { refusalOfFolder } from '../../platform/system-refusals.ts';
import { within } from '../../platform/within.ts';
import { emitChanged, type FeatureContext, nowOf } from '../context.ts';

/** A stick of 法规科, say. The key is in the database only, so that nobody writes an anchor there but the program. */
interface SecondPlace {
  folder: string;
  keyHex: string;
  namedAt: string;
}

const KEY = 'secondAnchor';
/** A share that does not answer keeps neither log-in nor lock waiting longer. */
const PATIENCE_MS = 3_000;
type Reads = { store: Pick<Store, 'db'> };

const secondPlace = ({ store }: Reads): SecondPlace | null => readSetting(store.db, KEY);

/** Several machines may keep their anchors on one stick. */
function fileIn({ folder, keyHex }: SecondPlace): AnchorFile {
  const name = createHash('sha256').update(keyHex).digest('hex').slice(0, 8);
  return createAnchorFile(
    path.join(folder, `案卷锚点-${name}.json`),
    Buffer.from(keyHex, 'hex'),
    `第二存放处（${folder}）的锚点文件`,
  );
}

/** Writes to the second place while one is named, wherever that is by then. */
export const secondAnchorFile = (reads: Reads): Pick<AnchorFile, 'write'> => ({
  write: async (anchored: Anchored) => {
    const place = secondPlace(reads);
    if (place !== null) await within(PATIENCE_MS, fileIn(place).write(anchored));
  },
});

/**
 * The database against the anchor of the second place: a profile set back as a whole agrees with its own. Sentences for `loss`, on record and to
 * everybody, and for 法规科, whose stick may not be there.
 */
export async function compareSecondAnchor(
  context: Pick<FeatureContext, 'store' | 'operator'>,
): Promise<{ loss: string | null; absence: string | null }> {
  const place = secondPlace(context);
  if (place === null) return { loss: null, absence: null };
  const finding = await compareThere(place, context.store);
  if (finding !== null) return { loss: finding.warning, absence: null };
  const isOurs = context.operator.roles.includes('法规科');
  return { loss: null, absence: isOurs ? absenceOf(place) : null };
}

/** null where the folder cannot be read. */
async function compareThere(place: SecondPlace, store: Pick<Store, 'get'>): Promise<AnchorFinding | null> {
  try {
    await within(PATIENCE_MS, access(place.folder));
    return await within(PATIENCE_MS, fileIn(place).compare(store));
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return null;
  }
}

const absenceOf = ({ folder }: SecondPlace): string =>
  `锚点的第二存放处（${folder}）现在打不开，本机的锚点没有写到那里，也没有核对。请接好存放锚点的优盘或者文件夹再登录；不再使用的，请在“监督”中另定一处或者停用。`;

/** Where it is, since when, and whether it can be written now. */
export async function readSecondAnchor(context: Reads): Promise<SecondAnchor | null> {
  const place = secondPlace(context);
  if (place === null) return null;
  const isThere = await within(PATIENCE_MS, access(place.folder)).then(
    () => true,
    () => false,
  );
  return { folder: place.folder, namedAt: place.namedAt, isThere };
}

/** Names the second place. Its first anchor is there before it counts. */
export async function nameSecondAnchor(
  context: FeatureContext,
  folderTickets: FolderTickets,
  { folderTicket }: { folderTicket: string },
): Promise<SecondAnchor | null> {
  const namedAt = nowOf(context);
  const place = { folder: folderTickets.of(folderTicket), keyHex: randomBytes(32).toString('hex'), namedAt };
  await fileIn(place)
    .write({ ...context.audit.head(), moment: namedAt, locked: false })
    .catch((error: unknown) => {
      throw refusalOfFolder(error, place.folder);
    });
  await context.store.unit.run(async (tx) => {
    await tx.upsert(settingTable, { key: KEY, value: place, updatedAt: namedAt }, ['key']);
    context.audit.append({ verb: '指定锚点第二存放处', what: place.folder });
  });
  emitChanged(context, []);
  return readSecondAnchor(context);
}

/** Gives the second place up; what lies there stays. */
export async function dropSecondAnchor(context: FeatureContext): Promise<null> {
  const place = secondPlace(context);
  if (place === null) return null;
  await context.store.unit.run(async (tx) => {
    await tx.delete(settingTable, { key: KEY });
    context.audit.append({ verb: '停用锚点第二存放处', what: place.folder });
  });
  emitChanged(context, []);
  return null;
}
