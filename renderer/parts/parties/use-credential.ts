import { ORPCError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import { mostCredentialBytes, ReadCredential } from '../../../shared/contract/credential.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { Credential } from '../../../shared/identity/credential.ts';
import { fetchAnswer, fetchBytes } from '../../data/fetch-bytes.ts';
import type { StoredPicture } from './stored-pictures.ts';

/** A credential that was read, and the address of its picture in the page. */
export interface SeenCredential {
  credential: Credential;
  picture: string;
}

/** The largest exhibit that is fetched to be read. */
const mostStoredBytes = 64 * 1024 * 1024;

/** Longest side of a photo that is made smaller before it is handed over; more is not read anyway. */
const longestSide = 3_000;

/** Has a photo or scan of a 营业执照 or 身份证 read; nothing is read any more once the part of the page is gone. */
export function useCredential() {
  const stopper = useRef<AbortController>(null);
  const reading = useMutation({
    mutationFn: async (from: Blob | StoredPicture) => {
      stopper.current = new AbortController();
      const { signal } = stopper.current;
      return read(from instanceof Blob ? from : await fileOf(from, signal), signal);
    },
  });
  const picture = reading.data?.picture;
  useEffect(() => () => void (picture !== undefined && URL.revokeObjectURL(picture)), [picture]);
  useEffect(() => () => stopper.current?.abort(), []);
  return {
    seen: reading.data ?? null,
    error: reading.error,
    isReading: reading.isPending,
    read: reading.mutate,
    /** Stops reading, or puts away what was read. */
    drop: (): void => {
      stopper.current?.abort();
      reading.reset();
    },
  };
}

/** The file of an exhibit; what is no picture, or larger than a photo is, is not fetched. */
async function fileOf({ exhibitId }: StoredPicture, signal: AbortSignal): Promise<Blob> {
  const response = await fetchBytes(byteRoutes.exhibit, { exhibitId }, undefined, signal);
  const { headers } = response;
  const isPicture = /^image\/|^application\/pdf$/.test(headers.get('content-type') ?? '');
  if (isPicture && Number(headers.get('content-length')) <= mostStoredBytes) return response.blob();
  await response.body?.cancel();
  throw unread(isPicture ? 'too-large' : 'type');
}

const unread = (why: 'too-large' | 'type'): ORPCError<string, Refusal> =>
  new ORPCError('REFUSED', { data: { code: 'no-text', why } satisfies Refusal });

async function read(file: Blob, signal: AbortSignal): Promise<SeenCredential> {
  const bytes = await small(file);
  const { credential, picture } = await fetchAnswer(
    byteRoutes.credential,
    {},
    { bytes, answer: ReadCredential, signal },
  );
  const jpeg = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  return { credential, picture: URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' })) };
}

/** The file, or where it is larger than a message may be, its picture made smaller. */
async function small(file: Blob): Promise<Blob> {
  if (file.size <= mostCredentialBytes) return file;
  const bitmap = await createImageBitmap(file).catch(() => {
    throw unread('too-large');
  });
  const factor = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * factor), Math.round(bitmap.height * factor));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}
