import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { doneNow, forgetDone, sayDone, subscribeDone } from '../../../renderer/ui/say-done.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  forgetDone();
  vi.useRealTimers();
});

describe('sayDone', () => {
  it('says a sentence for six seconds', () => {
    const heard = vi.fn();
    const leave = subscribeDone(heard);
    sayDone('已同意《立案审批表》');
    expect(doneNow()).toEqual({ sentence: '已同意《立案审批表》' });
    vi.advanceTimersByTime(5999);
    expect(doneNow()).not.toBeNull();
    vi.advanceTimersByTime(1);
    expect(doneNow()).toBeNull();
    expect(heard).toHaveBeenCalledTimes(2);
    leave();
  });

  it('keeps what can be undone until it cannot, or something else was done', () => {
    const undo = { name: '撤回意见', chord: 'Alt+U', act: () => undefined };
    const takeAway = sayDone('已同意《立案审批表》', undo);
    vi.advanceTimersByTime(60_000);
    expect(doneNow()?.undo).toBe(undo);
    takeAway();
    expect(doneNow()).toBeNull();
    sayDone('已同意《立案审批表》', undo);
    sayDone('已存上');
    expect(doneNow()).toEqual({ sentence: '已存上' });
  });

  it('does not take the sentence of another away', () => {
    const takeAway = sayDone('第一件');
    sayDone('第二件');
    takeAway();
    expect(doneNow()?.sentence).toBe('第二件');
    vi.advanceTimersByTime(6000);
    expect(doneNow()).toBeNull();
  });
});
