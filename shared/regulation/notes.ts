import { type Cause, suspectedName } from '../causes/cause.ts';
import type { Law } from '../causes/law.ts';
import { provisionWords } from '../causes/provision.ts';
import type { RuleSettings } from '../case-file.ts';
import { isUnverified, type PeriodRule } from '../periods/rule.ts';
import type { Template } from '../template/template.ts';

/** What is shown beside everything below until 法规科 has confirmed it. */
export const unconfirmedLabel = '未经核实，请法规科确认';

/** Something nobody has verified against its source. `id` stays the same while what it says does, and lapses with it. */
export interface Note {
  id: string;
  /** What it stands in: a paper, a period, the office. */
  where: string;
  sentence: string;
}

export interface NoteSources {
  templates: ReadonlyMap<string, Template>;
  periodRules: readonly PeriodRule[];
  settings: RuleSettings;
  causes: readonly Cause[];
  laws: readonly Law[];
}

/** FNV-1a over the code units, as eight hex digits: a note that says something else is another note, to be confirmed anew. */
function fingerprint(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const note = (about: string, where: string, sentence: string): Note => ({
  id: `${about}:${fingerprint(sentence)}`,
  where,
  sentence,
});

const notesOfTemplate = ({ id, name, unverified: sentences }: Template): Note[] =>
  sentences.map((sentence) => note(`template:${id}`, `文书《${name}》`, sentence));

const notesOfCause = (cause: Cause, laws: readonly Law[]): Note[] =>
  [...cause.violated, ...cause.penal]
    .filter(({ unverified }) => unverified)
    .map((provision) =>
      note(
        `cause:${cause.id}`,
        `案由“${suspectedName(cause)}”`,
        `所引${provisionWords([provision], laws)}没有查到原文，条款号和内容请对照原文核实。`,
      ),
    );

const noteOfBasis = ({ id, name, basis }: PeriodRule): Note =>
  note(`period:${id}`, `期限“${name}”`, `依据“${basis}”未对照原文核实。`);

const noteOfVersion = ({ id, name }: PeriodRule, { before, basis }: PeriodRule['versions'][number]): Note =>
  note(`period:${id}:${before}`, `期限“${name}”（${before}以前）`, `当时的规定“${basis}”未对照原文核实。`);

const notesOfRule = (rule: PeriodRule): Note[] => [
  ...(isUnverified(rule.confidence) ? [noteOfBasis(rule)] : []),
  ...rule.versions.filter((version) => isUnverified(version.confidence)).map((version) => noteOfVersion(rule, version)),
];

/** The rules as they stand with what 法规科 has confirmed: a figure it has confirmed counts as read in its source. */
export const confirmedRules = (rules: readonly PeriodRule[], confirmedIds: ReadonlySet<string>): PeriodRule[] =>
  rules.map((rule) => ({
    ...rule,
    confidence: confirmedIds.has(noteOfBasis(rule).id) ? 'L' : rule.confidence,
    versions: rule.versions.map((version) =>
      confirmedIds.has(noteOfVersion(rule, version).id) ? { ...version, confidence: 'L' } : version,
    ),
  }));

const unset = '本省的标准没有查到，程序不设默认值，请法规科按现行规定在“设置—规则设置”中确定。';

/** Lines without a lawful default: they stand open until the office has set them. */
const notesOfSettings = ({ hearingFineUnit, hearingFinePerson }: RuleSettings): Note[] => [
  ...(hearingFineUnit === null ? [note('setting:hearingFineUnit', '较大数额罚款（单位）', unset)] : []),
  ...(hearingFinePerson === null ? [note('setting:hearingFinePerson', '较大数额罚款（个人）', unset)] : []),
];

/** What could not be found for this office and belongs to no one paper or period. */
const notesOfOffice: readonly Note[] = [
  note(
    'office:review-standard',
    '案卷评查',
    '《吉林省行政处罚案卷标准（试行）》和现行评查标准的全文没有查到，评查项目和分值是程序的建议，请法规科核定。',
  ),
  note(
    'office:forms',
    '文书格式',
    '本省统一的执法文书格式没有查到，文书按法律条文和通行做法整理，有统一格式的请在“设置—文书模板”中修改。',
  ),
  note('office:code', '文号', '机关代字和文号字以本局实际使用的为准，请与以往文号核对。'),
  note(
    'office:archive-days',
    '归档期限',
    '制度第三十五条的“30日”按自然日计算（第三十六条写明工作日的才按工作日），请法规科确认。',
  ),
  note(
    'office:penalty-term',
    '处罚决定的期限',
    '行政处罚法第六十条的九十日“另有规定的，从其规定”，程序默认按劳动保障监察条例第十七条（60+30个工作日）和若干规定第三十七条（15个工作日）计算；也办其他处罚案件、要同时计算九十日的，请在“设置—规则设置”中改，以后立的案件按新设置。',
  ),
  note(
    'office:traders',
    '个体工商户',
    '当场处罚的限额（行政处罚法第五十一条）和听证的“较大数额”（第六十三条）分公民和法人、其他组织，个体工商户按哪一种没有明文，程序默认按组织，请法规科在“设置—规则设置”中选定。',
  ),
  note(
    'office:judged-term',
    '申请强制执行',
    '驳回诉讼请求的判决生效后，申请法院强制执行的期限是三个月（行政强制法第五十三条）还是二年（行政诉讼法第九十五条、行诉解释第一百五十三条）有争议，程序默认按较短的三个月提醒，请法规科与管辖法院确认，在“设置—规则设置”中选定。',
  ),
  note(
    'office:surcharge-pause',
    '加处罚款',
    '行政处罚法第七十三条第三款的复议、诉讼期间从哪一天起没有明文，程序默认从申请复议、起诉之日起（含当日）到复议决定送达当事人、裁判生效之日（含当日）不计加处罚款；认为应从受理、立案之日起的，请在“设置—规则设置”中改，以后立的案件按新设置。',
  ),
  note(
    'office:staffing-term',
    '人力资源服务许可',
    '人力资源市场暂行条例第十九条的“20日”是否工作日没有明文，程序默认按工作日、从受理之日起算（行政许可法第三十二条、第四十二条）；按自然日计算的，请在“设置—规则设置”中改。',
  ),
  note(
    'office:late-fee-cap',
    '社会保险费滞纳金',
    '2011年7月1日以前的欠缴日按每日千分之二（社会保险费征缴暂行条例第十三条），以后按万分之五（社会保险法第八十六条）；行政强制法第四十五条第二款的上限是否适用有争议，程序默认不设上限，请在“设置—规则设置”中选定。',
  ),
  note(
    'office:gaps',
    '期限计算',
    '行政程序内的期限没有统一的起算和顺延规定，程序参照民法典第二百零一条至第二百零三条，原始届满日和顺延后的届满日一并列出。',
  ),
  note('office:weekends', '期限计算', '届满日逢周六、周日的，按通行做法视为休息日顺延，调休上班日视为工作日。'),
  note('office:retention', '保管期限', '各类案卷的保管期限以本局经同级档案主管部门审查的归档范围和保管期限表为准。'),
  note('office:discs', '移送', '法院接收电子案卷的格式（版式文件、光盘等）请在移送前向接收的法院确认。'),
];

/** Every item of the data in force that nobody has verified against its source. */
export const legalNotes = ({ templates, periodRules, settings, causes, laws }: NoteSources): Note[] => [
  ...[...templates.values()].flatMap(notesOfTemplate),
  ...periodRules.flatMap(notesOfRule),
  ...causes.flatMap((cause) => notesOfCause(cause, laws)),
  ...notesOfSettings(settings),
  ...notesOfOffice,
];

/** The notes 法规科 has not confirmed yet. */
export const unconfirmed = (notes: readonly Note[], confirmedIds: ReadonlySet<string>): Note[] =>
  notes.filter(({ id }) => !confirmedIds.has(id));
