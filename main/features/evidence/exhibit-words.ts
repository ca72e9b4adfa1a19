import { seenText } from '../../../shared/typed-text.ts';
import { UnreadableScan } from '../../platform/scans/scan-page.ts';
import type { ScanReader } from '../../platform/scans/scan-reader.ts';
import type { ExhibitRow } from '../../platform/store/tables/papers.ts';
import { textIn } from '../../platform/text-encoding.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { isVaultFault } from '../../platform/vault/errors.ts';
import type { FeatureContext } from '../context.ts';
import { indexExhibit } from './exhibits.ts';

export type ExhibitWords = ReturnType<typeof createExhibitWords>;

/** Larger files are kept and named, but not read for their words. */
const largestBytes = 64 * 1024 * 1024;
/** Some hundred pages of an exhibit are searched. */
const mostCharacters = 100_000;

interface Tools {
  blobs: Pick<BlobStore, 'read'>;
  scanReader: Pick<ScanReader, 'words'>;
}

/**
 * The words within exhibits (PDFs that carry their text, text files, OFD, old Word documents), so that the search finds them. Read after the file was taken in, one at a time;
 * exhibits without them are the queue, which outlives lock and crash.
 */
export function createExhibitWords(context: FeatureContext, { blobs, scanReader }: Tools) {
  const { store } = context;
  const stopper = new AbortController();
  const isClosed = (): boolean => stopper.signal.aborted;
  let underWay: Promise<void> | null = null;
  /** Something came into the queue behind the place that is being read. */
  let again = false;

  function catchUp(): void {
    if (isClosed()) return;
    again = underWay !== null;
    if (again) return;
    underWay = readAll()
      .catch((error: unknown) => void context.report(error, 'job', 'evidence.words'))
      .finally(() => {
        underWay = null;
        if (again) catchUp();
      });
  }

  async function readAll(): Promise<void> {
    for (let next = pendingAfter(store, null); next && !isClosed(); next = pendingAfter(store, next)) {
      const words = await wordsOf(next);
      if (words !== null && !isClosed()) await put(next, words);
    }
  }

  /** Null where the file cannot be read now, e.g. since it is damaged: that is told by who opens it. */
  async function wordsOf({ sha256, mime, bytes, encoding }: ExhibitRow): Promise<string | null> {
    if (bytes > largestBytes) return '';
    try {
      const content = await blobs.read(sha256);
      if (mime !== 'text/plain') return await scanReader.words({ bytes: content, mime }, mostCharacters);
      return textIn(content, encoding === 'Big5' ? 'big5' : null).slice(0, mostCharacters);
    } catch (error) {
      if (error instanceof UnreadableScan) return '';
      if (isVaultFault(error, 'damaged') || isClosed()) return null;
      throw error;
    }
  }

  async function put({ id, encoding }: ExhibitRow, words: string): Promise<void> {
    await store.unit.run(async () => {
      const row = store.get<ExhibitRow>('select * from exhibit where id = ?', id);
      // Where another encoding was chosen meanwhile, it stays in the queue and is read anew.
      if (row === undefined || row.encoding !== encoding) return;
      store.run('insert or replace into exhibit_text ("exhibitId", text) values (?, ?)', id, seenText(words));
      indexExhibit(context, row);
    });
  }

  /** At lock. What is read at that moment ends with the thread that reads it. */
  async function close(): Promise<void> {
    stopper.abort();
  }

  return { catchUp, close, wordsOf };
}

/** The next one of the queue, oldest first; `null` asks for the first. */
const pendingAfter = (store: FeatureContext['store'], last: ExhibitRow | null): ExhibitRow | undefined =>
  store.get<ExhibitRow>(
    `select exhibit.* from exhibit left join exhibit_text on exhibit_text."exhibitId" = exhibit.id
     where exhibit_text."exhibitId" is null and mime in ('application/pdf', 'text/plain', 'application/ofd', 'application/msword') and damage is null
       and (importedAt, exhibit.id) > (?, ?) order by importedAt, exhibit.id limit 1`,
    last?.importedAt ?? '',
    last?.id ?? '',
  );
