import { v7 as newId } from 'uuid';
import { type Exhibit, ExhibitDetails } from '../../../shared/case-file.ts';
import { notFound } from '../../platform/refusal-error.ts';
import type { ExhibitRow } from '../../platform/store/tables/papers.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import type { ExhibitSm3 } from './exhibit-sm3.ts';
import type { ExhibitWords } from './exhibit-words.ts';
import type { Exhibits } from './exhibits.ts';
import type { Intakes, NewFile, SealedFile } from './intake.ts';
import { sealBytes } from '../../platform/vault/seal-bytes.ts';
import { thumbnailOf } from './thumbnail.ts';

interface Tools {
  blobs: BlobStore;
  intakes: Intakes;
  exhibits: Exhibits;
  exhibitSm3: ExhibitSm3;
  exhibitWords: ExhibitWords;
}

/** Of which case it becomes an exhibit, and what is known of it. */
interface Exhibited {
  caseId: string;
  details: ExhibitDetails;
}

export type ExhibitIntake = ReturnType<typeof createExhibitIntake>;

/** Files that become exhibits of a case. Their SM3 and the words in them follow in the background. */
export function createExhibitIntake(
  context: FeatureContext,
  { blobs, intakes, exhibits, exhibitSm3, exhibitWords }: Tools,
) {
  function refuse({ caseId, details }: Exhibited): void {
    requireAccess(context, caseId);
    exhibits.refuseClosed(caseId);
    exhibits.requireOwnLinks(caseId, details);
  }

  /** What needs the whole file follows. */
  function catchUp(): void {
    exhibitSm3.catchUp();
    exhibitWords.catchUp();
  }

  async function begin(file: NewFile & Exhibited): Promise<{ intakeId: string }> {
    refuse(file);
    return intakes.begin(file);
  }

  async function finish(intake: { intakeId: string; chunks: number }): Promise<Exhibit> {
    const exhibit = await intakes.finish(intake, async (file) => {
      const row = await exhibitRow(context, blobs, file);
      return () => exhibits.admit(row);
    });
    catchUp();
    return exhibit;
  }

  /** A file that is sealed already, from 收件. Inside a unit of work. */
  async function admit(file: SealedFile & Exhibited): Promise<Exhibit> {
    refuse(file);
    const exhibit = await exhibits.admit(await exhibitRow(context, blobs, file));
    catchUp();
    return exhibit;
  }

  return { begin, finish, cancel: intakes.cancel, admit };
}

/** The row that makes a sealed file an exhibit, with its thumbnail. */
async function exhibitRow(
  context: FeatureContext,
  blobs: BlobStore,
  { caseId, fileName, details, mime, bytes, sha256 }: SealedFile,
): Promise<ExhibitRow> {
  const described = ExhibitDetails.safeParse(details);
  if (caseId === null || !described.success) throw notFound('intake');
  const picture = await thumbnailOf(mime, bytes, () => blobs.read(sha256));
  return {
    ...described.data,
    id: newId(),
    caseId,
    fileName,
    mime,
    bytes,
    sha256,
    sm3: null,
    importedAt: nowOf(context),
    importedBy: context.operator.name,
    thumbnail: picture === undefined ? null : await sealBytes(blobs, picture),
    damage: null,
    withdrawnReason: null,
    fromCaseId: null,
    fromId: null,
    supplementId: null,
  };
}
