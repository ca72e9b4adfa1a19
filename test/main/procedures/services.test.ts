import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/time/moments.ts';
import type { Values } from '../../../shared/template/values.ts';
import { RulesDesk } from '../../support/walk/rules-desk.ts';
import { services } from '../../support/sample-papers.ts';
import { walk, type Standing } from '../../support/walk/walker.ts';
import { expectSound } from './expect-sound.ts';

/** The sample receipts were served on 2026-03-24: the same route for the paper a walk serves today, its papers and pictures left to be filled in. */
const routed =
  (route: Values) =>
  ({ now }: Standing): Values => {
    const day = now.slice(0, 10);
    const values = Object.entries(route)
      .filter(
        ([key]) =>
          ![
            'caseNumber',
            'addressee',
            'documents',
            'servers',
            'avRefs',
            'mailRegister',
            'mailProof',
            'mailReceipt',
          ].includes(key),
      )
      .map(([key, value]) => {
        if (key === 'mailSentAt') return [key, addDays(day, -2)] as const;
        if (key === 'effectiveAt') return [key, addDays(day, 30)] as const;
        return [key, typeof value === 'string' ? value.replace('2026-03-24', day) : value] as const;
      });
    return { signerName: null, signerRelation: null, servedAt: null, ...Object.fromEntries(values) };
  };

describe('检查结果 served by each of the seven routes', () => {
  it.each(Object.entries(services))('%s, with its own proofs', async (_, route) => {
    const byNotice = route['mode'] === '公告';
    const walked = await walk(new RulesDesk(), {
      procedure: 'inspection',
      write: { J40: routed(route) },
      wait: { 'serve-result': 3, close: byNotice ? 35 : 0 },
    });
    expect(walked.went.includes('announce')).toBe(byNotice);
    expectSound(walked);
  });
});
