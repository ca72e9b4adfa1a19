import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { Exhibit, ExhibitDetails } from '../../../shared/case-file.ts';
import { intakeChunkBytes } from '../../../shared/contract/evidence.ts';
import { api } from '../../data/api.ts';
import { fetchBytes } from '../../data/fetch-bytes.ts';
import { sendSlices } from './upload-slices.ts';
import type { FileToAdmit, SendOptions, Upload, Uploads } from './upload-store.ts';
import { requiredContext } from '../../required-context.ts';

/** Sends one file into its case, slice by slice; main seals it as it comes. */
export async function sendFile(
  { file, caseId, details }: FileToAdmit,
  { signal, onProgress }: SendOptions,
): Promise<Exhibit> {
  const { intakeId } = await api.evidence.begin({
    caseId,
    fileName: file.name,
    bytes: file.size,
    mime: file.type,
    details,
  });
  const chunks = await sendSlices(
    file,
    {
      // An ArrayBuffer, because other bodies do not arrive whole in the Electron window.
      send: async (seq, data) =>
        void (await fetchBytes(byteRoutes.intakeChunk, { intakeId, seq }, { type: 'application/octet-stream', data })),
      cancel: async () => void (await api.evidence.cancel({ intakeId })),
    },
    { sliceBytes: intakeChunkBytes, onProgress, signal },
  );
  return api.evidence.finish({ intakeId, chunks });
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
        files.map((file) => ({ file, caseId, details: detailsOf(file) })),
      ),
    drop: uploads.drop,
  };
}
