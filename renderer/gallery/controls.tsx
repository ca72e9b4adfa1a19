import { useState } from 'react';
import { ActBar } from '../ui/act-bar.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { MoreMenu } from '../ui/menu.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { ScreenHead } from '../ui/screen-head.tsx';
import { Segments } from '../ui/segments.tsx';
import { TabPanel, TabRow, Tabs } from '../ui/tabs.tsx';
import { Tag, tagTones } from '../ui/tag.tsx';
import { WizardSteps } from '../ui/wizard-steps.tsx';
import { Exhibit } from './exhibit.tsx';
import css from './gallery.module.css';

const REASON = '还没有填写“决定日期”（第二十六条）。';
const nothing = (): void => undefined;

const items = [
  { name: '打开一户式档案', act: nothing },
  { name: '修改登记', act: nothing, reason: '案件已经归档。' },
  { name: '作废本文书', act: nothing },
];

const chips = {
  neutral: '草稿',
  info: '本局',
  good: '已送达',
  care: '未经核实',
  soon: '剩 3 个工作日',
  overdue: '逾期 2 天',
} as const;

/** What is pressed, and what says a state. */
export const Controls = () => (
  <>
    <Exhibit title="按钮" note="reason-button.tsx">
      {(['primary', 'plain', 'quiet'] as const).map((kind) => (
        <div key={kind} className={css.line}>
          <ReasonButton kind={kind}>出具</ReasonButton>
          <ReasonButton kind={kind} keyHint="F4">
            出具
          </ReasonButton>
          <ReasonButton kind={kind} busy>
            正在出具…
          </ReasonButton>
          <ReasonButton kind={kind} reason={REASON}>
            不能出具
          </ReasonButton>
        </div>
      ))}
      <div className={css.line}>
        <FileButton reason={null} onFiles={nothing}>
          选择文件
        </FileButton>
        <MoreMenu items={items} data-testid="more" />
      </div>
    </Exhibit>
    <Exhibit title="标签" note="tag.tsx">
      <div className={css.line}>
        {tagTones.map((tone) => (
          <Tag key={tone} tone={tone}>
            {chips[tone]}
          </Tag>
        ))}
      </div>
      <p>
        立案审批表
        <Tag isMark tone="care">
          副卷
        </Tag>
      </p>
    </Exhibit>
    <Exhibit title="屏头与操作栏" note="screen-head.tsx，act-bar.tsx">
      <ScreenHead
        title="辽源市福满园餐饮有限公司"
        facts="涉嫌违反规定延长劳动者工作时间　辽人社监立字〔2026〕第 001 号"
        chip={<Tag tone="soon">剩 3 个工作日</Tag>}
      >
        <MoreMenu items={items} />
      </ScreenHead>
      <ActBar note="还差 决定日期、缴款账户">
        <ReasonButton keyHint="F2">下一处</ReasonButton>
        <ReasonButton kind="primary" keyHint="F4">
          出具
        </ReasonButton>
      </ActBar>
    </Exhibit>
    <Ways />
  </>
);

const sides = [
  { key: 'print', label: '成文' },
  { key: 'exhibits', label: '证据', count: 6 },
  { key: 'findings', label: '核查', count: 2, harm: true },
] as const;
type Side = (typeof sides)[number]['key'];

const panes = [
  { key: 'steps', name: '步骤', count: '11/19' },
  { key: 'fill', name: '填写', count: '缺3' },
] as const;

function Ways() {
  const [side, setSide] = useState<Side>('print');
  const [pane, setPane] = useState<'steps' | 'fill'>('steps');
  const [step, setStep] = useState(0);
  return (
    <Exhibit title="页签、分段与步骤" note="tabs.tsx，segments.tsx（窄窗口），wizard-steps.tsx">
      {(['horizontal', 'vertical'] as const).map((orientation) => (
        <Tabs key={orientation} selected={side} onSelect={setSide} orientation={orientation}>
          <TabRow label={`材料${orientation}`} tabs={sides} />
          <TabPanel tab={side}>{sides.find(({ key }) => key === side)?.label}</TabPanel>
        </Tabs>
      ))}
      <Segments label="办案的部分" segments={panes} shown={pane} onShow={setPane} />
      <WizardSteps
        label="归档步骤"
        current={step}
        onGo={setStep}
        steps={[
          { name: '核对', reason: null },
          { name: '卷内目录', reason: null },
          { name: '成卷', reason: '请先核对卷内目录。' },
        ]}
      />
    </Exhibit>
  );
}
