import { describe, expect, it, vi } from 'vitest';
import { createFlushRegistry } from '../../../../renderer/parts/drafts/flush-registry.ts';

describe('drafts', () => {
  it('saves everything before it says that something failed', async () => {
    const drafts = createFlushRegistry();
    const saved = vi.fn(async () => undefined);
    drafts.register(async () => {
      throw new Error('stale');
    });
    drafts.register(saved);
    await expect(drafts.flush()).rejects.toThrow('stale');
    expect(saved).toHaveBeenCalledOnce();
  });

  it('leaves out a screen that has gone', async () => {
    const drafts = createFlushRegistry();
    const flush = vi.fn(async () => undefined);
    drafts.register(flush)();
    await drafts.flush();
    expect(flush).not.toHaveBeenCalled();
  });
});
