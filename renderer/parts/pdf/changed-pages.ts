import { drawPage, openPdf, type PdfSource } from './pdf-engine.ts';

/** Enough to see a comma that became a full stop, and every module of a code. */
const COMPARED_WIDTH = 1000;

/** Pages of `now`, from 1, that do not look as in `before`, or were not there. */
export async function changedPages(before: PdfSource, now: PdfSource): Promise<number[]> {
  const [old, fresh] = await Promise.all([openPdf(before), openPdf(now)]);
  try {
    const changed: number[] = [];
    for (let page = 1; page <= fresh.numPages; page += 1) {
      const isSame = page <= old.numPages && samePicture(await drawn(old, page), await drawn(fresh, page));
      if (!isSame) changed.push(page);
    }
    return changed;
  } finally {
    await Promise.all([old.loadingTask.destroy(), fresh.loadingTask.destroy()]);
  }
}

type Pdf = Awaited<ReturnType<typeof openPdf>>;

async function drawn(pdf: Pdf, page: number): Promise<ImageData> {
  const canvas = await drawPage(pdf, page, COMPARED_WIDTH / devicePixelRatio).done;
  const picture = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
  if (picture === undefined) throw new Error(`page ${page} could not be drawn`);
  return picture;
}

/** Two drawings of the same content are the same to the last bit: the same program draws them. */
export const samePicture = (
  one: Pick<ImageData, 'width' | 'height' | 'data'>,
  other: Pick<ImageData, 'width' | 'height' | 'data'>,
): boolean =>
  one.width === other.width &&
  one.height === other.height &&
  one.data.every((value, index) => value === other.data[index]);
