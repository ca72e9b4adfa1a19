import { intakeChunkBytes } from '../../../shared/contract/evidence.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { refusedRight } from '../../../shared/contract/rights.ts';
import type { Operator } from '../../../shared/contract/session.ts';
import type { Role } from '../../../shared/template/template.ts';
import type { createArchive } from '../../features/archive/volumes.ts';
import { takeStill } from '../../features/devices/still-camera.ts';
import { type createPaperPdfs, PreviewRequest, TemplatePreviewRequest } from '../../features/documents/paper-pdfs.ts';
import type { Intakes } from '../../features/evidence/intake.ts';
import type { createExhibitReader } from '../../features/evidence/exhibit-reader.ts';
import type { createHandovers } from '../../features/handover/handovers.ts';
import type { OneTimePdfs } from '../../platform/one-time-pdfs.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import { route, pdfResponse, rangeResponse } from './files.ts';
import type { Route } from './respond.ts';

export interface ProfileRoutes {
  pages: ReturnType<typeof createPaperPdfs>;
  reading: ReturnType<typeof createExhibitReader>;
  intakes: Intakes;
  archive: ReturnType<typeof createArchive>;
  handovers: ReturnType<typeof createHandovers>;
  oneTimePdfs: OneTimePdfs;
  operator: Operator;
  /** The document camera the office has named; '' while it is off. */
  stillDevice: () => string;
}

/** Everything that is bytes and not a call: papers and volumes as PDF, sealed exhibits with Range, chunks of an intake. */
export function profileRoutes({
  pages,
  reading,
  intakes,
  archive,
  handovers,
  oneTimePdfs,
  operator,
  stillDevice,
}: ProfileRoutes): Route[] {
  const onlySystem = operator.roles.every((role) => role === '系统管理员');
  const guarded =
    (entry: Route): Route =>
    (request, url) => {
      const answer = entry(request, url);
      return answer && answer.catch(refusalResponse);
    };
  const caseContent: Route[] = [
    route('POST', '/papers/:id/preview', async ([id = ''], request) => {
      const body = PreviewRequest.safeParse(await request.json().catch(() => null));
      if (!body.success) throw new RefusalError({ code: 'malformed' });
      return pdfResponse((await pages.preview(id, body.data.values)).pdf, '预览');
    }),
    route('GET', '/papers/:id/pdf', async ([id = '']) => {
      const { pdf, name } = await pages.frozen(id);
      return pdfResponse(pdf, name);
    }),
    route('GET', '/exhibits/:id', async ([id = ''], request) => rangeResponse(await reading.exhibit(id), request)),
    route(
      'GET',
      '/exhibits/:id/thumbnail',
      async ([id = '']) =>
        new Response(Uint8Array.from(await reading.thumbnail(id)), { headers: { 'content-type': 'image/jpeg' } }),
    ),
    route('POST', '/intake/:id/:seq', async ([id = '', seq = ''], request) => {
      const chunk = new Uint8Array(await request.arrayBuffer());
      if (chunk.length > intakeChunkBytes) throw new RefusalError({ code: 'malformed' });
      await intakes.write(id, Number(seq), chunk);
      return new Response(null, { status: 204 });
    }),
    route(
      'POST',
      '/stills',
      async () =>
        new Response(Uint8Array.from(await takeStill(stillDevice())), { headers: { 'content-type': 'image/jpeg' } }),
    ),
    route('GET', '/volumes/:id/pdf', async ([id = '']) => {
      const { pdf, name } = await archive.dossier(id);
      return pdfResponse(pdf, name);
    }),
    route('GET', '/handovers/:id/duplicate', async ([id = ''], request) =>
      rangeResponse(await handovers.duplicate(id), request),
    ),
  ];
  const others: Route[] = [
    route('GET', '/templates/:code/blank', async ([code = '']) => {
      const { pdf, name } = await pages.blank(code);
      return pdfResponse(pdf, name);
    }),
    route('GET', '/templates/:code/blanks/:seq/:seq/:seq', async ([code = '', year, first, last]) => {
      requireRight('documents.allocateBlank', operator);
      const { pdf, name } = await pages.numberedBlanks(code, {
        year: Number(year),
        first: Number(first),
        last: Number(last),
      });
      return pdfResponse(pdf, name);
    }),
    route('POST', '/templates/preview', async (_, request) => {
      requireRight('regulation.saveTemplate', operator);
      const body = TemplatePreviewRequest.safeParse(await request.json().catch(() => null));
      if (!body.success) throw new RefusalError({ code: 'malformed' });
      return pdfResponse((await pages.templatePreview(body.data.template)).pdf, '预览');
    }),
    route('GET', '/prints/:ticket', async ([ticket = '']) => {
      const { pdf, name } = oneTimePdfs.take(ticket);
      return pdfResponse(pdf, name);
    }),
  ];
  // Whatever is left under these paths must not fall through to the page.
  const rest = underBytes(async () => {
    throw onlySystem
      ? new RefusalError({
          code: 'not-allowed',
          act: '查阅案件材料',
          roles: ['承办人', '承办单位负责人', '法规科', '分管领导', '档案员'],
          article: 42,
        })
      : notFound('print');
  });
  return [...(onlySystem ? [] : caseContent), ...others, rest].map(guarded);
}

/** Refuses who may not make the call of the contract this route belongs to. */
function requireRight(path: string, { roles }: Operator): void {
  const wanted = refusedRight(path, roles);
  if (wanted)
    throw new RefusalError({
      code: 'not-allowed',
      act: wanted.act,
      roles: [...(wanted.roles as Role[])],
      article: wanted.article,
    });
}

const underBytes =
  (answer: () => Promise<Response>): Route =>
  (_request, url) =>
    /^\/(papers|exhibits|intake|volumes|handovers|templates|prints)\//.test(url.pathname) ? answer() : undefined;

/** Answers for all paths of bytes while nobody is logged in. */
export const lockedRoute: Route = underBytes(async () => refusalResponse(new RefusalError({ code: 'locked' })));

/** A refusal as JSON with the same facts as a refused call; other faults go on to the last resort. */
export function refusalResponse(error: unknown): Response {
  if (!(error instanceof RefusalError)) throw error;
  const refusal: Refusal = error.refusal;
  return Response.json(refusal, { status: refusal.code === 'not-found' ? 404 : refusal.code === 'locked' ? 423 : 422 });
}
