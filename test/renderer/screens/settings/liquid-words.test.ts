import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDefinitions } from '../../../../main/platform/definitions/compiled.ts';
import { liquidWords } from '../../../../renderer/screens/settings/templates/liquid-words.ts';
import type { Template } from '../../../../shared/template/template.ts';

const { templates } = openDefinitions(join(import.meta.dirname, '..', '..', '..', '..', 'resources')).definitions;
const template = (id: string): Template => templates.get(id)!;

describe('the text of a paper in words', () => {
  it.each([...templates.values()].filter(({ body }) => body !== undefined).map((entry) => [entry.id, entry] as const))(
    '%s comes back letter for letter',
    (_, item) => {
      const { toWords, toLiquid } = liquidWords(item);
      for (const text of [item.body ?? '', item.addressee ?? '']) expect(toLiquid(toWords(text))).toBe(text);
    },
  );

  it('names fields and tags, and leaves quotes, parts and printed text alone', () => {
    const { toWords } = liquidWords(template('J21'));
    expect(
      toWords(
        'facts：{{ facts }}，{% if noticeKind == "facts" %}{{ statementDeadline | day }}{% endif %}{% for item in penalties %}{{ item.amount }}{% endfor %}',
      ),
    ).toBe(
      'facts：{{ 违法事实 }}，{% 如果 拟作出的决定 == "facts" %}{{ 陈述、申辩截止日期 | 年月日 }}{% 如果完 %}{% 逐项 item in 拟处罚内容 %}{{ item.amount }}{% 逐项完 %}',
    );
  });

  it('keeps the longer of two names that begin alike', () => {
    const item = structuredClone(template('J21'));
    item.sections[1]!.fields[0]!.label = '证据种类';
    const { toLiquid } = liquidWords(item);
    expect(toLiquid('{{ 证据种类 }}{{ 证据 }}')).toBe('{{ facts }}{{ evidence }}');
  });

  it('leaves the keys of fields that have one name', () => {
    const item = structuredClone(template('J21'));
    item.sections[1]!.fields[0]!.label = '证据';
    const { toWords, toLiquid } = liquidWords(item);
    expect(toWords('{{ facts }}{{ evidence }}')).toBe('{{ facts }}{{ evidence }}');
    expect(toLiquid('{{ 证据 }}')).toBe('{{ 证据 }}');
  });
});
