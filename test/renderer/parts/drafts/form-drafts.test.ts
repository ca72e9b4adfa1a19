import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { formDraftOf } from '../../../../renderer/parts/drafts/form-draft-state.ts';
import { createFormDrafts } from '../../../../renderer/parts/drafts/form-drafts.ts';

/** Main as far as forms are kept there. */
function aMain() {
  const rows = new Map<string, string>();
  let broken = false;
  const refuse = (): void => {
    if (broken) throw new Error('disk full');
  };
  return {
    rows,
    breakDown: (now: boolean) => {
      broken = now;
    },
    put: vi.fn(async ({ key, value }: { key: string; value: string }) => {
      refuse();
      rows.set(key, value);
    }),
    drop: vi.fn(async ({ key }: { key: string }) => {
      refuse();
      rows.delete(key);
    }),
  };
}

describe('unsaved forms', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are in main a moment after they are typed, written once for many keys', async () => {
    const main = aMain();
    const drafts = createFormDrafts(main);
    for (const word of ['加', '加处', '加处罚款']) drafts.set('answer', word);
    expect(main.rows.size).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([...main.rows]).toEqual([['answer', '"加处罚款"']]);
    expect(main.put).toHaveBeenCalledOnce();
    drafts.drop('answer');
    await drafts.flush();
    expect(main.rows.size).toBe(0);
  });

  it('that main could not take are told at the lock, and tried again', async () => {
    const main = aMain();
    const drafts = createFormDrafts(main);
    main.breakDown(true);
    drafts.set('answer', '一');
    await expect(drafts.flush()).rejects.toThrow('disk full');
    expect(drafts.unsaved()).toEqual([{ key: 'answer', value: '"一"' }]);
    main.breakDown(false);
    await drafts.flush();
    expect(main.rows.get('answer')).toBe('"一"');
    expect(drafts.unsaved()).toEqual([]);
  });

  it('of one person are never written for the next', async () => {
    const main = aMain();
    const drafts = createFormDrafts(main);
    drafts.set('answer', '甲写的');
    drafts.rest();
    drafts.begin([{ key: 'rules', value: '{"weights":{}}' }]);
    await vi.advanceTimersByTimeAsync(5_000);
    await drafts.flush();
    expect(main.put).not.toHaveBeenCalled();
    expect([drafts.keys(), drafts.read('rules'), drafts.has('answer')]).toEqual([['rules'], { weights: {} }, false]);
  });

  it('are given back unfinished, but not of another shape', () => {
    const drafts = createFormDrafts(aMain());
    const Form = z.strictObject({ name: z.string().min(1), kind: z.enum(['a', 'b']) });
    drafts.set('form', { name: '', kind: 'a' });
    expect(formDraftOf(drafts, 'form', Form)).toEqual({ name: '', kind: 'a' });
    for (const other of [{ name: 1, kind: 'a' }, { name: '', kind: 'c' }, { name: '', kind: 'a', more: true }, null]) {
      drafts.set('form', other);
      expect(formDraftOf(drafts, 'form', Form)).toBeUndefined();
    }
  });
});
