import { describe, expect, test } from 'vitest';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { confirmedBy } from '../../../support/confirmed.ts';
import { officeAt, type Office } from '../../../support/office.ts';
import { tamper } from '../../faults/support.ts';

const verified = async (office: Office): Promise<string[]> =>
  (await office.ended((await office.client.supervision.verify()).id)).faults;

describe('the key a person signs with', () => {
  test('is new after another person has set the password, is listed with that person, and what was signed before stays good', async () => {
    await using office = await officeAt('begun', '吴管理');
    const personId = await office.personId('李敏');
    const second = await confirmedBy(office.client);
    await office.client.staff.setPassword({ personId, password: samplePassword, ...second });
    await office.as('李敏');
    await office.as('赵强');
    expect(await verified(office)).toEqual([]);
    const { replacedKeys } = await office.client.supervision.lastVerification();
    expect(replacedKeys).toEqual([expect.stringMatching(/^李敏自第\d+条记录起换了签名密钥（.+ 吴管理 重设密码）$/)]);
  });

  test('that somebody put on record in another’s name is told to that person, to everybody else and by 验证', async () => {
    await using office = await officeAt('begun', '吴管理');
    const li = await office.personId('李敏');
    await office.client.session.lock();
    await tamper(office.dir, (db) => {
      db.prepare('insert into signing_key select ?, ?, suite, 9999 from signing_key limit 1').run('AAAA', li);
    });
    await office.as('赵强');
    const told = '李敏的签名密钥与登记的不一致';
    expect((await office.client.session.state()).notices.join('')).toContain(told);
    expect((await verified(office)).join('')).toContain(told);
    await office.as('李敏');
    expect((await office.client.session.state()).notices.join('')).toContain('登记的签名密钥不是您的');
  });

  test('that was taken off the record is told at the next log-in', async () => {
    await using office = await officeAt('begun');
    await tamper(office.dir, (db) => void db.exec('delete from signing_key'));
    await office.as('李敏');
    expect((await office.client.session.state()).notices.join('')).toContain('您的签名密钥没有登记，现已登记');
  });
});
