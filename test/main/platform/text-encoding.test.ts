import { describe, expect, test } from 'vitest';
import { encodingOf, textIn } from '../../../main/platform/text-encoding.ts';

const said = '问：工资发到几月？\r\n答：发到1月。';
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
/** 询问, 测试 and 㐂 (four bytes) as GB18030 writes them; 薪資 as Big5 does. */
const gb = Buffer.from('d1afcece', 'hex');
const fourBytes = Buffer.from('b2e2cad4', 'hex');
const rare = Buffer.from('8139ee39', 'hex');
const big5 = Buffer.from('c17eb8ea', 'hex');

describe('the encoding of a text', () => {
  test.each<[string, Buffer, string, string]>([
    ['UTF-8', Buffer.from(said), 'utf-8', said],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${said}`), 'utf-8', said],
    ['UTF-16 by its mark', utf16(said), 'utf-16le', said],
    ['UTF-16, big end first', utf16(said).swap16(), 'utf-16be', said],
    [
      'GB18030',
      Buffer.concat([gb, Buffer.from('\r\n2026')]),
      'gb18030',
      `${new TextDecoder('gb18030').decode(gb)}\r\n2026`,
    ],
    ['four bytes of GB18030, which detectors take for something else', fourBytes, 'gb18030', '测试'],
    ['a character of four bytes', rare, 'gb18030', new TextDecoder('gb18030').decode(rare)],
    ['two bytes that are also the beginning of a character of UTF-8', Buffer.from('e4bd', 'hex'), 'gb18030', '浣'],
    ['only letters', Buffer.from('name,amount\n'), 'utf-8', 'name,amount\n'],
  ])('%s', (_, bytes, encoding, text) => {
    expect([encodingOf(bytes), textIn(bytes, null)]).toEqual([encoding, text]);
  });

  test('a rare name of four bytes is one character and not a question mark', () => {
    expect([...textIn(rare, null)]).toHaveLength(1);
    expect(textIn(rare, null)).not.toContain('\uFFFD');
  });

  test('Big5 only where somebody chose it', () => {
    expect(textIn(big5, 'big5')).toBe('薪資');
    expect(encodingOf(big5)).toBe('gb18030');
  });

  test('a beginning that stops within a character', () => {
    const bytes = Buffer.from(said).subarray(0, 10);
    expect([encodingOf(bytes), encodingOf(bytes, true)]).toEqual([encodingOf(bytes), 'utf-8']);
  });

  test.each<[string, Buffer]>([
    ['zeros', Buffer.from([0x31, 0, 0x32])],
    ['control characters', Buffer.from([0x31, 2, 0x32])],
    ['bytes of no encoding', Buffer.from([0x80, 0xff, 0xff, 0xff])],
  ])('%s are no text', (_, bytes) => expect(encodingOf(bytes)).toBeNull());
});
