import { describe, expect, it } from 'vitest';
import { remedyFor } from '../../../shared/regulation/remedy.ts';

const office = {
  government: '辽源市人民政府',
  formerReconsiderationBody: '吉林省人力资源和社会保障厅',
  courts: ['辽源市龙山区人民法院', '辽源市西安区人民法院'],
  reconsiderationOnline: '',
};
const ask = (decidedAt: string, more: Partial<Parameters<typeof remedyFor>[0]> = {}) =>
  remedyFor({ decidedAt, office, onTheSpot: false, ...more });

describe('remedy paragraph by the law in force on the day of the decision', () => {
  it('sends reconsideration to the same-level government from 2024-01-01', () => {
    expect(ask('2024-01-01')).toEqual({
      paragraphs: [
        '如不服本决定，可以自收到本决定书之日起六十日内向辽源市人民政府申请行政复议；也可以自收到本决定书之日起六个月内直接向辽源市龙山区人民法院提起行政诉讼。',
      ],
      lawVersion: '行政复议法（2023年修订）',
      basis: '行政复议法第二十条、第二十四条；行政诉讼法第四十六条',
    });
  });

  it('asks for reconsideration first after an on-the-spot penalty from 2024-01-01', () => {
    const [paragraph] = ask('2026-03-05', { onTheSpot: true }).paragraphs;
    expect(paragraph).toContain('应当自收到本决定书之日起六十日内先向辽源市人民政府申请行政复议');
    expect(paragraph).toContain('十五日内');
    expect(paragraph).not.toContain('直接向');
  });

  it('names both bodies on the last day of the old law, on the spot or not', () => {
    for (const onTheSpot of [true, false]) {
      const remedy = ask('2023-12-31', { onTheSpot });
      expect(remedy.paragraphs[0]).toContain('向辽源市人民政府或者吉林省人力资源和社会保障厅申请行政复议；也可以');
      expect(remedy.note).toBeUndefined();
    }
  });

  it('says so when the office has not named its former body', () => {
    const remedy = remedyFor({
      decidedAt: '2022-06-01',
      office: { ...office, formerReconsiderationBody: '' },
      onTheSpot: false,
    });
    expect(remedy.paragraphs[0]).toContain('六十日内向辽源市人民政府申请行政复议；');
    expect(remedy.note).toContain('2024年1月1日以前');
  });

  it.each([
    ['2015-04-30', '三个月内'],
    ['2015-05-01', '六个月内'],
  ])('on %s the time to sue is %s', (day, words) => {
    expect(ask(day).paragraphs[0]).toContain(words);
  });

  it('says where to apply over the internet once the office has such a way, by the new law alone (复议法22)', () => {
    const online = { office: { ...office, reconsiderationOnline: 'https://fy.example.gov.cn' } };
    const words = '申请行政复议（也可以通过互联网提交行政复议申请书：https://fy.example.gov.cn）；';
    expect(ask('2024-01-01', online).paragraphs[0]).toContain(words);
    expect(ask('2024-01-01', { ...online, onTheSpot: true }).paragraphs[0]).toContain(words);
    expect(ask('2023-12-31', online).paragraphs[0]).not.toContain('互联网');
  });

  it('calls the letter what it is', () => {
    expect(ask('2026-03-05', { letter: '通知书' }).paragraphs[0]).toMatch(
      /收到本通知书之日起六十日.*收到本通知书之日起六个月/,
    );
  });

  it('names the court that is asked for', () => {
    expect(ask('2026-03-05', { court: '辽源市西安区人民法院' }).paragraphs[0]).toContain('直接向辽源市西安区人民法院');
  });
});
