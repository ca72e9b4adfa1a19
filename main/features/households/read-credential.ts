import { mostCredentialBytes, type ReadCredential } from '../../../shared/contract/credential.ts';
import { credentialIn } from '../../../shared/identity/credential.ts';
import { UnreadableText } from '../../platform/ocr/read-outcome.ts';
import type { TextReader } from '../../platform/ocr/text-reader.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import type { FeatureContext } from '../context.ts';

export type ReadCredentials = (bytes: Uint8Array, signal: AbortSignal) => Promise<ReadCredential>;

/** Reads a 营业执照 or 身份证 out of a picture or a scan. Nothing of it is kept: what a person confirms comes back like a detail that was typed. */
export const credentialReader =
  ({ report }: Pick<FeatureContext, 'report'>, textReader: Pick<TextReader, 'read'>): ReadCredentials =>
  async (bytes, signal) => {
    if (bytes.length > mostCredentialBytes) throw new RefusalError({ code: 'no-text', why: 'too-large' });
    const { picture, lines } = await textReader.read(bytes, signal).catch((error: unknown) => {
      if (!(error instanceof UnreadableText)) throw error;
      if (error.why === 'no-reader') void report(error, 'call', 'credential');
      throw new RefusalError({ code: 'no-text', why: error.why });
    });
    const credential = credentialIn(lines);
    if (credential === null) throw new RefusalError({ code: 'no-text', why: 'no-credential' });
    return { credential, picture: Buffer.from(picture).toString('base64') };
  };
