import { describe, expect, test } from 'vitest';
import { plain } from '../../../../shared/contract/sentences.ts';
import { officeAt, officeFrom, officeOfFile, refusalOf } from '../../../support/office.ts';
import { draftOf, signedSource } from './support.ts';

const office = await officeOfFile('approved', '王建国');
const { client } = office;
const decision = await draftOf(office, 'J32');

const problemsOf = async (work: Promise<unknown>) => {
  const refusal = await refusalOf(work);
  return refusal.code === 'invalid' ? refusal.problems : refusal;
};

describe('drafting', () => {
  test('what the case knows is typed once: party, facts, penalties and officers are carried over', async () => {
    const { parties, papers } = await office.caseFile();
    const notice = papers.find((paper) => paper.templateId === 'J21');
    expect(decision.values).toMatchObject({
      partyName: parties[0]?.name,
      partyUscc: '91350100M000100Y43',
      partyAddress: parties[0]?.address,
      caseNumber: '辽人社监立字〔2026〕第001号',
      organ: '辽源市人力资源和社会保障局',
      facts: notice?.values['facts'],
      penalties: notice?.values['penalties'],
      basis: '《劳动保障监察条例》第二十五条',
    });
    // A paper of several kinds is called by the one chosen.
    expect(notice?.name).toBe('行政处罚事先告知书');
    const receipt = await draftOf(office, 'J40');
    expect(receipt.values['servers']).toMatchObject([
      { name: '王建国', certNo: '22040100012' },
      { name: '李敏', certNo: '22040100035' },
    ]);
  });

  test('a saved field is on disk when the answer comes', async () => {
    const paper = (await office.caseFile()).papers.findLast((candidate) => candidate.templateId === 'J32');
    const { paper: saved } = await client.documents.save({
      paperId: decision.id,
      version: paper?.version ?? 0,
      values: { noticeProcess: '依法告知并听取了申辩。' },
    });
    expect(saved.version).toBe((paper?.version ?? 0) + 1);
    // Another copy of the folder as it is, without the program having ended in order.
    await using cutOff = await officeFrom(office.dir, '2026-04-03T09:30');
    await cutOff.as('王建国');
    expect((await cutOff.paper('J32')).values['noticeProcess']).toBe('依法告知并听取了申辩。');
  });

  test('a save on an older version is refused with who saved and when; nothing of it is kept', async () => {
    const before = await office.paper('J32');
    await office.as('李敏');
    await client.documents.save({
      paperId: before.id,
      version: before.version,
      values: { payAccount: '李敏填的账户' },
    });
    await office.as('王建国');
    const refusal = await refusalOf(
      client.documents.save({ paperId: before.id, version: before.version, values: { payAccount: '王建国填的账户' } }),
    );
    expect(refusal).toMatchObject({ code: 'stale', what: '行政处罚决定书', by: '李敏' });
    expect((await office.paper('J32')).values['payAccount']).toBe('李敏填的账户');
  });

  test('of two saves at once on one version exactly one is kept and the other is told', async () => {
    const { id, version } = await office.paper('J32');
    const both = await Promise.allSettled(
      ['甲', '乙'].map((text) => client.documents.save({ paperId: id, version, values: { payAccount: text } })),
    );
    expect(both.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await office.paper('J32')).version).toBe(version + 1);
  });

  test('an unknown field and a text too long are refused by field', async () => {
    const { id, version } = await office.paper('J32');
    expect(
      await problemsOf(client.documents.save({ paperId: id, version, values: { somethingElse: '甲' } })),
    ).toMatchObject([{ field: 'somethingElse', sentence: expect.stringContaining('没有的一项') }]);
    expect(
      await problemsOf(client.documents.save({ paperId: id, version, values: { performBy: '日'.repeat(129) } })),
    ).toMatchObject([
      { field: 'performBy', label: '履行期限', sentence: '“履行期限”最多128字，现有129字，请删减1字。' },
    ]);
    expect(
      await problemsOf(
        client.documents.save({
          paperId: id,
          version,
          values: { penalties: [{ kind: '罚金', amount: 1, basis: '一' }] },
        }),
      ),
    ).toMatchObject([{ field: 'penalties.0.kind' }]);
    expect((await office.paper('J32')).version).toBe(version);
  });

  test('a paper that there is once is started once, also when started twice at once', async () => {
    await using other = await officeAt('begun', '李敏');
    const { case: item } = await other.caseFile();
    const both = await Promise.allSettled(
      [1, 2].map(() => other.client.documents.create({ caseId: item.id, templateId: 'J01' })),
    );
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(plain(await refusalOf(other.client.documents.create({ caseId: item.id, templateId: 'J01' })))).toContain(
      '本案已有案源登记表',
    );
    expect((await other.caseFile()).papers).toHaveLength(1);
  });

  test('the history shows old and new values with who and when (第四条)', async () => {
    office.at('2026-04-03T10:00');
    await office.as('李敏');
    const { id, caseId, version } = await office.paper('J32');
    await client.documents.save({ paperId: id, version, values: { payAccount: '改后的账户' } });
    const [entry] = await client.cases.history({ caseId });
    expect(entry).toMatchObject({
      who: '李敏',
      verb: '填写文书',
      what: '行政处罚决定书',
      at: '2026-04-03T02:00:00.000Z',
      detail: { after: { payAccount: '改后的账户' } },
    });
    expect(entry?.detail['before']).toEqual({ payAccount: expect.stringMatching(/甲|乙/) });
    await office.as('王建国');
  });
});

describe('approval (第十三条、第二十三条)', () => {
  test('goes place by place, two officers first, nobody twice, and opinion, name and time stay', async () => {
    await using other = await officeAt('begun', '李敏');
    const source = await signedSource(other);
    await other.client.documents.issue({ paperId: source.id, version: source.version });
    await other.as('王建国');
    const filled = await draftOf(other, 'J04', {
      causeName: '涉嫌违反规定延长劳动者工作时间',
      factSource: '巡查记录。',
      suspectedLaw: '《中华人民共和国劳动法》第四十一条',
    });
    let paper = await other.client.documents.submit({ paperId: filled.id, version: filled.version });
    const approve = (verdict: '同意' | '退回修改' = '同意') =>
      other.client.documents.approve({ paperId: paper.id, version: paper.version, verdict, opinion: '情况属实。' });
    expect(
      await refusalOf(
        other.client.documents.save({ paperId: paper.id, version: paper.version, values: { remark: '改' } }),
      ),
    ).toMatchObject({ code: 'wrong-status', is: '审批中' });
    await other.as('孙伟');
    expect(await refusalOf(approve())).toEqual({ code: 'approval-order', label: '局领导意见', waitsFor: '承办人意见' });
    await other.as('王建国');
    paper = await approve();
    expect(await refusalOf(approve())).toEqual({ code: 'same-person', label: '承办人意见', other: '承办人意见' });
    await other.as('张丽');
    expect(await refusalOf(approve())).toMatchObject({ code: 'approval-order', waitsFor: '承办人意见' });
    await other.as('李敏');
    paper = await approve();
    expect(await refusalOf(other.client.documents.issue({ paperId: paper.id, version: paper.version }))).toMatchObject({
      code: 'not-yet',
      obstacles: expect.arrayContaining([expect.objectContaining({ article: 13 })]),
    });
    await other.as('张丽');
    expect((await other.client.inbox.list()).todo.map((item) => item.paperId)).toEqual([paper.id]);
    paper = await approve('退回修改');
    expect([
      paper.status,
      paper.approvals.map((approval) => [approval.label, approval.name, approval.verdict]),
    ]).toEqual([
      'draft',
      [
        ['承办人意见', '王建国', '同意'],
        ['承办人意见', '李敏', '同意'],
        ['承办单位负责人意见', '张丽', '退回修改'],
      ],
    ]);
    await other.as('王建国');
    paper = await other.client.documents.submit({ paperId: paper.id, version: paper.version });
    for (const name of ['王建国', '李敏', '张丽', '孙伟']) {
      await other.as(name);
      paper = await approve();
    }
    expect([paper.status, paper.approvals.length]).toEqual(['approved', 7]);
    expect(paper.approvals.at(-1)).toMatchObject({
      label: '局领导意见',
      name: '孙伟',
      opinion: '情况属实。',
      at: '2026-03-02T01:30:00.000Z',
    });
  });

  test('a paper with faulty fields does not go into the chain', async () => {
    const blank = await draftOf(office, 'J45');
    expect(await problemsOf(client.documents.submit({ paperId: blank.id, version: blank.version }))).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'closeType' })]),
    );
  });
});

describe('signatures (第十七条)', () => {
  test('拒签 needs its reason and a place where the law allows it', async () => {
    const record = await draftOf(office, 'J07', {});
    const sign = (role: string, mode: '拒签' | '签名', reason: string) =>
      client.documents.sign({
        paperId: record.id,
        version: record.version,
        signatures: [{ role, name: '陈福来', mode, reason, at: '2026-04-03T09:00' }],
      });
    expect(await problemsOf(sign('被询问人', '拒签', ''))).toMatchObject([
      { sentence: '“被询问人”拒签的，请写明原因。', article: 17 },
    ]);
    expect(await problemsOf(sign('询问人', '拒签', '不愿意'))).toMatchObject([
      { sentence: '“询问人”必须签名，不能记为拒签。', article: 17 },
    ]);
    expect(await problemsOf(sign('局长', '签名', ''))).toMatchObject([
      { sentence: expect.stringContaining('没有“局长”这一签名栏') },
    ]);
    const signed = await sign('被询问人', '拒签', '称对加班时数有异议，拒绝签名。');
    expect(signed.signatures).toMatchObject([{ mode: '拒签', reason: '称对加班时数有异议，拒绝签名。' }]);
  });
});
