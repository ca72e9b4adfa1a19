import { expect, test } from 'vitest';
import { loadDefinitions } from '../../../main/platform/definitions/load.ts';
import { initialValues } from '../../../shared/procedure/carry.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import { aCaseFile } from '../../support/a-case-file.ts';

const { templates } = loadDefinitions('resources');
const template = (id: string) => {
  const found = templates.get(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

/** 国办发〔2018〕118号: what 法制审核 looks at stands on the paper from the start, in the words of its choices. */
test('法制审核意见书 begins with its nine matters, and each asks for its result', () => {
  const values = initialValues(template('J29'), aCaseFile());
  const rows = values['checks'] as { item: string }[];
  expect(rows.map(({ item }) => item).join()).toBe(
    '主体,人员资格,管辖,事实和证据,法律适用,程序,裁量,文书,涉嫌犯罪移送',
  );
  const asked = problemsOf(template('J29'), values).filter(({ field }) => field.startsWith('checks'));
  expect(asked.map(({ field }) => field)).toEqual(rows.map((_, index) => `checks.${index}.result`));
});

test('who hands the case over and who takes it stand on 备案登记表 without being typed', () => {
  expect(initialValues(template('J49'), aCaseFile())).toMatchObject({ submitter: '王建国', receiver: '赵强' });
});
