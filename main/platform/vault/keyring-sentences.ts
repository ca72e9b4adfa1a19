import type { KeyringFinding } from './keyring-check.ts';

/** What is wrong with the keyring, whom it concerns and what to press; shown at log-in and by 验证. */
export function keyringSentence(finding: KeyringFinding): string {
  switch (finding.kind) {
    case 'file':
      return fileSentence(finding);
    case 'keyring':
      return '两份密钥文件都被换成了旧的：已经作废的密码或恢复信可能又能用。如果不是刚从备份恢复，请报告法规科换发恢复信，并请系统管理员为有关人员重设密码。';
    case 'person':
      return personSentence(finding);
    case 'letter':
      return letterSentence(finding);
  }
}

function fileSentence({ name, what }: Extract<KeyringFinding, { kind: 'file' }>): string {
  switch (what) {
    case 'missing':
      return `密钥文件“${name}”不见了，已经补好，内容没有丢失。不是自己删除的，请检查磁盘。`;
    case 'damaged':
      return `密钥文件“${name}”损坏或者被改动过，已经修好。没有断电、死机的，请检查磁盘并报告法规科。`;
    case 'older':
      return `密钥文件“${name}”被换成了旧的，已经换回新的。不是自己恢复备份的，请报告法规科。`;
  }
}

function personSentence({ name, what }: Extract<KeyringFinding, { kind: 'person' }>): string {
  switch (what) {
    case 'lost':
      return `${name}的密钥记录已损坏，${name}不能登录，其他人不受影响。请系统管理员在“设置—人员”里为${name}重设密码；系统管理员本人的，用恢复信找回。`;
    case 'old':
      return `${name}的密钥记录是旧的，以前的密码又能用、现在的密码用不了。请系统管理员在“设置—人员”里为${name}重设密码。`;
    case 'withdrawn':
      return `${name}已经不能登录，但密钥记录被人放了回来，现已去掉。请报告法规科。`;
    case 'not-admitted':
      return `${name}的密钥记录不是经能看案卷的人确认加入的。请报告法规科，并请系统管理员与第二人在“设置—人员”里为${name}重设密码。`;
  }
}

function letterSentence({ what }: Extract<KeyringFinding, { kind: 'letter' }>): string {
  switch (what) {
    case 'lost':
      return '恢复信的密钥记录已损坏，现有的恢复信不能用。请法规科在“设置—恢复信”里换发一封。';
    case 'old':
      return '恢复信的密钥记录是旧的。请法规科在“设置—恢复信”里换发一封，旧信作废。';
    case 'withdrawn':
      return '已经作废的恢复信的密钥记录被人放了回来，现已去掉。请报告法规科。';
    case 'not-admitted':
      return '恢复信的密钥记录不是经能看案卷的人确认加入的。请报告法规科，并在“设置—恢复信”里换发一封。';
  }
}
