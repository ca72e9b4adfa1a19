import { safeFileName } from '../../../shared/file-name.ts';
import type { OpenedFile } from '../../features/evidence/exhibit-reader.ts';

/** Bytes of a printed paper, to be shown or saved under its name. */
export const pdfResponse = ({ pdf, name }: { pdf: Uint8Array; name: string }): Response =>
  new Response(Uint8Array.from(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(safeFileName(name, { after: '.pdf' }))}`,
    },
  });

export const jpegResponse = (jpeg: Uint8Array): Response =>
  new Response(Uint8Array.from(jpeg), { headers: { 'content-type': 'image/jpeg' } });

export const textResponse = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });

interface Span {
  start: number;
  end: number;
  partial: boolean;
}

/** The bytes a Range header asks for, end exclusive; null when none of them exist. */
export function spanOf(header: string | null, bytes: number): Span | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!asked || (asked[1] === '' && asked[2] === '')) return { start: 0, end: bytes, partial: false };
  const start = asked[1] === '' ? Math.max(0, bytes - Number(asked[2])) : Number(asked[1]);
  const end = asked[1] === '' || asked[2] === '' ? bytes : Math.min(bytes, Number(asked[2]) + 1);
  return start >= bytes || start >= end ? null : { start, end, partial: true };
}

/** Serves a sealed file, or the part a player asks for; decrypted on the fly, closed when the player goes away. */
export async function rangeResponse(file: OpenedFile, request: Request): Promise<Response> {
  const span = spanOf(request.headers.get('range'), file.bytes);
  if (!span) {
    await file.close();
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.bytes}` } });
  }
  const headers = {
    'content-type': file.mime,
    'accept-ranges': 'bytes',
    'content-length': String(span.end - span.start),
    ...(span.partial ? { 'content-range': `bytes ${span.start}-${span.end - 1}/${file.bytes}` } : {}),
  };
  const status = span.partial ? 206 : 200;
  if (request.method === 'HEAD') {
    await file.close();
    return new Response(null, { status, headers });
  }
  const parts = file.range(span.start, span.end)[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (stream) => {
        try {
          const { done, value } = await parts.next();
          if (!done) return stream.enqueue(Uint8Array.from(value));
          await file.close();
          stream.close();
        } catch (error) {
          await file.close();
          stream.error(error);
        }
      },
      cancel: async () => {
        await parts.return?.();
        await file.close();
      },
    },
    { highWaterMark: 2 },
  );
  return new Response(body, { status, headers });
}
