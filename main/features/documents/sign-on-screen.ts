import type { Paper, PaperPrint, Signature } from '../../../shared/case-file.ts';
import type { SavedPaper, ScreenSigning } from '../../../shared/contract/documents.ts';
import { isSignedOnScreen, livePrint, openPlaces, sheetsAsTheyStand } from '../../../shared/procedure/prints.ts';
import { isRefusal } from '../../../shared/procedure/signatures.ts';
import { isSignature, type ScreenSignature } from '../../../shared/template/sign-place.ts';
import { chineseDay } from '../../../shared/time/chinese-day.ts';
import { momentOf } from '../../../shared/time/moments.ts';
import { invalidField, RefusalError } from '../../platform/refusal-error.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { refuseForged } from '../cases/refuse-forged.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import { sealBytes } from '../../platform/vault/seal-bytes.ts';
import { actOnPaper, writePaper } from './change-paper.ts';
import { requirePaper } from './papers.ts';
import type { IssueTools } from './print-copy.ts';

/**
 * 屏上签名: somebody has read the printed sheets on a screen and signed there. The strokes with their times are sealed, drawn into the place
 * of that person, and the sheets as they stand then are sealed with their hash; once everybody who must has signed so, they are the record
 * as a returned scan is.
 */
export const signOnScreen = (context: FeatureContext, tools: IssueTools, signing: ScreenSigning): Promise<SavedPaper> =>
  actOnPaper(context, signing.paperId, async (paperAt) => {
    const { paper, template, file } = paperAt;
    refuseForged(context, file.case.id, `在屏上签《${paper.name}》`);
    requirePaper(context, paperAt, signing.version, '屏上签名', 'draft', 'approved');
    const print = printToSignOf(paper, signing.printId);
    refuseOtherPlace(paper, print, signing);
    if (!isSignature(signing.ink)) throw invalidField('ink', '签名', '签名太小，请在框里写大些，再按“确认”。', 17);
    const at = nowOf(context);
    const mark = { role: signing.role, index: signing.index, name: signing.name, at, by: context.operator.name };
    const sealed = await sealSigned(tools, { paper, print, signing, mark });
    const onScreen: ScreenSignature[] = [...(print.onScreen ?? []), { ...mark, ...sealed }];
    const signed: PaperPrint = { ...print, onScreen };
    const back = { sha256: sealed.sha256, pages: print.pages, at, by: context.operator.name, onScreen: true as const };
    const after = isSignedOnScreen(template, signed) ? { ...signed, back } : signed;
    return writePaper(context, paperAt, {
      verb: '屏上签名',
      changes: {
        prints: paper.prints.map((each) => (each === print ? after : each)),
        signatures: withSignature(paper.signatures, { ...signing, at: momentOf(at) }),
      },
      detail: { print: print.id, role: mark.role, name: mark.name, ...sealed, before: sheetsAsTheyStand(print) },
    });
  });

function printToSignOf(paper: Paper, printId: string): PaperPrint {
  const print = livePrint(paper);
  const wrong = (is: string): RefusalError =>
    new RefusalError({ code: 'wrong-status', what: paper.name, is, act: '屏上签名' });
  if (print === null || print.id !== printId || print.kind !== '签字稿') throw wrong('没有这一版签字稿');
  if (print.back !== null && !print.back.onScreen) throw wrong('已经收回签字件');
  return print;
}

const ofRole = (signatures: readonly Signature[], role: string): Signature[] =>
  signatures.filter((signature) => signature.role === role);

/** One signs in an empty place, and those of one role after each other, so that a signature and its place are the same in number. */
function refuseOtherPlace(paper: Paper, print: PaperPrint, { role, index }: ScreenSigning): void {
  const registered = ofRole(paper.signatures, role);
  const refuse = (sentence: string): never => {
    throw invalidField('role', role, sentence, 17);
  };
  if (!openPlaces(print).some((place) => place.role === role && place.index === index))
    refuse(`“${role}”的这一处已经签好，或者签字稿上没有这一处，请重新打开文书。`);
  const there = registered[index];
  if (there !== undefined && isRefusal(there))
    refuse(`“${role}”已登记为${there.mode}；改为签名的，先在“签名登记”里改过来。`);
  if (index > registered.length) refuse(`请让“${role}”按先后次序签：前面一处还空着。`);
}

function withSignature(
  signatures: readonly Signature[],
  { role, index, name, at }: Pick<ScreenSigning, 'role' | 'index' | 'name'> & { at: string },
): Signature[] {
  const signature: Signature = { role, name, mode: '签名', reason: '', witness: '', at };
  const registered = ofRole(signatures, role)[index];
  return registered === undefined
    ? [...signatures, signature]
    : signatures.map((each) => (each === registered ? signature : each));
}

interface Signing {
  paper: Paper;
  print: PaperPrint;
  signing: ScreenSigning;
  mark: Omit<ScreenSignature, 'ink' | 'sha256'>;
}

/** Seals the strokes, and the sheets with them drawn in: files first, row second. */
async function sealSigned(
  { printer, blobs }: IssueTools,
  { paper, print, signing: { ink, read }, mark }: Signing,
): Promise<Pick<ScreenSignature, 'ink' | 'sha256'>> {
  const before = sheetsAsTheyStand(print);
  const strokes = Buffer.from(JSON.stringify({ ...mark, print: print.id, sheets: before, read, ink }));
  const pdf = await withVault(paper.name, () => blobs.read(before));
  const signed = await printer.sign({
    pdf,
    places: (print.places ?? []).filter(({ role, index }) => role === mark.role && index === mark.index),
    ink,
    day: chineseDay(mark.at),
    nth: print.onScreen?.length ?? 0,
  });
  return withVault(paper.name, async () => ({
    ink: await sealBytes(blobs, strokes),
    sha256: await sealBytes(blobs, signed.pdf),
  }));
}
