import { useMemo, useState } from 'react';
import { DateInput } from '../parts/days/date-input.tsx';
import { ChipText, type ChipGrammar } from '../ui/chip-text.tsx';
import { Check, RadioRow } from '../ui/choices.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { FormGrid } from '../ui/form-grid.tsx';
import { NumberField, optionsOf, SelectField, TextAreaField, TextField } from '../ui/labelled-fields.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { MultiCombobox } from '../ui/multi-combobox.tsx';
import { SearchCombobox } from '../ui/search-combobox.tsx';
import { useQueryText } from '../ui/use-query-text.ts';
import { Exhibit } from './exhibit.tsx';

const ways = ['直接送达', '留置送达', '邮寄送达'] as const;
const people = ['王建国', '李敏', '张丽', '赵强', '孙伟', '周静'].map((label) => ({ id: label, label }));

/** What is filled in. */
export const Fields = () => (
  <>
    <Texts />
    <Chips />
    <Days />
    <Choices />
    <Many />
  </>
);

function Texts() {
  const [text, setText] = useState('陈福来');
  const [amount, setAmount] = useState<number | null>(3600);
  return (
    <Exhibit title="文字与数字" note="labelled-fields.tsx，number-input.tsx">
      <FormGrid>
        <TextField label="法定代表人" required value={text} onChange={setText} help="与营业执照一致。" />
        <TextField label="联系电话" value="" onChange={setText} placeholder="区号-号码" />
        <TextField
          label="信用代码"
          required
          value="91350100M000100Y4"
          onChange={setText}
          problem="应为 18 位，现在 17 位。"
        />
        <TextField label="文号" required value="辽人社监立字〔2026〕第001号" onChange={setText} readOnly />
        <NumberField label="罚款（元）" required value={amount} onChange={setAmount} />
        <TextAreaField
          label="违法事实"
          width="full"
          required
          value="2026年1月至2月，安排12名职工加班。"
          onChange={setText}
        />
      </FormGrid>
    </Exhibit>
  );
}

const SAID: Readonly<Record<string, ['value' | 'frame' | 'closed', string]>> = {
  party: ['value', '当事人'],
  day: ['value', '决定日期'],
  'if agent': ['frame', '如果填了“委托代理人”'],
  endif: ['frame', '如果完'],
  other: ['closed', '条件'],
};
const grammar: ChipGrammar = {
  chipsOf: (text) =>
    [...text.matchAll(/\[(\w[^\]]*)\]/g)].map(({ 0: piece, 1: name = '', index }) => {
      const [kind, words] = SAID[name] ?? ['closed', name];
      return { from: index, to: index + piece.length, words, kind };
    }),
  refusalOf: () => null,
};
const pieces = ['party', 'day'].map((name) => ({ name: SAID[name]?.[1] ?? '', detail: '栏目', text: `[${name}]` }));

function Chips() {
  const [text, setText] = useState('[party]：\n[if agent]委托代理人[endif]于[day]收到[other]。');
  const given = { grammar, options: pieces, onOpen: () => undefined };
  return (
    <Exhibit title="带栏目的文字" note="chip-text.tsx（键入 {）">
      <FormGrid>
        <ChipText {...given} label="正文" help="键入 { 插入栏目。" value={text} onChange={setText} />
        <ChipText
          {...given}
          label="称谓"
          help="只能看，不能改。"
          isLine
          readOnly
          value="[party]："
          onChange={setText}
          problem="栏目“当事人”已经删除。"
        />
      </FormGrid>
    </Exhibit>
  );
}

function Days() {
  const [day, setDay] = useState('');
  const [moment, setMoment] = useState('2026-04-02T09:30');
  return (
    <Exhibit title="日期" note="parts/days/date-input.tsx，calendar.tsx（Alt+↓）">
      <FormGrid>
        <Labelled label="决定日期" required>
          {(control) => <DateInput {...control} name="day" value={day} onChange={setDay} />}
        </Labelled>
        <Labelled label="检查时间" required>
          {(control) => <DateInput {...control} name="moment" withTime value={moment} onChange={setMoment} />}
        </Labelled>
      </FormGrid>
    </Exhibit>
  );
}

function Choices() {
  const [way, setWay] = useState<(typeof ways)[number]>('直接送达');
  const [isHeard, setHeard] = useState(true);
  return (
    <Exhibit title="选择" note="choices.tsx，labelled-fields.tsx">
      <FormGrid>
        <SelectField label="送达方式" required options={optionsOf(ways)} value={way} onChange={setWay} />
        <SelectField label="送达方式（不能改）" disabled options={optionsOf(ways)} value={way} onChange={setWay} />
        <RadioRow legend="送达方式" name="way" options={optionsOf(ways)} value={way} onChange={setWay} />
      </FormGrid>
      <Check checked={isHeard} onChange={setHeard}>
        已告知陈述、申辩的权利
      </Check>
    </Exhibit>
  );
}

function Many() {
  const [officer, setOfficer] = useState<string | null>('王建国');
  const [witnesses, setWitnesses] = useState<readonly string[]>(['李敏', '周静']);
  const search = useQueryText();
  const found = useMemo(
    () =>
      people
        .filter(({ label }) => label.includes(search.query))
        .map(({ id, label }) => ({ id, text: label, content: label })),
    [search.query],
  );
  return (
    <Exhibit title="边找边选" note="combobox.tsx，multi-combobox.tsx，search-combobox.tsx">
      <FormGrid>
        <Labelled label="承办人" required>
          {(control) => <Combobox {...control} options={people} value={officer} onChange={setOfficer} />}
        </Labelled>
        <Labelled label="见证人">
          {(control) => (
            <MultiCombobox
              {...control}
              options={people}
              chosenLabel="已选的见证人"
              value={witnesses}
              onChange={setWitnesses}
            />
          )}
        </Labelled>
        <Labelled label="当事人" width="full" required>
          {(control) => (
            <SearchCombobox
              {...control}
              name="party"
              placeholder="姓名中的任意几个字"
              maxLength={20}
              search={search}
              options={found}
              isFound={search.isCurrent}
              none="没有找到。"
              onChoose={search.setText}
            />
          )}
        </Labelled>
      </FormGrid>
    </Exhibit>
  );
}
