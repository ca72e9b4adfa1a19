import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { guideOf, nextStep } from '../../../shared/procedure/guide.ts';
import { obstaclesToLeave } from '../../../shared/procedure/leave-case.ts';
import { obstaclesToIssue, obstaclesToStart } from '../../../shared/procedure/obstacles.ts';
import { partiesTitle, viewFor, viewsOf } from '../../../shared/procedure/parties.ts';
import { isForOneParty } from '../../../shared/procedure/steps.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { paperIn, upTo, withPaper, withValues } from '../../support/change-case-file.ts';
import { party, uuid } from '../../support/case-values.ts';
import { definitions, judgementOf } from '../../support/judgement.ts';
import { ofPerson, person, twoParties, withoutOfPerson, withValuesOfPerson } from '../../support/two-parties.ts';

const stepOf = (file: CaseFile, id: string) => guideOf(judgementOf(file)).find(({ step }) => step.id === id);
const next = (file: CaseFile) => nextStep(guideOf(judgementOf(file)), { file });
const open = (file: CaseFile): CaseFile => ({ ...file, volume: null, case: { ...file.case, state: 'open' } });
/** The case as it stood when only the papers up to (and with) the person's of this template were there. */
const upToPersons = (templateId: string): CaseFile => {
  const file = upTo(twoParties(), templateId);
  return {
    ...file,
    papers: file.papers.slice(0, file.papers.findIndex(({ id }) => id === ofPerson(twoParties(), templateId).id) + 1),
  };
};
const papersFor = { templateId: 'J32', partyId: person.householdId };

describe('guide of a case with two parties', () => {
  it('is all done when each has their own papers', () => {
    expect(guideOf(judgementOf(twoParties())).filter((step) => step.required && step.state !== 'done')).toEqual([]);
    expect(next(twoParties())).toBeNull();
  });

  it.each([
    ['J21', 'notify', '陈福来：还没有行政处罚（处理）事先告知书（第二十二条）。'],
    ['J23', 'defence', '陈福来：还没有陈述申辩笔录（第二十二条）。'],
    ['J31', 'approve-decision', '陈福来：还没有行政执法决定审批表（第二十三条）。'],
    ['J32', 'decide', '陈福来：还没有行政处罚决定书（第二十六条）。'],
    ['J39', 'perform', '陈福来：还没有履行情况记录（第二十七条）。'],
  ])('is not done with the %s of one of them: names the other, and begins theirs', (templateId, stepId, sentence) => {
    const step = stepOf(withoutOfPerson(open(twoParties()), templateId), stepId);
    expect(step).toMatchObject({
      state: 'current',
      obstacles: [{ sentence, partyId: person.householdId, templateId }],
    });
    expect(step?.templateIds).toContain(templateId);
    expect(step?.partyIds).toContain(person.householdId);
  });

  it('offers those that are not repeated only to whom they are missing for', () => {
    expect(stepOf(withoutOfPerson(open(twoParties()), 'J32'), 'decide')?.partyIds).toEqual([person.householdId]);
    expect(stepOf(twoParties(), 'decide')?.partyIds).toEqual([]);
  });

  it('says it for each while nobody has theirs, and goes to the first', () => {
    const file = upTo(twoParties(), 'J18');
    expect(stepOf(file, 'notify')?.obstacles.map(({ sentence }) => sentence)).toEqual([
      '辽源市福满园餐饮有限公司：还没有行政处罚（处理）事先告知书（第二十二条）。',
      '陈福来：还没有行政处罚（处理）事先告知书（第二十二条）。',
    ]);
    expect(next(file)).toMatchObject({ stepId: 'notify', templateId: 'J21', partyId: party.householdId });
  });

  it('asks for the service of each, and goes to begin the receipt of the one who has none', () => {
    const file = withoutOfPerson(upToPersons('J21'), 'J40');
    const served = {
      ...file,
      papers: [
        ...file.papers,
        ...twoParties()
          .papers.filter((paper) => paper.templateId === 'J40' && paper.partyId === party.householdId)
          .slice(0, 1),
      ],
    };
    expect(stepOf(served, 'serve-notice')).toMatchObject({
      state: 'current',
      obstacles: [{ sentence: '陈福来：行政处罚（处理）事先告知书还没有送达回证（第二十二条）。' }],
    });
    expect(next(served)).toMatchObject({ stepId: 'serve-notice', partyId: person.householdId, templateId: 'J40' });
    expect(next(served)?.paperId).toBeUndefined();
  });

  it('takes no receipt made out to one for the service on the other', () => {
    const [wrong] = twoParties().papers.filter(
      (paper) => paper.templateId === 'J40' && paper.partyId === person.householdId,
    );
    const file = twoParties();
    const papers = file.papers.map((paper) =>
      paper.id === wrong?.id ? { ...paper, partyId: party.householdId } : paper,
    );
    expect(stepOf({ ...open(file), papers }, 'serve-notice')?.obstacles[0]?.sentence).toContain('陈福来');
  });

  it('lets the one go on while the other is behind', () => {
    const file = withoutOfPerson(upToPersons('J31'), 'J21', 'J23', 'J24', 'J31', 'J40');
    expect(obstaclesToStart(judgementOf(file), 'J32', party.householdId)).toEqual([]);
    const draft = { ...paperIn(twoParties(), 'J32'), status: 'draft' as const, issuedAt: null, number: null };
    expect(obstaclesToIssue(judgementOf({ ...file, papers: [...file.papers, draft] }), draft)).toEqual([]);
    const theirs = { ...ofPerson(twoParties(), 'J32'), status: 'draft' as const, issuedAt: null, number: null };
    expect(
      obstaclesToIssue(judgementOf({ ...file, papers: [...file.papers, theirs] }), theirs).map(
        ({ sentence }) => sentence,
      ),
    ).toEqual(['须先完成：送达事先告知书（第二十二条）。', '须先完成：决定审批（第二十三条）。']);
  });

  it('leads to the draft of the other with what it lacks', () => {
    const file = withValuesOfPerson(open(twoParties()), 'J32', { reasons: '' });
    const draft = { ...ofPerson(file, 'J32'), status: 'draft' as const, issuedAt: null };
    expect(
      next({ ...file, papers: file.papers.map((paper) => (paper.id === draft.id ? draft : paper)) }),
    ).toMatchObject({
      stepId: 'decide',
      paperId: draft.id,
      field: 'reasons',
      sentence: '陈福来：请填写“理由和裁量”。',
    });
  });

  it('works on the other while the paper of one waits for approval', () => {
    const file = withoutOfPerson(open(twoParties()), 'J31', 'J32');
    const waiting = withPaper(file, 'J31', { status: 'approving', approvals: [] });
    expect(next({ ...waiting, papers: waiting.papers.filter(({ templateId }) => templateId !== 'J32') })).toMatchObject(
      { stepId: 'approve-decision', partyId: person.householdId },
    );
  });

  it('asks the review of a defence only for whom it was made', () => {
    const waived = withValuesOfPerson(withoutOfPerson(open(twoParties()), 'J24'), 'J23', { form: '放弃权利记录' });
    expect(stepOf(waived, 'review-defence')?.state).toBe('done');
    expect(stepOf(withoutOfPerson(open(twoParties()), 'J24'), 'review-defence')?.obstacles[0]?.sentence).toBe(
      '陈福来：还没有陈述申辩复核意见书（第二十五条）。',
    );
  });

  it('lets one be punished and the other not', () => {
    const file = withValuesOfPerson(withoutOfPerson(open(twoParties()), 'J32'), 'J31', {
      decisionKind: '不予行政处罚',
    });
    expect(stepOf(file, 'decide')?.state).toBe('done');
    expect(stepOf(file, 'decline-penalty')).toMatchObject({ state: 'current', partyIds: [person.householdId] });
  });

  it('takes an internal paper for all of them as each one’s own', () => {
    const file = withoutOfPerson(open(twoParties()), 'J31');
    expect(stepOf(withPaper(file, 'J31', { partyId: null }), 'approve-decision')?.state).toBe('done');
  });

  it('lets no outward paper go out that is for none of them', () => {
    const file = withPaper(open(twoParties()), 'J32', { partyId: null, status: 'draft', issuedAt: null });
    expect(obstaclesToIssue(judgementOf(file), paperIn(file, 'J32')).map(({ sentence }) => sentence)).toContain(
      '本案有几个当事人，请先选定这份文书给哪一个。',
    );
  });

  it('refuses a second one for the same party by name', () => {
    expect(
      obstaclesToStart(judgementOf(open(twoParties())), papersFor.templateId, papersFor.partyId)[0]?.sentence,
    ).toBe('陈福来已有行政处罚决定书，确需重做的，先将它作废并写明理由。');
    expect(obstaclesToStart(judgementOf(withoutOfPerson(open(twoParties()), 'J32')), 'J32')).toEqual([]);
  });
});

describe('one party', () => {
  it('is told nothing of parties', () => {
    const steps = guideOf(judgementOf(upTo(aCaseFile(), 'J18')));
    expect(steps.every(({ partyIds }) => partyIds.length === 0)).toBe(true);
    expect(steps.flatMap(({ obstacles }) => obstacles).every(({ partyId }) => partyId === undefined)).toBe(true);
    expect(viewsOf(aCaseFile())).toHaveLength(1);
  });

  it('goes on alone when the other has left the case', () => {
    const { parties, ...file } = withoutOfPerson(open(twoParties()), 'J23', 'J24', 'J31', 'J32', 'J39');
    const left: CaseFile = {
      ...file,
      parties: parties.slice(0, 1),
      formerParties: [{ ...person, leftAt: '2026-03-26T09:00', reason: '没有直接责任' }],
    };
    expect(stepOf(left, 'decide')?.state).toBe('done');
    expect(guideOf(judgementOf(left)).flatMap(({ stepPaperIds }) => stepPaperIds)).not.toContain(
      ofPerson(left, 'J21').id,
    );
    expect(viewFor(left, person.householdId).parties.map(({ name }) => name)).toEqual(['陈福来']);
  });
});

describe('who may leave a case', () => {
  const leaving = (file: CaseFile) =>
    obstaclesToLeave(file, person, definitions.templates).map(({ sentence }) => sentence);

  it('not the last one, nor one decided about, nor one whose paper is being written', () => {
    expect(obstaclesToLeave(aCaseFile(), party, definitions.templates)[0]?.sentence).toContain('唯一的当事人');
    expect(leaving(twoParties())).toEqual([
      '对陈福来已经作出行政处罚决定书（辽人社监罚字〔2026〕第002号）；依法撤销的，先将它作废并写明理由。',
    ]);
    const file = withoutOfPerson(twoParties(), 'J32');
    const draft = ofPerson(file, 'J39').id;
    expect(
      leaving({
        ...file,
        papers: file.papers.map((paper) => (paper.id === draft ? { ...paper, status: 'draft' as const } : paper)),
      }),
    ).toEqual(['给陈福来的履行情况记录还没有出具，请先作废。']);
    expect(leaving(file)).toEqual([]);
  });
});

it('calls a case with several by the first and their number', () => {
  expect([[], ['甲公司'], ['甲公司', '乙']].map(partiesTitle)).toEqual(['', '甲公司', '甲公司等2名当事人']);
});

it('knows in every procedure which papers are for one party each', () => {
  const own = (procedure: string) =>
    [...definitions.templates.values()]
      .filter((template) => isForOneParty(definitions.procedures.get(procedure)!, template))
      .map(({ id }) => id);
  expect(own('penalty.ordinary')).toEqual(
    expect.arrayContaining(['J21', 'J22', 'J23', 'J31', 'J32', 'J35', 'J39', 'J40', 'J43', 'J48']),
  );
  for (const id of ['J01', 'J04', 'J18', 'J29', 'J30', 'J45', 'J50']) expect(own('penalty.ordinary')).not.toContain(id);
  expect(own('injury')).not.toContain('G09');
  expect(withValues(aCaseFile(), 'J21', {}).parties[0]?.householdId).toBe(uuid(50));
});
