import { describe, expect, it, vi } from 'vitest';
import { chordOf, createKeys } from '../../../renderer/ui/keys.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({
    key,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    isComposing: false,
    keyCode: 0,
    target: null,
    ...more,
  }) as KeyboardEvent;

describe('chordOf', () => {
  it('names keys with their modifiers', () => {
    expect(chordOf(press('F2'))).toBe('F2');
    expect(chordOf(press('l', { ctrlKey: true }))).toBe('Ctrl+L');
    expect(chordOf(press('1', { altKey: true }))).toBe('Alt+1');
    expect(chordOf(press('Escape'))).toBe('Esc');
  });

  it('leaves keys to the input method while it composes', () => {
    expect(chordOf(press('Enter', { isComposing: true }))).toBeUndefined();
    expect(chordOf(press('Process', { keyCode: 229 }))).toBeUndefined();
    expect(chordOf(press('F2', { keyCode: 229 }))).toBeUndefined();
  });

  it('ignores a modifier pressed alone', () => {
    expect(chordOf(press('Control', { ctrlKey: true }))).toBeUndefined();
  });
});

describe('keys', () => {
  it('gives a key to the latest part that asked for it, and back when that part goes', () => {
    const keys = createKeys();
    const screen = vi.fn();
    const part = vi.fn();
    keys.register({ chord: 'Esc', run: screen, hint: '返回', everywhere: false, first: false });
    const release = keys.register({ chord: 'Esc', run: part, hint: '收起', everywhere: false, first: false });
    expect(keys.handle(press('Escape'))).toBe(true);
    expect(keys.hints()).toEqual([{ chord: 'Esc', hint: '收起' }]);
    release();
    keys.handle(press('Escape'));
    expect([screen.mock.calls.length, part.mock.calls.length]).toEqual([1, 1]);
    expect(keys.hints()).toEqual([{ chord: 'Esc', hint: '返回' }]);
  });

  it('lists what is refused with its reason, never presses it, and leaves the key to whoever may', () => {
    const keys = createKeys();
    const screen = vi.fn();
    keys.register({ chord: 'Alt+N', run: screen, hint: '登记', everywhere: false, first: false });
    const binding = {
      chord: 'Alt+N',
      run: null,
      hint: '领取',
      reason: '由窗口办理。',
      everywhere: false,
      first: false,
    };
    const release = keys.register(binding);
    keys.register({ ...binding, chord: 'F4', hint: '出具' });
    keys.register({ chord: 'F8', run: screen, hint: undefined, name: '锁定', everywhere: true, first: false });
    expect(keys.hints()).toEqual([{ chord: 'Alt+N', hint: '登记' }]);
    expect(keys.commands().toSorted((a, b) => a.chord.localeCompare(b.chord))).toEqual([
      { chord: 'Alt+N', hint: '登记', reason: null },
      { chord: 'F4', hint: '出具', reason: '由窗口办理。' },
      { chord: 'F8', hint: '锁定', reason: null },
    ]);
    keys.press('F4');
    expect(keys.handle(press('F4'))).toBe(false);
    keys.press('Alt+N');
    expect(screen).toHaveBeenCalledTimes(1);
    release();
  });

  it('runs before the page only what asked for that, and nothing while an input method composes', () => {
    const keys = createKeys();
    const screen = vi.fn();
    const pane = vi.fn();
    keys.register({ chord: 'Esc', run: pane, hint: '收起', everywhere: true, first: true });
    keys.register({ chord: 'Esc', run: screen, hint: '返回', everywhere: true, first: false });
    expect(keys.handleFirst(press('Escape', { isComposing: true }))).toBe(false);
    expect(keys.handleFirst(press('Escape'))).toBe(true);
    expect([screen.mock.calls.length, pane.mock.calls.length]).toEqual([0, 1]);
  });

  it('leaves a character to the field it is typed into, and takes it anywhere else', () => {
    class Field {
      isField: boolean;
      constructor(isField: boolean) {
        this.isField = isField;
      }
      closest(selector: string): this | null {
        return this.isField && selector.includes('textarea') ? this : null;
      }
    }
    vi.stubGlobal('Element', Field);
    vi.stubGlobal('document', { querySelectorAll: () => [] });
    const keys = createKeys();
    const list = vi.fn();
    keys.register({ chord: 'Shift+?', run: list, hint: undefined, everywhere: false, first: false });
    const at = (isField: boolean) =>
      press('?', { shiftKey: true, target: new Field(isField) as unknown as EventTarget });
    expect(keys.handle(at(true))).toBe(false);
    expect(keys.handle(at(false))).toBe(true);
    expect(list).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  it('says when a key is bound to nothing', () => {
    expect(createKeys().handle(press('F9'))).toBe(false);
  });

  it('tells its subscribers about new hints', () => {
    const keys = createKeys();
    const listener = vi.fn();
    keys.subscribe(listener);
    keys.register({ chord: 'F4', run: () => undefined, hint: '出具', everywhere: false, first: false });
    expect(listener).toHaveBeenCalledOnce();
  });
});
