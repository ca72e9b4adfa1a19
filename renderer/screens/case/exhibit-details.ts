import { glyphProblem, unprintableIn } from '../../../shared/chinese/printable.ts';
import { isRecording, type Exhibit, type ExhibitDetails, type Paper } from '../../../shared/case-file.ts';

type Named = Pick<File, 'name' | 'type'>;

/** What is known of a file before a person describes it: its name, what kind it looks like, and the paper in hand. */
export function firstDetails(file: Named, paper: Pick<Paper, 'id' | 'name' | 'status'> | undefined): ExhibitDetails {
  const title = titleOf(file, paper);
  return {
    title,
    kind: /^(audio|video)\//.test(file.type) ? '视听资料' : '书证',
    source: '',
    maker: '',
    proves: '',
    originality: '原件',
    stepId: null,
    place: '',
    device: '',
    startAt: '',
    endAt: '',
    noticeSpoken: false,
    transcript: '',
    encoding: '自动识别',
    gatheredAt: '',
    paperId: paper === undefined || paper.status === 'void' ? null : paper.id,
  };
}

/** Recorders name their files by a count, so a recording is called by the paper it belongs to. */
function titleOf({ name, type }: Named, paper: Pick<Paper, 'name'> | undefined): string {
  if (paper !== undefined && /^(audio|video)\//.test(type))
    return `${paper.name}${type.startsWith('video/') ? '录像' : '录音'}`;
  const plain = printableOf(name.replace(/\.[^.]+$/, '')).trim();
  return (plain === '' ? `来件 ${printableOf(name)}`.trim() : plain).slice(0, 128);
}

/** Names of files hold what no paper can print. */
const printableOf = (name: string): string =>
  unprintableIn(name).reduce((text, character) => text.replaceAll(character, ''), name);

/** The details that the catalogue and the cards of a volume print; the first that cannot be printed, as a sentence. */
export const detailProblem = (details: ExhibitDetails): string | null =>
  printedDetails.map(([detail, label]) => glyphProblem(label, details[detail])).find((sentence) => sentence !== null) ??
  null;

const printedDetails = [
  ['title', '证据名称'],
  ['proves', '证明什么'],
  ['source', '来源'],
  ['maker', '制作人或提供人'],
  ['place', '地点'],
  ['device', '设备名称和编号'],
  ['transcript', '文字整理'],
] as const;

/** The described part of an exhibit, for the form. */
export const detailsOf = (exhibit: Exhibit): ExhibitDetails => ({
  title: exhibit.title,
  kind: exhibit.kind,
  source: exhibit.source,
  maker: exhibit.maker,
  proves: exhibit.proves,
  originality: exhibit.originality,
  paperId: exhibit.paperId,
  stepId: exhibit.stepId,
  place: exhibit.place,
  device: exhibit.device,
  startAt: exhibit.startAt,
  endAt: exhibit.endAt,
  noticeSpoken: exhibit.noticeSpoken,
  transcript: exhibit.transcript,
  encoding: exhibit.encoding,
  gatheredAt: exhibit.gatheredAt,
});

/** What an exhibit still needs to be said of it before it proves anything, in words; null when nothing. */
export function missingDetails(exhibit: Exhibit): string | null {
  if (exhibit.proves === '') return '未写证明内容';
  if (isRecording(exhibit) && (exhibit.startAt === '' || exhibit.endAt === '' || exhibit.device === ''))
    return '未写设备和起止时间';
  return exhibit.source === '' ? '未写来源' : null;
}
