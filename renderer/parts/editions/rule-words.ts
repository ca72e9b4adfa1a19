import type { RuleSettings } from '../../../shared/case-file.ts';
import type { RecordingLevel } from '../../../shared/template/template.ts';
import { chainWords } from './chain-words.ts';
import type { Change } from './change.ts';

export const recordingWords: Readonly<Record<RecordingLevel, string>> = {
  must: '应当',
  should: '建议',
  may: '可以',
  none: '不要求',
};

/** Names of what the tables of the settings are keyed by. */
export interface RuleNames {
  template: (id: string) => string;
  procedure: (id: string) => string;
  reviewItem: (id: string) => string;
}

export const volumeOrderWords: Readonly<Record<RuleSettings['volumeOrder'], string>> = {
  process: '按办理先后（立案在前）',
  conclusion: '结论在前（决定书在前）',
};

export const penaltyTermWords: Readonly<Record<RuleSettings['penaltyTerm'], string>> = {
  劳动保障监察: '按劳动保障监察（60+30、15个工作日）',
  九十日: '同时计算立案起九十日',
};

export const tradersAsWords: Readonly<Record<RuleSettings['tradersAs'], string>> = {
  组织: '按法人或者其他组织（当场罚款3000元以下）',
  公民: '按公民（当场罚款200元以下）',
};

export const bindingWords: Readonly<Record<RuleSettings['binding'], string>> = {
  正副卷: '内部材料另立副卷',
  一卷: '一案一卷，全部合订',
};

export const remedyPauseWords: Readonly<Record<RuleSettings['remedyPause'], string>> = {
  申请之日: '申请（起诉）之日',
  受理之日: '受理（立案）之日',
};

/** The tables of the settings; every other setting is a field of 规则设置. */
type Tables = 'weights' | 'recordingLevels' | 'retentions' | 'approvals' | 'copies';
export type RuleField = Exclude<keyof RuleSettings, Tables>;

const yuan = (amount: number | null): string => (amount === null ? '未确定' : `${amount}元`);
const yesOrNo = (isOn: boolean): string => (isOn ? '是' : '否');
const asItIs = (value: string): string => value;

/** What each field of 规则设置 is called, and its value in words: in the form, its history and the record. */
export const ruleFields: {
  [Field in RuleField]: { name: string; words: (value: RuleSettings[Field], names: RuleNames) => string };
} = {
  hearingFineUnit: { name: '较大数额罚款（单位）', words: yuan },
  hearingFinePerson: { name: '较大数额罚款（个人）', words: yuan },
  leaderSignsFiling: { name: '立案须经局领导签批', words: yesOrNo },
  blankOpinionAgrees: { name: '空白意见记为同意', words: yesOrNo },
  volumeOrder: { name: '卷内排列', words: (order) => volumeOrderWords[order] },
  pageNumberPlace: { name: '页码位置', words: asItIs },
  idleLockMinutes: { name: '几分钟不操作就锁定', words: (minutes) => `${minutes}分钟` },
  withoutPageCode: {
    name: '不印识别码的文书',
    words: (ids, names) => ids.map((id) => `《${names.template(id)}》`).join('') || '无',
  },
  penaltyTerm: { name: '处罚决定的期限', words: (term) => penaltyTermWords[term] },
  judgedTerm: { name: '驳回判决生效后申请执行', words: asItIs },
  tradersAs: { name: '个体工商户的罚款和听证标准', words: (as) => tradersAsWords[as] },
  binding: { name: '装订', words: (binding) => bindingWords[binding] },
  volumeParts: {
    name: '改了卷别的文书',
    words: (parts, names) =>
      Object.entries(parts)
        .map(([id, part]) => `《${names.template(id)}》入${part}`)
        .join('、') || '无',
  },
  remedyPause: { name: '复议、诉讼从哪天起停止加处罚款', words: (day) => remedyPauseWords[day] },
  staffingTerm: { name: '人力资源服务许可的二十日', words: asItIs },
  lateFeeCap: { name: '社会保险费滞纳金上限', words: asItIs },
};
export const ruleFieldKeys = Object.keys(ruleFields) as RuleField[];

const fieldLine = <Field extends RuleField>(
  field: Field,
  settings: RuleSettings,
  names: RuleNames,
): [string, string] => [ruleFields[field].name, ruleFields[field].words(settings[field], names)];

/** Every setting as a line of words, by what it is called; what is not set apart from the shipped value has no line. */
function settled(settings: RuleSettings, names: RuleNames): Record<string, string> {
  const { weights, recordingLevels, retentions, approvals, copies } = settings;
  return {
    ...Object.fromEntries(ruleFieldKeys.map((field) => fieldLine(field, settings, names))),
    ...Object.fromEntries(
      Object.entries(weights).map(([id, points]) => [`评查项“${names.reviewItem(id)}”`, `${points}分`]),
    ),
    ...Object.fromEntries(
      Object.entries(recordingLevels).map(([id, level]) => [
        `音像记录《${names.template(id)}》`,
        recordingWords[level],
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(approvals).map(([id, chain]) => [`审批《${names.template(id)}》`, chainWords(chain)]),
    ),
    ...Object.fromEntries(
      Object.entries(copies).map(([id, uses]) => [`打印份数《${names.template(id)}》`, uses.join('、')]),
    ),
    ...Object.fromEntries(
      Object.entries(retentions).map(([id, retention]) => [`保管期限“${names.procedure(id)}”`, retention]),
    ),
  };
}

/** What is different between two settings, in words; a line that falls away goes back to the shipped value. */
export function ruleChanges(before: RuleSettings, after: RuleSettings, names: RuleNames): Change[] {
  const [old, next] = [settled(before, names), settled(after, names)];
  return [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .filter((where) => old[where] !== next[where])
    .map((where) => ({ where, before: old[where] ?? '程序建议', after: next[where] ?? '程序建议' }));
}
