import * as z from 'zod';
import { credentialDetails } from '../identity/credential.ts';

/** A picture of a 营业执照 or 身份证 as it was read; the answer to the bytes of a file. */
export const ReadCredential = z.object({
  credential: z.object({
    kind: z.enum(['营业执照', '身份证']),
    isTrader: z.boolean(),
    details: z.array(z.object({ detail: z.enum(credentialDetails), text: z.string(), doubt: z.string().nullable() })),
  }),
  /** JPEG in Base64, turned to stand level. */
  picture: z.base64(),
});
export type ReadCredential = z.infer<typeof ReadCredential>;

/** The most a file may have; one message between page and main carries as much. Pages make larger photos smaller. */
export const mostCredentialBytes = 8 * 1024 * 1024;
