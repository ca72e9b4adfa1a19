import { hasSeamSeal } from '../../../shared/template/seam-seal.ts';
import { composeFitting, createTypesetter, type Printed } from './compose.ts';
import type { FieldPlace } from './field-place.ts';
import type { Fonts } from './fonts.ts';
import type { PaperJob } from './job.ts';
import { isCover, layOutCover } from './layouts/cover.ts';
import { layOutForm } from './layouts/form.ts';
import type { LayOut } from './layouts/kit.ts';
import { layOutLetter } from './layouts/letter.ts';
import { layOutList } from './layouts/list.ts';
import { layOutRecord } from './layouts/record.ts';
import { placesOf } from './output-places.ts';
import type { Texts } from './text.ts';

const layouts: Record<PaperJob['template']['layout'], LayOut> = {
  letter: layOutLetter,
  form: layOutForm,
  record: layOutRecord,
  list: layOutList,
};

/**
 * Prints one paper by the layout of its template.
 * @throws MissingGlyph naming the characters no font has
 */
export async function printPaper(job: PaperJob, fonts: Fonts, texts: Texts): Promise<Printed> {
  const { onScreen = false, template, printId } = job;
  const seam = job.state === 'issued' && hasSeamSeal(template);
  const setter = createTypesetter(fonts, onScreen ? placesInBody(job, texts) : undefined);
  const layOut = isCover(template) ? layOutCover : layouts[template.layout];
  return composeFitting(
    (density) => ({ ...layOut(job, { set: setter.set, texts, density }), boxes: onScreen, printId, seam }),
    setter,
    fonts,
  );
}

/** Where the running text of a paper says its fields. */
const placesInBody = (job: PaperJob, texts: Texts): ((text: string) => FieldPlace[]) | undefined =>
  job.template.body === undefined
    ? undefined
    : placesOf(texts.paragraphs(job.template.body, job), texts.outputs(job.template.body, job));
