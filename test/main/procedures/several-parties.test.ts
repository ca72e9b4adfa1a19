import { describe, expect, it } from 'vitest';
import type { PartyDetails } from '../../../shared/identity/party.ts';
import { addDays } from '../../../shared/time/moments.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';
import { officeOfFile, refusalOf } from '../../support/office.ts';
import { OfficeDesk } from '../../support/walk/office-desk.ts';
import { RulesDesk } from '../../support/walk/rules-desk.ts';
import { walk, type Walked, type Way } from '../../support/walk/walker.ts';
import { expectSound } from './expect-sound.ts';

/** The responsible person (直接责任人) beside the firm. */
const beside: PartyDetails = {
  kind: '个人',
  name: '陈福来',
  uscc: '',
  legalRep: '',
  position: '',
  idType: '居民身份证',
  idNumber: '440524188001010014',
  address: '辽源市龙山区东吉街5号',
  phone: '',
};

/** Procedures that may be about several parties, each of whom gets papers of their own. */
const ways: readonly Way[] = [
  { procedure: 'penalty.ordinary', wait: { 'approve-decision': 3 } },
  { procedure: 'penalty.summary' },
  {
    procedure: 'correction',
    write: { J18: { suggestion: '责令改正' }, J45: { closeType: '终结' } },
    wait: { 'check-correction': 5 },
  },
  { procedure: 'handling', write: { J18: { suggestion: '处理' }, J21: { noticeKind: '行政处理' } } },
  { procedure: 'inspection' },
  {
    procedure: 'audit',
    write: { S01: ({ now }) => ({ organ: '辽源市社会保险事业管理局', at: addDays(now.slice(0, 10), 14) }) },
    wait: { audit: 14 },
  },
  { procedure: 'levy' },
  { procedure: 'coercion' },
  { procedure: 'enforcement', wait: { 'apply-to-court': 20 }, write: { J39: { performed: '全部履行' } } },
  { procedure: 'injury' },
];

const ofEach = ({ file }: Walked, templateId: string): string[] =>
  file.papers
    .filter((paper) => paper.templateId === templateId && paper.status === 'issued')
    .map(({ partyId }) => file.parties.find(({ householdId }) => householdId === partyId)?.name ?? '全案');

describe('two parties, by what the guide says', () => {
  it.each(ways)('$procedure', async (way) => {
    const walked = await walk(new RulesDesk(), { ...way, beside });
    expectSound(walked);
    for (const { doneBy, each } of walked.input.procedure.steps) {
      const made = each === undefined || !('papers' in doneBy) ? [] : doneBy.papers.flatMap((id) => ofEach(walked, id));
      if (made.length > 0) expect(new Set(made)).toEqual(new Set(walked.file.parties.map(({ name }) => name)));
    }
  });
});

describe('two parties in one penalty case, through the calls of the page', async () => {
  const office = await officeOfFile('set-up', '李敏');
  const { client } = office;
  const penalty = (kind: string) =>
    kind === '个人'
      ? [{ kind: '罚款', amount: 900, basis: '《劳动保障监察条例》第二十五条' }]
      : [{ kind: '罚款', amount: 3600, basis: '《劳动保障监察条例》第二十五条' }];

  it('goes from the source to the volume, each with notice, decision and service of their own', async () => {
    const walked = await walk(new OfficeDesk(office), {
      procedure: 'penalty.ordinary',
      beside,
      wait: { 'approve-decision': 3 },
      write: { J21: ({ party }) => ({ penalties: penalty(party.kind) }) },
    });
    expectSound(walked);
    const { file, periods } = walked;
    const names = file.parties.map(({ name }) => name);
    for (const id of ['J21', 'J23', 'J31', 'J32', 'J39'])
      expect(ofEach(walked, id).toSorted()).toEqual(names.toSorted());
    expect(ofEach(walked, 'J04')).toEqual(['全案']);
    const decisions = file.papers.filter(({ templateId }) => templateId === 'J32');
    expect(decisions.map(({ values }) => [values['partyName'], values['penalties']])).toEqual(
      file.parties.map(({ name, kind }) => [name, penalty(kind)]),
    );
    expect(new Set(decisions.map(({ number }) => number)).size).toBe(2);
    for (const { partyId, id } of decisions) {
      const receipts = file.papers.filter(
        ({ templateId, values }) =>
          templateId === paperIds.serviceReceipt && JSON.stringify(values['documents']) === JSON.stringify([id]),
      );
      expect(receipts.map((receipt) => receipt.partyId)).toEqual([partyId]);
      expect(periods.find((period) => period.ruleId === 'F60' && period.partyId === partyId)).toMatchObject({
        subjectId: id,
        from: receipts[0]?.values['servedAt'],
      });
    }
    expect(file.case.number).toBe(file.papers.find(({ templateId }) => templateId === 'J04')?.number);

    const [period] = (await client.cases.today()).periods.filter(
      ({ caseId, ruleId, partyId }) =>
        caseId === file.case.id && ruleId === 'F60' && partyId === file.parties[1]?.householdId,
    );
    expect(period?.partyName).toBe('陈福来');
    for (const { householdId } of file.parties) {
      const listed = (await client.households.timeline({ householdId, kinds: ['文书'], limit: 200 })).map(
        ({ paperId }) => paperId,
      );
      expect(decisions.filter(({ id }) => listed.includes(id)).map(({ partyId }) => partyId)).toEqual([householdId]);
      expect(listed).toContain(file.papers.find(({ templateId }) => templateId === 'J04')?.id);
    }
    const [volume] = await client.archive.volumes({ caseId: file.case.id });
    expect(volume).toMatchObject({ caseId: file.case.id });
    const { items } = await client.handover.plan({ caseId: file.case.id, kind: 'court', receivedAt: file.today });
    expect(items.map(({ title }) => title)).toEqual(
      expect.arrayContaining(
        decisions.map(
          ({ name, number, partyId }) =>
            `${name}（${names[file.parties.findIndex(({ householdId }) => householdId === partyId)]}）（${number}）`,
        ),
      ),
    );
    expect(items.filter(({ title, late }) => late && title.includes('事先告知书'))).toEqual([]);
  });

  it('refuses a second notice for one, lets a draft be made out to the other, and one leave with a reason', async () => {
    const firm = await client.households.create({
      ...beside,
      kind: '单位',
      name: '辽源市某某劳务有限公司',
      uscc: '91350211M000100Y46',
      idType: '',
      idNumber: '',
      legalRep: '刘洋',
    });
    const [known] = await client.households.find({ query: '陈福来' });
    const personId = known?.householdId ?? (await client.households.create(beside)).householdId;
    const officerIds = await Promise.all(['王建国', '李敏'].map((name) => office.personId(name)));
    await office.as('王建国');
    const begun = await client.cases.begin({
      procedure: 'penalty.ordinary',
      householdId: firm.householdId,
      causeName: '涉嫌拖欠工资',
      officerIds,
    });
    const caseId = begun.case.id;
    expect((await client.documents.create({ caseId, templateId: 'J04' })).partyId).toBeNull();
    const notice = await client.documents.create({ caseId, templateId: 'J21' });
    expect(notice).toMatchObject({ partyId: firm.householdId, values: { partyName: firm.name } });
    expect(await refusalOf(client.documents.create({ caseId, templateId: 'J21', partyId: personId }))).toMatchObject({
      code: 'invalid',
      problems: [{ field: 'partyId' }],
    });
    const joined = await client.cases.addParty({ caseId, version: begun.case.version, householdId: personId });

    const theirs = await client.documents.setParty({ paperId: notice.id, version: notice.version, partyId: personId });
    expect(theirs).toMatchObject({
      partyId: personId,
      values: { partyName: '陈福来', partyKind: '个人', partyUscc: null },
    });
    expect((await client.documents.create({ caseId, templateId: 'J21' })).partyId).toBe(firm.householdId);
    expect(await refusalOf(client.documents.create({ caseId, templateId: 'J21', partyId: personId }))).toMatchObject({
      code: 'not-yet',
      obstacles: [{ sentence: '陈福来已有行政处罚（处理）事先告知书，请打开它继续填写。' }],
    });
    expect(
      await refusalOf(
        client.documents.setParty({ paperId: theirs.id, version: theirs.version, partyId: firm.householdId }),
      ),
    ).toMatchObject({ code: 'not-yet' });
    expect(
      await refusalOf(client.documents.setParty({ paperId: theirs.id, version: theirs.version, partyId: null })),
    ).toMatchObject({ code: 'invalid' });

    const drop = { caseId, version: joined.case.version, householdId: personId, reason: '查明不是直接责任人员' };
    expect(await refusalOf(client.cases.dropParty(drop))).toMatchObject({
      code: 'not-yet',
      obstacles: [{ sentence: `给陈福来的${theirs.name}还没有出具，请先作废。` }],
    });
    await client.documents.void({ paperId: theirs.id, version: theirs.version, reason: '不再追究' });
    const left = await client.cases.dropParty(drop);
    expect(left.parties.map(({ name }) => name)).toEqual([firm.name]);
    expect(left.formerParties).toMatchObject([{ name: '陈福来', reason: '查明不是直接责任人员' }]);
    expect((await client.cases.history({ caseId }))[0]).toMatchObject({
      verb: '当事人退出本案',
      detail: { reason: '查明不是直接责任人员' },
    });
    expect(
      await refusalOf(client.cases.dropParty({ ...drop, version: left.case.version, householdId: firm.householdId })),
    ).toMatchObject({ code: 'not-yet' });
    expect((await client.cases.list({ mine: true })).find(({ id }) => id === caseId)?.partyNames).toEqual([firm.name]);
    const again = await client.cases.addParty({ caseId, version: left.case.version, householdId: personId });
    expect(again.parties.map(({ name }) => name)).toEqual([firm.name, '陈福来']);
    const twice = { ...drop, version: again.case.version };
    const answers = await Promise.allSettled([client.cases.dropParty(twice), refusalOf(client.cases.dropParty(twice))]);
    expect(answers).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled', value: { code: 'stale' } }]);
  });
});
