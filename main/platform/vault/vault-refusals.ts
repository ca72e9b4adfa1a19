import { readers } from '../../../shared/contract/right.ts';
import { type Damage, VaultError } from './errors.ts';
import { invalidField, RefusalError } from '../refusal-error.ts';

/** What is wrong with a sealed file, in the clerk's words. */
export function damageSentence(damage: Damage): string {
  switch (damage.kind) {
    case 'missing':
      return '密封文件不见了';
    case 'header':
      return '密封文件的文件头被改动或损坏';
    case 'unfinished':
      return '密封文件没有写完';
    case 'length':
      return `密封文件的长度不对（应为${damage.expectedBytes}字节，现为${damage.actualBytes}字节）`;
    case 'frame':
      return `第${damage.from}至${damage.to}字节被改动或损坏`;
    case 'other-content':
      return '密封文件里不是原来的内容';
    case 'disk':
      return '磁盘读取出错';
  }
}

/** Turns what the vault refuses into the refusal of the contract; `name` is what the clerk calls the thing. Other errors pass. */
export function refusalOfVault(error: unknown, name: string): unknown {
  if (!(error instanceof VaultError)) return error;
  const { fault } = error;
  switch (fault.code) {
    case 'empty-file':
      return new RefusalError({ code: 'file', name, why: 'empty', limit: null });
    case 'size-mismatch':
      return new RefusalError({ code: 'file', name, why: 'truncated', limit: fault.expectedBytes });
    case 'file-changed':
      return new RefusalError({ code: 'file', name, why: 'changed', limit: null });
    case 'file-unreadable':
      return new RefusalError({ code: 'file', name, why: 'incomplete', limit: null });
    case 'disk-full':
      return new RefusalError({ code: 'disk-full', needed: fault.neededBytes, free: fault.freeBytes });
    case 'unreadable':
      return new RefusalError({ code: 'unreadable', name, why: fault.why });
    case 'damaged':
      return new RefusalError({ code: 'damaged', name, what: damageSentence(fault.damage) });
    case 'wrong-password':
      return new RefusalError({ code: 'wrong-password', waitSeconds: 0 });
    case 'unknown-person':
      return new RefusalError({ code: 'not-found', what: 'person' });
    case 'keyring-exists':
      return new RefusalError({ code: 'profile-exists' });
    case 'keyring-newer':
      return new RefusalError({ code: 'profile-newer', theirs: fault.theirs, ours: fault.ours });
    case 'password-too-short':
      return invalidField('password', '密码', `密码至少要有${fault.minimum}位。`);
    case 'keyring-damaged':
      return new RefusalError({ code: 'profile-damaged', what: 'keyring' });
    case 'keyring-missing':
      return new RefusalError({ code: 'profile-damaged', what: 'keyring-missing' });
    case 'person-damaged':
      return new RefusalError({ code: 'key-damaged', name: fault.name });
    case 'letter-damaged':
      return new RefusalError({ code: 'letter-damaged' });
    case 'content-key-needed':
      return new RefusalError({ code: 'not-allowed', act: '打开案卷', roles: [...readers], article: 42 });
    case 'not-renewed':
      return new RefusalError({ code: 'key-not-renewed', name: fault.name });
    case 'recovery-code-mistyped':
    case 'recovery-code-wrong':
      return new RefusalError({ code: 'wrong-recovery-code' });
    default:
      return error;
  }
}

/** Runs work of the vault and refuses in the words of the contract. */
export async function withVault<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusalOfVault(error, name);
  }
}
