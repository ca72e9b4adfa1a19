import { randomBytes } from 'node:crypto';
import { notFound } from './refusal-error.ts';

/** PDFs that exist only to be printed once (恢复信): kept in memory, handed out once, gone at lock. */
export interface OneTimePdfs {
  /** Keeps a PDF and gives the ticket it is handed out for (`byteRoutes.oneTimePdf`). */
  keep: (pdf: Uint8Array, name: string) => string;
  take: (ticket: string) => { pdf: Uint8Array; name: string };
  clear: () => void;
}

export function createOneTimePdfs(): OneTimePdfs {
  const waiting = new Map<string, { pdf: Uint8Array; name: string }>();
  return {
    keep: (pdf, name) => {
      const ticket = randomBytes(18).toString('base64url');
      waiting.set(ticket, { pdf, name });
      return ticket;
    },
    take: (ticket) => {
      const print = waiting.get(ticket);
      if (!print) throw notFound('print');
      waiting.delete(ticket);
      return print;
    },
    clear: () => waiting.clear(),
  };
}
