import { describe, expect, test } from 'vitest';
import type { Template } from '../../../../shared/template/template.ts';
import type { Values } from '../../../../shared/template/values.ts';
import {
  countOf,
  fieldNamed,
  fieldsInOrder,
  groupsOfForm,
  nothingOpen,
  openedMore,
  type OpenFields,
} from '../../../../renderer/screens/case/form-groups.ts';
import { fillPaper } from '../../../support/fill-paper.ts';
import { definitions } from '../../../support/judgement.ts';

const decision = definitions.templates.get('J32') as Template;
const filled = fillPaper(decision);
const lacking = (...keys: string[]): Values => ({ ...filled, ...Object.fromEntries(keys.map((key) => [key, null])) });
const calm: Parameters<typeof openedMore>[3] = { busy: null, wanted: [] };
const keys = (fields: readonly { key: string }[]): string[] => fields.map(({ key }) => key);
const openWith = (values: Values, before: OpenFields = nothingOpen, how = calm): OpenFields =>
  openedMore(before, decision, values, how);

describe('the form of a paper', () => {
  test('asks for what is missing in the order of the paper, and lists what is there', () => {
    const values = lacking('payAccount', 'decidedAt', 'noticeProcess');
    const groups = groupsOfForm(decision, values, openWith(values));
    expect(keys(groups.asked)).toEqual(['decidedAt', 'noticeProcess', 'payAccount']);
    expect(keys(groups.texts)).toEqual(expect.arrayContaining(['facts', 'evidence', 'reasons']));
    expect(keys(groups.carried)).toEqual(expect.arrayContaining(['partyName', 'penalties']));
  });

  test.each(['J01', 'J07', 'J32', 'J40'])('%s has each field in one group, whatever is filled', (id) => {
    const template = definitions.templates.get(id) as Template;
    for (const values of [{}, fillPaper(template)]) {
      const { carried, asked, texts, further } = groupsOfForm(
        template,
        values,
        openedMore(nothingOpen, template, values, calm),
      );
      const all = keys([...carried, ...asked, ...texts, ...further]).toSorted();
      expect(all).toEqual(keys(fieldsInOrder(template, values)).toSorted());
    }
  });

  test('a field that was filled in stays where it is', () => {
    const before = openWith(lacking('decidedAt'));
    const after = openWith(filled, before);
    expect(after).toBe(before);
    expect(keys(groupsOfForm(decision, filled, after).asked)).toEqual(['decidedAt']);
  });

  test('a text that is being emptied moves when its caret has left it', () => {
    const values = lacking('facts');
    const before = openWith(filled);
    expect(openWith(values, before, { busy: 'facts', wanted: [] }).asked.has('facts')).toBe(false);
    expect(openWith(values, before).asked.has('facts')).toBe(true);
  });

  test('a field somebody was sent to opens', () => {
    const open = openWith(filled, nothingOpen, { busy: null, wanted: ['partyName'] });
    expect(keys(groupsOfForm(decision, filled, open).asked)).toEqual(['partyName']);
  });

  test('what decides whether a missing field is asked for stands with it', () => {
    const source = definitions.templates.get('J01') as Template;
    const asking = { sourceType: '举报' };
    const { asked } = openedMore(nothingOpen, source, asking, calm);
    expect([...asked]).toEqual(expect.arrayContaining(['informantName', 'anonymous']));
  });
});

test('counts what is missing of all', () => {
  const { all, missing } = countOf(decision, lacking('decidedAt', 'payAccount'));
  expect(missing).toBe(2);
  expect(all).toBe(fieldsInOrder(decision, filled).length);
  expect(fieldNamed(decision, 'decidedAt')?.label).toBe('决定日期');
  expect(fieldNamed(decision, undefined)).toBeUndefined();
});
