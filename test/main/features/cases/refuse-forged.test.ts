import { describe, expect, test } from 'vitest';
import type { SchemaName } from '../../../../main/platform/store/schema.ts';
import { plain } from '../../../../shared/contract/sentences.ts';
import { officeAt, refusalOf, type Office } from '../../../support/office.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { tamper } from '../../faults/support.ts';
import { decisionValues, draftOf } from '../documents/support.ts';
import { makePackage } from '../handover/support.ts';

const behind = (office: Office, sql: string, which: SchemaName = 'content'): Promise<void> =>
  tamper(
    office.dir,
    (db) => {
      db.pragma('foreign_keys=OFF');
      db.exec(sql);
    },
    which,
  );

async function file(office: Office): Promise<{ jobId: string }> {
  return office.client.archive.make({
    caseId: (await office.caseFile()).case.id,
    retention: '永久',
    archiveNo: '20260001',
    situation: '卷内文件齐全。',
    inspectorId: await office.personId('周静'),
  });
}

describe('a case that is not as the chain left it (第四十八条)', () => {
  test('is not issued from, says what is different and what to do, and goes on once it is put right', async () => {
    await using office = await officeAt('approved', '王建国');
    const { id: paperId, version } = await draftOf(office, 'J32', decisionValues);
    await behind(office, `update paper set name = '调查报告' where "templateId" = 'J18'`);
    const refusal = await refusalOf(office.client.documents.issue({ paperId, version }));
    expect(refusal).toMatchObject({ code: 'forged', act: '出具《行政处罚决定书》' });
    expect(plain(refusal)).toMatch(
      /^没有出具《行政处罚决定书》：本案的登记内容与办理记录不符。案件“.+”辽人社监立字〔2026〕第001号的文书《调查报告》辽人社监结调字〔2026〕第001号与办理记录不符：第\d+条记录（2026-\d\d-\d\d 王建国 出具文书“辽人社监结调字〔2026〕第001号”）登记以后，“名称”绕过程序改动过（第四十八条）。请停止办理本案，报告法规科/,
    );
    expect(await office.paper('J32')).toMatchObject({ status: 'draft', number: null });
    await behind(office, `update paper set name = '调查终结报告' where "templateId" = 'J18'`);
    expect(await office.client.documents.issue({ paperId, version })).toMatchObject({ status: 'issued' });
  });

  test('is not filed', async () => {
    await using office = await officeAt('closed', '王建国');
    await behind(office, `delete from exhibit where id = (select min(id) from exhibit)`);
    expect(await refusalOf(file(office))).toMatchObject({
      code: 'forged',
      act: '立卷归档',
      differences: [expect.stringMatching(/证据“.+”不见了/)],
    });
  });

  test('is not handed over', async () => {
    await using office = await officeAt('filed', '王建国');
    await behind(
      office,
      `update paper set sha256 = (select sha256 from paper where "templateId" = 'J06') where "templateId" = 'J32'`,
    );
    expect(await refusalOf(makePackage(office, await tempDir()))).toMatchObject({
      code: 'forged',
      act: '制作移送材料',
      differences: [expect.stringMatching(/《行政处罚决定书》.+“定稿文件”绕过程序改动过/)],
    });
  });

  test.each([
    ['its party', `update household set name = '另一家公司'`, /一户式档案“另一家公司”/],
    [
      'the certificate of its officer',
      `update person set "certTo" = '2035-01-01' where name = '李敏'`,
      /人员“李敏”/,
      'office' as const,
    ],
    [
      'one of its numbers',
      `delete from paper_number where number like '%监告%'`,
      /文号不见了：第\d+条记录（.+监告字〔2026〕第001号”）登记过/,
    ],
  ])('so is one of which %s was changed', async (_, sql, told, which: SchemaName = 'content') => {
    await using office = await officeAt('closed', '王建国');
    await behind(office, sql, which);
    expect(await refusalOf(file(office))).toMatchObject({
      code: 'forged',
      differences: [expect.stringMatching(told)],
    });
  });

  test('so is one whose party was changed and then entered anew', async () => {
    await using office = await officeAt('closed', '王建国');
    const { parties } = await office.caseFile();
    const party = parties[0] ?? expect.fail('the case has no party');
    await behind(office, `update household set address = '别处'`);
    await office.client.households.update({ ...party, phone: '13900000000', reason: '换了电话' });
    expect(await refusalOf(file(office))).toMatchObject({
      code: 'forged',
      differences: [expect.stringMatching(/^一户式档案“.+”在第\d+条记录以前绕过程序改动过/)],
    });
  });

  test('a draft changed behind the program and saved over stays told, in its case and by 验证', async () => {
    await using office = await officeAt('approved', '王建国');
    const draft = await draftOf(office, 'J32', decisionValues);
    await behind(
      office,
      `update paper set "values" = json_set("values", '$.payAccount', '私人账户') where id = '${draft.id}'`,
    );
    const { paper } = await office.client.documents.save({
      paperId: draft.id,
      version: draft.version,
      values: { performMode: '到银行缴纳罚款' },
    });
    const told = expect.stringMatching(/《行政处罚决定书》在第\d+条记录以前绕过程序改动过，改动以后又登记过。$/);
    expect(await refusalOf(office.client.documents.issue({ paperId: paper.id, version: paper.version }))).toMatchObject(
      { code: 'forged', differences: [told] },
    );
    await office.as('赵强');
    const job = await office.ended((await office.client.supervision.verify()).id);
    expect(job.faults).toEqual([told]);
  });
});
