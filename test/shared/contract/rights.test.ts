// What must not compile is said with @ts-expect-error: the type check fails when it does compile.
import { oc } from '@orpc/contract';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Call, call, rightOf } from '../../../shared/contract/base.ts';
import { rightOfCall } from '../../../shared/contract/index.ts';
import { readers, readsOf, refusalFor, type Right } from '../../../shared/contract/right.ts';

const issuing: Right = { act: '出具文书', roles: ['承办人', '法规科'], article: 10 };

describe('a call', () => {
  test('carries its right through input and output', () => {
    const declared = call(issuing).input(z.strictObject({})).output(z.string());
    expect(rightOf(declared)).toEqual(issuing);
  });

  test('without a right does not compile', () => {
    // @ts-expect-error a call begins with its right
    expect(() => rightOf(call())).not.toThrow();
    // @ts-expect-error a right says which article gives it, or that none does
    expect(rightOf(call({ act: '出具文书', roles: 'everybody' }))).toBeDefined();
    // @ts-expect-error there is no such role
    expect(rightOf(call({ act: '出具文书', roles: ['局长'], article: null }))).toBeDefined();
    // @ts-expect-error what was declared beside `call` has no right and is no call of the contract
    const bare: Call = oc.output(z.string());
    expect(rightOf(bare)).toBeUndefined();
  });

  test('is known by its path, and only such a one', () => {
    expect(rightOfCall('cases.open')).toEqual({ act: '查阅案件', roles: readers, article: 42, atLentSeat: true });
    // @ts-expect-error the contract has no such call
    expect(() => rightOfCall('cases.burn')).toThrow();
  });
});

describe('a right', () => {
  test('is for its roles, everybody logged in or anybody', () => {
    expect(refusalFor(issuing, ['窗口', '法规科'])).toBeNull();
    expect(refusalFor({ ...issuing, roles: 'everybody' }, ['系统管理员'])).toBeNull();
    expect(refusalFor({ ...issuing, roles: 'anybody' }, null)).toBeNull();
  });

  test('that opens content is refused to who opens the office alone, whatever the roles, and names who may', () => {
    const everybody: Right = { ...issuing, roles: 'everybody', article: null };
    expect(refusalFor(everybody, ['系统管理员'], 'office')).toEqual({
      code: 'not-allowed',
      act: '出具文书',
      roles: [...readers],
      article: 42,
    });
    expect(refusalFor(issuing, ['承办人', '系统管理员'], 'office')).toMatchObject({ roles: ['承办人', '法规科'] });
    expect(refusalFor({ ...everybody, opens: 'office' }, ['系统管理员'], 'office')).toBeNull();
    expect(refusalFor({ ...issuing, opens: 'office' }, ['系统管理员'], 'office')).toMatchObject({ article: 10 });
  });

  test('keys follow roles: the system administrator alone opens no case', () => {
    expect(readsOf(['系统管理员'])).toBe('office');
    for (const role of readers) expect(readsOf(['系统管理员', role])).toBe('content');
  });

  test('is refused with what is done, who does it and the article', () => {
    expect(refusalFor(issuing, ['窗口'])).toEqual({
      code: 'not-allowed',
      act: '出具文书',
      roles: ['承办人', '法规科'],
      article: 10,
    });
    expect(refusalFor(issuing, null)).toEqual({ code: 'locked' });
    expect(refusalFor({ ...issuing, roles: 'everybody' }, null)).toEqual({ code: 'locked' });
  });
});
