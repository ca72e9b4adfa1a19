import type * as z from 'zod';
import { PaperPreviewBody, TemplatePreviewBody } from '../../../shared/contract/bytes.ts';
import { ReadCredential } from '../../../shared/contract/credential.ts';
import { intakeChunkBytes } from '../../../shared/contract/evidence.ts';
import { Letter } from '../../../shared/procedure/mailing.ts';
import type { createArchive } from '../../features/archive/volumes.ts';
import { takeStill } from '../../features/devices/still-camera.ts';
import type { createPaperPdfs } from '../../features/documents/paper-pdfs.ts';
import type { createExhibitReader } from '../../features/evidence/exhibit-reader.ts';
import type { Intakes } from '../../features/evidence/intake.ts';
import type { ReadCredentials } from '../../features/households/read-credential.ts';
import type { PrintCatalogue } from '../../features/households/catalogue.ts';
import type { createHandovers } from '../../features/handover/handovers.ts';
import type { Tray } from '../../features/tray/tray.ts';
import type { OneTimePdfs } from '../../platform/one-time-pdfs.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import type { ByteAnswers } from './bytes-route.ts';
import { jpegResponse, pdfResponse, rangeResponse, textResponse } from './files.ts';

export interface ByteSources {
  paperPdfs: ReturnType<typeof createPaperPdfs>;
  exhibits: ReturnType<typeof createExhibitReader>;
  intakes: Intakes;
  tray: Tray;
  readCredential: ReadCredentials;
  archive: ReturnType<typeof createArchive>;
  householdCatalogue: PrintCatalogue;
  handovers: ReturnType<typeof createHandovers>;
  oneTimePdfs: OneTimePdfs;
  /** The document camera the office has named; '' while it is off. */
  stillDevice: () => string;
}

/** What the features give for each route of bytes. */
export function byteAnswers(sources: ByteSources): ByteAnswers {
  const { paperPdfs, exhibits, intakes, tray, archive, householdCatalogue, handovers, oneTimePdfs } = sources;
  const { readCredential, stillDevice } = sources;
  return {
    paperPreview: async ({ paperId }, request) => {
      const { values } = await bodyOf(request, PaperPreviewBody);
      return pdfResponse({ ...(await paperPdfs.preview(paperId, values)), name: '预览' });
    },
    paperPdf: async ({ paperId }) => pdfResponse(await paperPdfs.frozen(paperId)),
    printPdf: async ({ paperId, printId }) => pdfResponse(await paperPdfs.printed(paperId, printId)),
    signedPdf: async ({ paperId, printId }) => pdfResponse(await paperPdfs.signed(paperId, printId)),
    letter: async ({ caseId }, request) => pdfResponse(await paperPdfs.letter(caseId, await bodyOf(request, Letter))),
    exhibit: async ({ exhibitId }, request) => rangeResponse(await exhibits.exhibit(exhibitId), request),
    exhibitText: async ({ exhibitId, encoding }) => textResponse(await exhibits.text(exhibitId, encoding)),
    exhibitThumbnail: async ({ exhibitId }) => jpegResponse(await exhibits.thumbnail(exhibitId)),
    trayPicture: async ({ sheetId }) => jpegResponse(await tray.picture(sheetId)),
    intakeChunk: async ({ intakeId, seq }, request) => {
      const chunk = new Uint8Array(await request.arrayBuffer());
      if (chunk.length > intakeChunkBytes) throw new RefusalError({ code: 'malformed' });
      await intakes.write(intakeId, seq, chunk);
      return new Response(null, { status: 204 });
    },
    credential: async (_, request) => {
      const bytes = new Uint8Array(await request.arrayBuffer());
      try {
        return Response.json(ReadCredential.parse(await readCredential(bytes, request.signal)));
      } catch (error) {
        // Stopped by the page: nobody waits for an answer, and nothing went wrong.
        if (request.signal.aborted) return new Response(null, { status: 204 });
        throw error;
      }
    },
    still: async () => jpegResponse(await takeStill(stillDevice())),
    volumePdf: async ({ volumeId }) => pdfResponse(await archive.dossier(volumeId)),
    householdCatalogue: async ({ householdId }) => pdfResponse(await householdCatalogue(householdId)),
    handoverDuplicate: async ({ handoverId }, request) => rangeResponse(await handovers.duplicate(handoverId), request),
    blankForm: async ({ templateId }) => pdfResponse(await paperPdfs.blank(templateId)),
    numberedBlanks: async ({ templateId, ...run }) => pdfResponse(await paperPdfs.numberedBlanks(templateId, run)),
    templatePreview: async (_, request) => {
      const { template } = await bodyOf(request, TemplatePreviewBody);
      return pdfResponse({ ...(await paperPdfs.templatePreview(template)), name: '预览' });
    },
    oneTimePdf: async ({ ticket }) => pdfResponse(oneTimePdfs.take(ticket)),
  };
}

/** The JSON a request brings; refused as a call's input would be. */
async function bodyOf<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  const body = schema.safeParse(await request.json().catch(() => null));
  if (!body.success) throw new RefusalError({ code: 'malformed' });
  return body.data;
}
