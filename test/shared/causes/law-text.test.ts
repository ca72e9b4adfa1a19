import { describe, expect, test } from 'vitest';
import { countsOf, gapsOf, readLawText } from '../../../shared/causes/law-text.ts';

const text = `某某暂行条例
（2020年1月1日公布）
目　录
第一章　总　则
第二章　附　则
第一章　总　则
第一条　为了规范某某，制定本条例。
第二条 有下列情形之一的，适用本条例：
（一）第一种；
（二）依照第一条规定的；
（三）其他。
前款所称其他，由国务院规定。
第二条之一 本条例所称某某，按照第二条的规定。
一、监督检查
第二章　附　则
第三条　本条例自2020年5月1日起施行。
附件：名单
某某`;

describe('a law read from lines', () => {
  const law = readLawText(text);
  test('articles, paragraphs and items, without contents, headings and appendix', () => {
    expect(law.title).toBe('某某暂行条例');
    expect(law.articles).toEqual([
      { article: 1, paragraphs: [{ text: '为了规范某某，制定本条例。', items: [] }] },
      {
        article: 2,
        paragraphs: [
          {
            text: '有下列情形之一的，适用本条例：',
            items: ['（一）第一种；', '（二）依照第一条规定的；', '（三）其他。'],
          },
          { text: '前款所称其他，由国务院规定。', items: [] },
        ],
      },
      { article: 2, inserted: 1, paragraphs: [{ text: '本条例所称某某，按照第二条的规定。', items: [] }] },
      { article: 3, paragraphs: [{ text: '本条例自2020年5月1日起施行。', items: [] }] },
    ]);
    expect(gapsOf(law)).toEqual([]);
  });

  test('what the table of laws keeps of it', () => {
    expect(countsOf(law)).toEqual({
      articles: 3,
      paragraphs: [1, 2, 1],
      items: { '2': 3 },
      inserted: { '2之1': [1, 0] },
    });
  });

  test('Markdown, and lines of Windows', () => {
    const marked = `# 某某办法\r\n\r\n## 第一章 总则\r\n\r\n**第一条** 甲。\r\n\r\n第二条\r\n\r\n乙。\r\n\r\n(一) 丙；\r\n`;
    expect(readLawText(marked)).toEqual({
      title: '某某办法',
      articles: [
        { article: 1, paragraphs: [{ text: '甲。', items: [] }] },
        { article: 2, paragraphs: [{ text: '乙。', items: ['(一) 丙；'] }] },
      ],
    });
  });
});

test.each<[string, string, string[]]>([
  ['nothing of a law', '关于放假的通知', ['没有读到“第一条”这样开头的条文']],
  ['without its beginning', '某法\n第二条 乙。', ['第一个条文是第二条，前面的没有']],
  ['one missing', '某法\n第一条 甲。\n第三条 丙。', ['第一条后面是第三条']],
  ['one double', '某法\n第一条 甲。\n第一条 甲。', ['第一条后面是第一条']],
  ['之二 without 之一', '某法\n第一条 甲。\n第一条之二 乙。', ['第一条后面是第一条之二']],
  ['a sentence that begins with another article', '某法\n第一条 甲。\n第一条规定的除外。\n第二条 乙。', []],
])('%s', (_, lines, gaps) => {
  expect(gapsOf(readLawText(lines))).toEqual(gaps);
});
