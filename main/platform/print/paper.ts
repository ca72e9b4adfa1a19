import { composeFitting, createTypesetter, type Printed } from './compose.ts';
import type { Fonts } from './fonts.ts';
import type { PaperJob } from './job.ts';
import { isCover, layOutCover } from './layouts/cover.ts';
import { layOutForm } from './layouts/form.ts';
import type { LayOut } from './layouts/kit.ts';
import { layOutLetter } from './layouts/letter.ts';
import { layOutList } from './layouts/list.ts';
import { layOutRecord } from './layouts/record.ts';
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
  const setter = createTypesetter(fonts);
  const layOut = isCover(job.template) ? layOutCover : layouts[job.template.layout];
  return composeFitting((density) => layOut(job, { set: setter.set, texts, density }), setter, fonts);
}
