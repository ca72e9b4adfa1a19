import type { Credential } from '../identity/credential.ts';

/** A picture of a 营业执照 or 身份证 as it was read; the answer to the bytes of a file. */
export interface ReadCredential {
  credential: Credential;
  /** JPEG in Base64, turned to stand level. */
  picture: string;
}

/** The most a file may have; one message between page and main carries as much. Pages make larger photos smaller. */
export const mostCredentialBytes = 8 * 1024 * 1024;
