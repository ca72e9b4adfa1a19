import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/time/moments.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';
import { officeOfFile, refusalOf } from '../../support/office.ts';
import { personDetails as beside } from '../../support/two-parties.ts';
import { OfficeDesk } from '../../support/walk/office-desk.ts';
import { RulesDesk } from '../../support/walk/rules-desk.ts';
import { walk, type Walked, type Way } from '../../support/walk/walker.ts';
import { expectSound } from './expect-sound.ts';

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

const fineOf = (kind: string) => [
  { kind: '罚款', amount: kind === '个人' ? 900 : 3600, basis: '《劳动保障监察条例》第二十五条' },
];

describe('two parties in one penalty case, from the source to the volume through the calls of the page', async () => {
  const office = await officeOfFile('set-up', '李敏');
  const { client } = office;
  const walked = await walk(new OfficeDesk(office), {
    procedure: 'penalty.ordinary',
    beside,
    wait: { 'approve-decision': 3 },
    write: { J21: ({ party }) => ({ penalties: fineOf(party.kind) }) },
  });
  const { file, periods } = walked;
  const names = file.parties.map(({ name }) => name);
  const decisions = file.papers.filter(({ templateId }) => templateId === 'J32');
  const filing = file.papers.find(({ templateId }) => templateId === 'J04');

  it('is sound, and each has notice, defence, decision and compliance of their own', () => {
    expectSound(walked);
    for (const id of ['J21', 'J23', 'J31', 'J32', 'J39'])
      expect(ofEach(walked, id).toSorted()).toEqual(names.toSorted());
    expect(ofEach(walked, 'J04')).toEqual(['全案']);
    expect(file.case.number).toBe(filing?.number);
  });

  it('fines each by a decision with a number of its own', () => {
    expect(decisions.map(({ values }) => [values['partyName'], values['penalties']])).toEqual(
      file.parties.map(({ name, kind }) => [name, fineOf(kind)]),
    );
    expect(new Set(decisions.map(({ number }) => number)).size).toBe(2);
  });

  it('serves each decision on its party, whose period begins that day', async () => {
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
  });

  it('stands in the household of each with their own decision and the papers of the whole case', async () => {
    for (const { householdId } of file.parties) {
      const entries = await client.households.timeline({ householdId, kinds: ['文书'], limit: 200 });
      const listed = entries.map(({ paperId }) => paperId);
      expect(decisions.filter(({ id }) => listed.includes(id)).map(({ partyId }) => partyId)).toEqual([householdId]);
      expect(listed).toContain(filing?.id);
    }
  });

  it('goes into one 正卷 and one 副卷, and for the court each paper is named with its party', async () => {
    expect(await client.archive.volumes({ caseId: file.case.id })).toMatchObject([{ part: '正卷' }, { part: '副卷' }]);
    const { items } = await client.handover.plan({ caseId: file.case.id, kind: 'court', receivedAt: file.today });
    const nameOf = (partyId: string | null) =>
      file.parties.find(({ householdId }) => householdId === partyId)?.name ?? '';
    expect(items.map(({ title }) => title)).toEqual(
      expect.arrayContaining(
        decisions.map(({ name, number, partyId }) => `${name}（${nameOf(partyId)}）（${number}）`),
      ),
    );
    expect(items.filter(({ title, late }) => late && title.includes('事先告知书'))).toEqual([]);
  });
});

describe('a party that joins a case and leaves it', async () => {
  const office = await officeOfFile('set-up', '李敏');
  const { client } = office;
  const firm = await client.households.create({
    ...beside,
    kind: '单位',
    name: '辽源市某某劳务有限公司',
    uscc: '91350211M000100Y46',
    idType: '',
    idNumber: '',
    legalRep: '刘洋',
  });
  const { householdId: personId } = await client.households.create(beside);
  const officerIds = await Promise.all(['王建国', '李敏'].map((name) => office.personId(name)));
  await office.as('王建国');

  /** A case of the firm with the draft of a notice. */
  async function begin() {
    const { case: record } = await client.cases.begin({
      procedure: 'penalty.ordinary',
      householdId: firm.householdId,
      causeName: '涉嫌拖欠工资',
      officerIds,
    });
    const notice = await client.documents.create({ caseId: record.id, templateId: 'J21' });
    return { caseId: record.id, version: record.version, notice };
  }

  /** The same after the person has joined, with the notice made out to them. */
  async function beginWithBoth() {
    const { caseId, version, notice } = await begin();
    const joined = await client.cases.addParty({ caseId, version, householdId: personId });
    const theirs = await client.documents.setParty({ paperId: notice.id, version: notice.version, partyId: personId });
    return { caseId, version: joined.case.version, theirs };
  }

  it('gets papers of its own only after it has joined; those of the whole case belong to nobody', async () => {
    const { caseId, notice } = await begin();
    expect((await client.documents.create({ caseId, templateId: 'J04' })).partyId).toBeNull();
    expect(notice).toMatchObject({ partyId: firm.householdId, values: { partyName: firm.name } });
    expect(await refusalOf(client.documents.create({ caseId, templateId: 'J21', partyId: personId }))).toMatchObject({
      code: 'invalid',
      problems: [{ field: 'partyId' }],
    });
  });

  it('can have a draft made out to it, but no second notice', async () => {
    const { caseId, theirs } = await beginWithBoth();
    expect(theirs).toMatchObject({
      partyId: personId,
      values: { partyName: '陈福来', partyKind: '个人', partyUscc: null },
    });
    expect((await client.documents.create({ caseId, templateId: 'J21' })).partyId).toBe(firm.householdId);
    expect(await refusalOf(client.documents.create({ caseId, templateId: 'J21', partyId: personId }))).toMatchObject({
      code: 'not-yet',
      obstacles: [{ sentence: '陈福来已有行政处罚（处理）事先告知书，请打开它继续填写。' }],
    });
    const setParty = (partyId: string | null) =>
      refusalOf(client.documents.setParty({ paperId: theirs.id, version: theirs.version, partyId }));
    expect(await setParty(firm.householdId)).toMatchObject({ code: 'not-yet' });
    expect(await setParty(null)).toMatchObject({ code: 'invalid' });
  });

  it('leaves with a reason on record once none of its papers is open; the last one cannot', async () => {
    const { caseId, version, theirs } = await beginWithBoth();
    const drop = { caseId, version, householdId: personId, reason: '查明不是直接责任人员' };
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
    expect((await client.cases.list({})).find(({ id }) => id === caseId)?.partyNames).toEqual([firm.name]);
    const last = { ...drop, version: left.case.version, householdId: firm.householdId };
    expect(await refusalOf(client.cases.dropParty(last))).toMatchObject({ code: 'not-yet' });
  });

  it('can join again; of two who let it leave at once the second is told', async () => {
    const { caseId, version, theirs } = await beginWithBoth();
    const drop = { caseId, version, householdId: personId, reason: '查明不是直接责任人员' };
    await client.documents.void({ paperId: theirs.id, version: theirs.version, reason: '不再追究' });
    const left = await client.cases.dropParty(drop);
    const again = await client.cases.addParty({ caseId, version: left.case.version, householdId: personId });
    expect(again.parties.map(({ name }) => name)).toEqual([firm.name, '陈福来']);
    const twice = { ...drop, version: again.case.version };
    const answers = await Promise.allSettled([client.cases.dropParty(twice), refusalOf(client.cases.dropParty(twice))]);
    expect(answers).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled', value: { code: 'stale' } }]);
  });
});
