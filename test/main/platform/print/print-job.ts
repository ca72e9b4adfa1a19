import type { PaperJob } from '../../../../main/platform/print/job.ts';
import { printPaper } from '../../../../main/platform/print/paper.ts';
import { createTexts } from '../../../../main/platform/print/text.ts';
import { shippedFonts, textOf } from './support.ts';

export const fonts = shippedFonts();
export const texts = createTexts();

export const print = (job: PaperJob) => printPaper(job, fonts, texts);

/** What can be read on the printed paper. */
export const text = async (job: PaperJob): Promise<string> => textOf((await print(job)).pdf);
