import { describe, expect, test } from 'vitest';
import { numberIn, readCell, withPasted } from '../../../../renderer/parts/fields/pasted-rows.ts';
import { cellsOfText } from '../../../../renderer/parts/fields/pasted-table.ts';
import type { Field } from '../../../../shared/template/template.ts';
import type { RowValue } from '../../../../shared/template/values.ts';

const column = (key: string, label: string, type: Field['type'], over: Partial<Field> = {}): Field => ({
  key,
  label,
  type,
  required: false,
  ...over,
});
const columns = [
  column('name', '姓名', 'text'),
  column('number', '身份证号码', 'text', { format: 'idNumber' }),
  column('owed', '拖欠金额（元）', 'money'),
  column('since', '入职日期', 'date'),
  column('signed', '已签合同', 'flag'),
];
const place = { columns, row: 0, column: 0, today: '2026-03-09' };

describe('a text with tabs', () => {
  test.each<[string, string, string[][]]>([
    [
      'as Excel gives it',
      '张三\t100\r\n李四\t200\r\n',
      [
        ['张三', '100'],
        ['李四', '200'],
      ],
    ],
    ['with a line break and quotes in a cell', '"张三\n（组长）"\t"说""好"""\r\n', [['张三\n（组长）', '说"好"']]],
    ['with an empty cell', '张三\t\t3\r\n', [['张三', '', '3']]],
    [
      'with an empty line',
      '张三\t1\n\t\n李四\t2',
      [
        ['张三', '1'],
        ['李四', '2'],
      ],
    ],
    ['with what Word leaves behind', '张\u200B三\u00A0\t第\u000B二', [['张三', '第\n二']]],
    ['of one column', '张三\n李四', [['张三'], ['李四']]],
    ['of nothing', '', []],
  ])('%s', (_, text, cells) => {
    expect(cellsOfText(text)).toEqual(cells);
  });
});

describe('pasted rows', () => {
  test('go into the cells from the caret on, over what is there and below it', () => {
    const rows: RowValue[] = [
      { name: '甲', owed: 1 },
      { name: '乙', signed: true },
    ];
    const cells = [
      ['5,000.50', '2021.6.29'],
      ['￥６００元', '20210701'],
    ];
    expect(withPasted(rows, cells, { ...place, row: 1, column: 2 })).toEqual({
      rows: [
        { name: '甲', owed: 1 },
        { name: '乙', signed: true, owed: 5000.5, since: '2021-06-29' },
        { owed: 600, since: '2021-07-01' },
      ],
      taken: 2,
      faults: [],
    });
  });

  test('with a line of names go where the names say', () => {
    const cells = [
      ['序号', '拖欠金额', '姓 名'],
      ['1', '300', '张三'],
    ];
    expect(withPasted([], cells, { ...place, column: 1 })).toEqual({
      rows: [{ owed: 300, name: '张三' }],
      taken: 1,
      faults: [],
    });
  });

  test('say with row and column what could not be taken, and take the rest', () => {
    const cells = [
      ['张三', '２２０４０２１９８７０５０１０１２１', '三千', '不详', '也许'],
      ['李四', '', '', '', '', '备注'],
    ];
    expect(withPasted([], cells, place)).toEqual({
      rows: [{ name: '张三', number: '220402198705010121', since: '不详' }, { name: '李四' }],
      taken: 2,
      faults: [
        '第1行“拖欠金额（元）”：“三千”不是数字，没有填。',
        '第1行“已签合同”：“也许”看不出是不是，没有填。',
        '第2行：“备注”后面没有列可放。',
      ],
    });
  });

  test('no more than a table holds, and it is said', () => {
    const cells = Array.from({ length: 2_003 }, (_, index) => [`某${index}`]);
    const { rows, faults } = withPasted([], cells, place);
    expect(rows).toHaveLength(2_000);
    expect(faults).toEqual(['一张表最多2000行，后面的3行没有放进来。']);
  });
});

describe('a cell', () => {
  test.each([
    ['1,234.5', { value: 1234.5 }],
    ['－３', { value: -3 }],
    ['', {}],
    ['1.2.3', { fault: '“1.2.3”不是数字，没有填。' }],
  ])('the number %j', (text, read) => expect(numberIn(text)).toEqual(read));

  test.each([
    ['男', { value: '男' }],
    ['', {}],
    ['中', { fault: '“中”不在可选的男、女里，没有填。' }],
  ])('the choice %j', (text, read) => {
    expect(readCell(column('sex', '性别', 'choice', { choices: ['男', '女'] }), text, '2026-03-09')).toEqual(read);
  });

  test.each([
    ['√', true],
    ['否', false],
  ])('the tick %j', (text, value) => {
    expect(readCell(column('signed', '已签', 'flag'), text, '2026-03-09')).toEqual({ value });
  });
});
