import type { RuleSettings } from '../../../../shared/case-file.ts';
import type { RecordingLevel } from '../../../../shared/template/template.ts';
import { chainWords } from '../chain-words.ts';
import type { Change } from '../edition-history.tsx';

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

type Settled = Record<string, string>;

const yuan = (amount: number | null): string => (amount === null ? '未确定' : `${amount}元`);

/** Every setting as a line of words, by what it is called; what is not set apart from the shipped value has no line. */
function settled(settings: RuleSettings, names: RuleNames): Settled {
  const { weights, recordingLevels, retentions, approvals, copies } = settings;
  return {
    '较大数额罚款（单位）': yuan(settings.hearingFineUnit),
    '较大数额罚款（个人）': yuan(settings.hearingFinePerson),
    立案须经局领导签批: settings.leaderSignsFiling ? '是' : '否',
    空白意见记为同意: settings.blankOpinionAgrees ? '是' : '否',
    卷内排列: settings.volumeOrder === 'process' ? '按办理先后' : '结论在前',
    页码位置: settings.pageNumberPlace,
    不印识别码: settings.withoutPageCode.map((id) => `《${names.template(id)}》`).join('') || '无',
    处罚决定的期限: settings.penaltyTerm,
    驳回判决生效后申请执行: settings.judgedTerm,
    几分钟不操作就锁定: `${settings.idleLockMinutes}分钟`,
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
