import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { Exhibit, ExhibitDetails } from '../../../shared/case-file.ts';
import type { HandedIn } from '../../../shared/contract/tray.ts';
import { intakeChunkBytes } from '../../../shared/contract/evidence.ts';
import { api } from '../../data/api.ts';
import { fetchBytes } from '../../data/fetch-bytes.ts';
import { sendSlices } from './upload-slices.ts';
import type { FileToAdmit, SendOptions, Upload, Uploads } from './upload-store.ts';
import { requiredContext } from '../../required-context.ts';

/** Sends one file to where it goes, slice by slice; main seals it as it comes. Null where no exhibit comes of it. */
export async function sendFile(
  { file, into }: FileToAdmit,
  { signal, onProgress }: SendOptions,
): Promise<Exhibit | null> {
  const about = { fileName: file.name, bytes: file.size, mime: file.type };
  const calls = 'tray' in into ? api.tray : api.evidence;
  const { intakeId } =
    'tray' in into
      ? await api.tray.begin({ ...about, origin: into.tray })
      : await api.evidence.begin({ ...about, ...into });
  const chunks = await sendSlices(
    file,
    {
      // An ArrayBuffer, because other bodies do not arrive whole in the Electron window.
      send: async (seq, data) =>
        void (await fetchBytes(byteRoutes.intakeChunk, { intakeId, seq }, { type: 'application/octet-stream', data })),
      cancel: async () => void (await calls.cancel({ intakeId })),
    },
    { sliceBytes: intakeChunkBytes, onProgress, signal },
  );
  if (!('tray' in into)) return api.evidence.finish({ intakeId, chunks });
  await api.tray.finish({ intakeId, chunks });
  return null;
}

export const [UploadsContext, useUploadsContext] = requiredContext<Uploads>('UploadsContext');

/** All files on their way, for the status line. */
export function useAllUploads(): readonly Upload[] {
  const { subscribe, items } = useUploadsContext();
  return useSyncExternalStore(subscribe, items);
}

interface UploadOptions {
  owner: string;
  caseId: string;
  detailsOf: (file: File) => ExhibitDetails;
  onAdmitted: (exhibit: Exhibit) => void;
}

/** The files that one place of the page takes into a case. */
export function useUploads({ owner, caseId, detailsOf, onAdmitted }: UploadOptions): {
  items: readonly Upload[];
  add: (files: readonly File[]) => void;
  drop: (key: number) => void;
} {
  const uploads = useUploadsContext();
  const admitted = useEffectEvent(onAdmitted);
  useEffect(() => uploads.listen(owner, (exhibit) => admitted(exhibit)), [uploads, owner]);
  const items = useAllUploads().filter((upload) => upload.owner === owner);
  return {
    items,
    add: (files) =>
      uploads.add(
        owner,
        files.map((file) => ({ file, into: { caseId, details: detailsOf(file) } })),
      ),
    drop: uploads.drop,
  };
}

const TRAY = 'tray';

/** The files on their way into 收件. */
export function useTrayUploads(): {
  items: readonly Upload[];
  add: (files: readonly File[], origin: HandedIn) => void;
  drop: (key: number) => void;
} {
  const uploads = useUploadsContext();
  const items = useAllUploads().filter(({ owner }) => owner === TRAY);
  return {
    items,
    add: (files, origin) =>
      uploads.add(
        TRAY,
        files.map((file) => ({ file, into: { tray: origin } })),
      ),
    drop: uploads.drop,
  };
}
