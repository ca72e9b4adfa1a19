import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../../shared/case-file.ts';
import { createPaperDrafts, paperWithEdits, type SetAside } from '../../../../renderer/screens/case/paper-drafts.ts';
import type { SaveRequest } from '../../../../renderer/data/save-paper.ts';
import type { Values } from '../../../../shared/template/values.ts';

const paper = (version: number, values: Values = {}, id = 'p1'): Paper => ({
  id,
  caseId: 'c1',
  partyId: null,
  templateId: 'J04',
  templateVersion: 1,
  name: '立案审批表',
  version,
  status: 'draft',
  number: null,
  values,
  signatures: [],
  approvals: [],
  createdAt: '',
  updatedAt: '',
  issuedAt: null,
  issuedBy: null,
  sha256: null,
  pages: null,
  voidReason: null,
  prints: [],
});

/** A main that keeps values, raises the version with every save, and answers only when told to. */
function fakeMain(first: Paper) {
  let held = first;
  const requests: SaveRequest[] = [];
  const waiting: (() => void)[] = [];
  const save = (request: SaveRequest): Promise<Paper> => {
    requests.push(request);
    return new Promise((resolve, reject) => {
      waiting.push(() => {
        if (request.version !== held.version) return reject(new Error('stale'));
        held = { ...held, version: held.version + 1, values: { ...held.values, ...request.values } };
        resolve(held);
      });
    });
  };
  const settled = () =>
    new Promise<void>((resolve) => {
      setTimeout(resolve, 0);
    });
  return {
    save,
    requests,
    held: () => held,
    byAnother: (values: Values) => {
      held = { ...held, version: held.version + 1, values: { ...held.values, ...values } };
      return held;
    },
    answer: async () => {
      waiting.shift()?.();
      await settled();
    },
  };
}

function open(values: Values = {}, asides = new Map<string, SetAside>()) {
  const main = fakeMain(paper(1, values));
  const drafts = createPaperDrafts({
    aside: {
      read: (id) => asides.get(id),
      keep: (id, aside) => (aside === null ? asides.delete(id) : asides.set(id, aside)),
    },
    save: main.save,
    keepable: (_, edits) => Object.fromEntries(Object.entries(edits).filter(([, value]) => value !== '太长')),
    now: () => new Date('2026-11-22T10:00:00+08:00'),
  });
  drafts.take(main.held());
  const draft = () => {
    const found = drafts.snapshot().get('p1');
    if (found === undefined) throw new Error('no draft');
    return found;
  };
  return { main, drafts, draft, asides };
}

describe('saving', () => {
  test('sends only what changed, with the version, and says when it was saved', async () => {
    const { main, drafts, draft } = open({ causeName: '涉嫌拖欠工资', remark: '无' });
    drafts.edit('p1', 'causeName', '涉嫌拖欠工资报酬');
    const done = drafts.flush('p1');
    expect(draft().phase).toBe('saving');
    await main.answer();
    expect(await done).toBe(true);
    expect(main.requests).toEqual([{ paperId: 'p1', version: 1, values: { causeName: '涉嫌拖欠工资报酬' } }]);
    expect(draft()).toMatchObject({ phase: 'saved', edits: {}, savedAt: new Date('2026-11-22T10:00:00+08:00') });
  });

  test('typing the old text again leaves nothing to save', async () => {
    const { main, drafts, draft } = open({ remark: '无' });
    drafts.edit('p1', 'remark', '有');
    drafts.edit('p1', 'remark', '无');
    expect(await drafts.flush()).toBe(true);
    expect(draft().phase).toBe('saved');
    expect(main.requests).toHaveLength(0);
  });

  test('is one at a time, and the next goes on the version the last one answered', async () => {
    const { main, drafts, draft } = open();
    drafts.edit('p1', 'a', '甲');
    const first = drafts.flush('p1');
    drafts.edit('p1', 'b', '乙');
    const second = drafts.flush('p1');
    expect(main.requests).toHaveLength(1);
    await main.answer();
    await main.answer();
    expect(await first).toBe(true);
    expect(await second).toBe(true);
    expect(main.requests.map(({ version, values }) => [version, values])).toEqual([
      [1, { a: '甲' }],
      [2, { b: '乙' }],
    ]);
    expect(paperWithEdits(draft()).values).toEqual({ a: '甲', b: '乙' });
  });

  test('keeps the letters typed into a field while it is being saved', async () => {
    const { main, drafts, draft } = open();
    drafts.edit('p1', 'a', '张');
    const done = drafts.flush('p1');
    drafts.edit('p1', 'a', '张三');
    await main.answer();
    expect(await done).toBe(false);
    expect(draft()).toMatchObject({ phase: 'unsaved', edits: { a: '张三' }, was: { a: '张' } });
    const again = drafts.flush('p1');
    await main.answer();
    await again;
    expect(main.held().values).toEqual({ a: '张三' });
  });

  test('what the paper cannot hold is set aside and does not hold up the others', async () => {
    const { main, drafts, draft, asides } = open({ a: '短' });
    drafts.edit('p1', 'a', '太长');
    drafts.edit('p1', 'b', '乙');
    const done = drafts.flush('p1');
    await main.answer();
    expect(await done).toBe(false);
    expect(main.held().values).toEqual({ a: '短', b: '乙' });
    expect(draft()).toMatchObject({ phase: 'set-aside', edits: { a: '太长' } });
    expect(asides.get('p1')).toEqual({ edits: { a: '太长' }, was: { a: '短' } });
  });

  test('a letter typed after it was set aside is still to be saved', async () => {
    const { main, drafts, draft } = open();
    drafts.edit('p1', 'a', '太长');
    drafts.edit('p1', 'b', '乙');
    const done = drafts.flush('p1');
    drafts.edit('p1', 'c', '丙');
    await main.answer();
    expect(await done).toBe(false);
    expect(draft()).toMatchObject({ phase: 'unsaved', edits: { a: '太长', c: '丙' } });
  });

  test('a refused save keeps the words and is tried again with the next one', async () => {
    const { main, drafts, draft } = open();
    drafts.edit('p1', 'a', '甲');
    main.byAnother({ b: '他人所写' });
    const refused = drafts.flush('p1');
    await main.answer();
    expect(await refused).toBe(false);
    expect(draft()).toMatchObject({ phase: 'refused', edits: { a: '甲' }, refusal: new Error('stale') });
    drafts.take(main.held());
    expect(draft()).toMatchObject({ phase: 'unsaved', refusal: null, conflicts: [] });
    const again = drafts.flush('p1');
    await main.answer();
    expect(await again).toBe(true);
    expect(main.held().values).toEqual({ a: '甲', b: '他人所写' });
  });
});

describe('a newer paper from elsewhere', () => {
  test('marks a field that both changed, keeps both texts, and can go either way', () => {
    const { main, drafts, draft } = open({ a: '旧' });
    drafts.edit('p1', 'a', '我的');
    drafts.take(main.byAnother({ a: '别人的' }));
    expect(draft()).toMatchObject({ conflicts: ['a'], edits: { a: '我的' } });
    expect(draft().paper.values['a']).toBe('别人的');
    drafts.discard('p1', 'a');
    expect(draft()).toMatchObject({ conflicts: [], edits: {}, phase: 'saved' });
  });

  test('is no conflict where both wrote the same', () => {
    const { main, drafts, draft } = open({ a: '旧' });
    drafts.edit('p1', 'a', '新');
    drafts.take(main.byAnother({ a: '新' }));
    expect(draft()).toMatchObject({ conflicts: [], edits: {}, phase: 'saved' });
  });

  test('an older answer is ignored', () => {
    const { drafts, draft } = open();
    drafts.take(paper(5, { a: '新' }));
    drafts.take(paper(3, { a: '旧' }));
    expect(draft().paper.version).toBe(5);
  });
});

test('a closing window sends what is unsaved, after the save that is under way', async () => {
  const { main, drafts } = open();
  expect(drafts.unsaved()).toEqual([]);
  drafts.edit('p1', 'a', '甲');
  expect(drafts.unsaved()).toEqual([{ paperId: 'p1', version: 1, values: { a: '甲' } }]);
  const done = drafts.flush('p1');
  drafts.edit('p1', 'a', '甲乙');
  expect(drafts.unsaved()).toEqual([{ paperId: 'p1', version: 2, values: { a: '甲乙' } }]);
  await main.answer();
  await done;
});

describe('what was set aside', () => {
  const asides = () => new Map([['p1', { edits: { a: '太长' }, was: { a: '短' } }]]);

  test('is there again when the paper is opened, and goes when it is mended', async () => {
    const { main, drafts, draft, asides: kept } = open({ a: '短' }, asides());
    expect(draft()).toMatchObject({ phase: 'set-aside', edits: { a: '太长' }, conflicts: [] });
    drafts.edit('p1', 'a', '不长');
    const done = drafts.flush('p1');
    await main.answer();
    expect(await done).toBe(true);
    expect(main.held().values).toEqual({ a: '不长' });
    expect(kept.size).toBe(0);
  });

  test('goes when the old text is typed again', async () => {
    const { drafts, draft, asides: kept } = open({ a: '短' }, asides());
    drafts.edit('p1', 'a', '短');
    expect(await drafts.flush('p1')).toBe(true);
    expect(draft()).toMatchObject({ phase: 'saved', edits: {} });
    expect(kept.size).toBe(0);
  });

  test('is marked where somebody else changed the field meanwhile, and goes when theirs is taken', () => {
    const { drafts, draft, asides: kept } = open({ a: '别人的' }, asides());
    expect(draft()).toMatchObject({ conflicts: ['a'], edits: { a: '太长' } });
    drafts.discard('p1', 'a');
    expect(draft()).toMatchObject({ phase: 'saved', edits: {}, conflicts: [] });
    expect(kept.size).toBe(0);
  });

  test('does not hold up what a closing window sends, and is set aside by then', () => {
    const { drafts, asides: kept } = open();
    drafts.edit('p1', 'a', '太长');
    drafts.edit('p1', 'b', '乙');
    expect(drafts.unsaved()).toEqual([{ paperId: 'p1', version: 1, values: { b: '乙' } }]);
    expect(kept.get('p1')?.edits).toEqual({ a: '太长' });
  });
});
