import type { CaseCause } from '../../../shared/causes/case-cause.ts';
import type { Cause, Trigger } from '../../../shared/causes/cause.ts';
import { chineseDay } from '../../../shared/time/chinese-day.ts';
import { Fact, Facts } from '../../ui/fact.tsx';
import { EvidenceList } from './evidence-list.tsx';
import css from './causes.module.css';

/** What the case takes from its 案由: the provisions of the day of the act, the range of the discretion, what to ask, gather and order. */
export function CauseFacts({ cause }: { cause: CaseCause }) {
  return (
    <Facts data-testid="cause-facts">
      <Fact term="按哪一天的规定">{chineseDay(cause.day)}</Fact>
      <Fact term="适用（违反）的规定">{cause.violated === '' ? '这一天没有登记适用的规定' : cause.violated}</Fact>
      {cause.penal !== '' && <Fact term="处罚（处理）的规定">{cause.penal}</Fact>}
      {cause.outOfForce.length > 0 && (
        <Fact term="这一天不能适用">
          <Lines lines={cause.outOfForce.map(({ sentence }) => sentence)} />
        </Fact>
      )}
      {cause.unverified !== '' && (
        <Fact term="未经核实，请法规科确认" className={css.care}>
          {cause.unverified}
        </Fact>
      )}
      {cause.discretion.range !== '' && <Fact term="法定幅度">{cause.discretion.range}</Fact>}
      <Fact term="裁量阶次">
        <Steps steps={cause.discretion.steps} />
      </Fact>
      {cause.correction !== '' && <Fact term="责令改正内容">{cause.correction}</Fact>}
      <Triggers term="应当告知听证" triggers={cause.hearing} />
      <Triggers term="应当法制审核" triggers={cause.review} />
      {cause.questions.length > 0 && (
        <Fact term="询问提纲">
          <Lines lines={cause.questions.map(({ q }) => q)} />
        </Fact>
      )}
      {cause.evidence.length > 0 && (
        <Fact term="证据清单">
          <EvidenceList evidence={cause.evidence} />
        </Fact>
      )}
    </Facts>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ol className={css.list}>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ol>
);

function Steps({ steps }: { steps: Cause['discretion']['steps'] }) {
  if (steps.length === 0) return '没有登记；本省（本局）的裁量基准由法规科在“设置—案由”中登记。';
  return <Lines lines={steps.map(({ circumstances, consequence }) => `${circumstances}：${consequence}`)} />;
}

function Triggers({ term, triggers }: { term: string; triggers: readonly Trigger[] }) {
  if (triggers.length === 0) return null;
  return (
    <Fact term={term}>
      <Lines lines={triggers.map(({ reason }) => reason)} />
    </Fact>
  );
}
