import { describe, expect, it } from 'vitest';
import { allChecks } from '../../../shared/regulation/checks/all-checks.ts';
import { blocking, judge } from '../../../shared/regulation/judge.ts';
import { questions } from '../../../shared/regulation/questions.ts';
import { answeredIds, reviewItems, scoreOf } from '../../../shared/regulation/review.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { upTo, withAnswer, withExhibit, withPaper, withValues } from '../../support/change-case-file.ts';
import { judgementOf } from '../../support/judgement.ts';
import { chainExamples } from './examples/chain.ts';
import { decisionExamples } from './examples/decision.ts';
import type { Example } from './examples/example.ts';
import { investigationExamples } from './examples/investigation.ts';
import { serviceExamples } from './examples/service.ts';
import { startExamples } from './examples/start.ts';
import { surroundingExamples } from './examples/surroundings.ts';

const examples: Example[] = [
  ...startExamples,
  ...investigationExamples,
  ...decisionExamples,
  ...chainExamples,
  ...serviceExamples,
  ...surroundingExamples,
];

/** Ids the regulation (51 articles) and the review standards ask for. */
const obligations =
  'R01a R02a R02b R03a R03b R04a R04b R05a R05b R06a R07a R08a R09a R09b R10a R10b R11a R12a R12b R12c R13a R13b R13c R13d R14a R14b R14c R14d R15a R15b R15c R16a R16b R17a R17b R17c R17d R17e R18a R18b R18c R19a R19b R19c R19d R20a R21a R21b R22a R22b R22c R23a R23b R23c R24a R24b R24c R25a R25b R25c R25d R26a R26b R26c R26d R27a R28a R28b R29a R29b R29c R30a R30b R30c R31a R31b R31c R32a R32b R33a R33b R33c R33d R34a R34b R34c R35a R35b R35c R35d R36a R36b R36c R37a R37b R38a R38b R39a R40a R40b R41a R41b R42a R42b R43a R43b R44a R44b R45a R46a R47a R48a R48b R49a R50a R51a'.split(
    ' ',
  );
const standards =
  'V01 V02 V03 V04 V05 V06 V07 V08 V09 A01 A02 A03 A04 A05 A06 A07 B01 B02 B03 B04 B05 B06 B07 B08 C01 C02 C03 C04 C05 C06 D01 D02 E01 E02 E03 F01 F02 G01 H01 I01 I02 I03 K01 K02 K03'.split(
    ' ',
  );

const findingsOf = ({ change, adjust, moment }: Example) => {
  const changed = change(aCaseFile());
  const known = judgementOf(changed.case.procedure === 'penalty.ordinary' ? changed : aCaseFile());
  const input = { ...known, file: changed };
  return judge(adjust === undefined ? input : adjust(input), moment ?? 'filing');
};

describe('checks', () => {
  it.each(examples)('$id finds: $name', (example) => {
    const found = findingsOf(example).filter(
      (finding) => finding.checkId === example.id && finding.sentence.includes(example.says),
    );
    expect(found).not.toEqual([]);
    const check = allChecks.find(({ id }) => id === example.id);
    const hintsOnly = example.id === 'R51a';
    expect(found[0]?.severity).toBe(hintsOnly ? 'info' : (example.severity ?? check?.severity));
  });

  it('have each an example that fails', () => {
    expect(allChecks.map((check) => check.id).filter((id) => !examples.some((example) => example.id === id))).toEqual(
      [],
    );
  });

  it('have unique ids, a basis and an article or a standard', () => {
    expect(new Set(allChecks.map((check) => check.id)).size).toBe(allChecks.length);
    expect(
      allChecks.filter(
        (check) => check.basis === '' || check.article === null || check.article < 1 || check.article > 51,
      ),
    ).toEqual([]);
  });

  it('answer, with the review items and the questions, every id asked for', () => {
    const answered = answeredIds();
    expect([...obligations, ...standards].filter((id) => !answered.has(id))).toEqual([]);
  });

  it('speak Chinese sentences without internals', () => {
    const sentences = examples.flatMap((example) => findingsOf(example).map((finding) => finding.sentence));
    expect(
      sentences.filter((sentence) => !/[。！？]$/.test(sentence) || /undefined|null|NaN|[a-f0-9]{8}-/.test(sentence)),
    ).toEqual([]);
  });
});

describe('judging', () => {
  it('puts the worst first', () => {
    const file = withValues(withExhibit(aCaseFile(), '现场检查录像', { device: '', noticeSpoken: false }), 'J32', {
      decidedAt: '2026-03-24',
    });
    const severities = judge(judgementOf(file), 'filing').map((finding) => finding.severity);
    expect(severities).toEqual(
      severities.toSorted(
        (a, b) => ['veto', 'err', 'warn', 'info'].indexOf(a) - ['veto', 'err', 'warn', 'info'].indexOf(b),
      ),
    );
    expect(severities[0]).toBe('veto');
  });

  it('gives hints only for a case started before the regulation', () => {
    const file = withPaper(withValues(aCaseFile(), 'J07', { officers: [] }), 'J04', { issuedAt: '2021-06-01T09:00' });
    const findings = judge(judgementOf(file), 'filing');
    expect(findings.map((finding) => finding.checkId)).toContain('R18a');
    expect(new Set(findings.map((finding) => finding.severity))).toEqual(new Set(['info']));
    expect(blocking(findings, 'filing')).toEqual([]);
  });

  it('says nothing of what is still to come while the case is open', () => {
    const file = aCaseFile();
    for (const paper of file.papers)
      expect(judge(judgementOf(upTo(file, paper.templateId))).filter((finding) => finding.severity !== 'info')).toEqual(
        [],
      );
  });

  it('blocks by moment: vetoes and errs of checks that block there', () => {
    const file = withExhibit(withValues(aCaseFile(), 'J32', { decidedAt: '2026-03-24' }), '现场检查录像', {
      device: '',
    });
    const blocked = blocking(judge(judgementOf(file), 'filing'), 'filing').map((finding) => finding.checkId);
    expect(blocked).toContain('R22a');
    expect(blocked).not.toContain('R43a');
    expect(blocking(judge(judgementOf(file), 'handover'), 'handover')).toEqual([]);
  });

  it('never keeps a file from the court but for damage or secrecy', () => {
    expect(allChecks.filter((check) => check.blocks.includes('handover')).map((check) => check.id)).toEqual([
      'R48a',
      'R40b',
    ]);
  });

  it('judges a case of 60 papers within 5 ms', () => {
    const file = aCaseFile();
    const papers = Array.from({ length: 3 }, (_, n) =>
      file.papers.map((paper) => ({ ...paper, id: `${paper.id.slice(0, 35)}${n}` })),
    )
      .flat()
      .slice(0, 60);
    const input = judgementOf({ ...file, papers });
    const times = Array.from({ length: 60 }, () => {
      const started = performance.now();
      judge(input, 'live');
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(5);
  });
});

describe('review score', () => {
  const scored = (change: Example['change']) => scoreOf(judge(judgementOf(change(aCaseFile())), 'filing'));

  it('fails a file with one veto', () => {
    expect(scored((file) => withValues(file, 'J32', { decidedAt: '2026-03-24' }))).toMatchObject({
      points: 0,
      grade: '不合格',
    });
  });

  it('deducts an item once, or a point for each finding up to its weight', () => {
    const score = scored((file) =>
      withValues(withValues(file, 'J21', { reasons: '', basis: '' }), 'J04', { caseSource: '巡查' }),
    );
    expect(score.deductions.map(({ item, points }) => [item.id, points])).toEqual([
      ['A02', 2],
      ['B02', 1],
      ['D01', 2],
    ]);
    expect(score.points).toBe(95);
  });

  it('names the items a person has still to judge', () => {
    expect(scored((file) => file).open.map((item) => item.id)).toEqual(['V04', 'V05', 'V09', 'A01', 'A06']);
    const { answers } = aCaseFile();
    expect(scoreOf([], {}, answers).open).toEqual([]);
    expect(scoreOf([], {}, answers.slice(1)).open.map((item) => item.id)).toEqual(['V04']);
  });

  it('counts what a person found wrong, and nothing for a question left open', () => {
    expect(scored((file) => withAnswer(file, 'A01', '否', '格式未备案'))).toMatchObject({
      points: 98,
      deductions: [{ item: { id: 'A01' }, points: 2 }],
    });
    expect(scored((file) => withAnswer(file, 'V05', '否', '引错条款'))).toMatchObject({
      points: 0,
      grade: '不合格',
      vetoes: [{ id: 'V05' }],
    });
    expect(scored((file) => ({ ...file, answers: [] }))).toMatchObject({ points: 100, grade: '优秀' });
  });

  it('takes the weights of the office in place of the shipped ones, but lets no veto be bought off', () => {
    const findings = judge(
      judgementOf(
        withValues(withValues(aCaseFile(), 'J21', { reasons: '', basis: '' }), 'J04', { caseSource: '巡查' }),
      ),
      'filing',
    );
    expect(
      scoreOf(findings, { B02: 4, D01: 1, A02: 0 }).deductions.map(({ item, points }) => [item.id, points]),
    ).toEqual([
      ['B02', 4],
      ['D01', 1],
    ]);
    expect(scoreOf(findings, { B02: 4, D01: 1, A02: 0 }).points).toBe(95);
    const vetoed = judge(judgementOf(withValues(aCaseFile(), 'J32', { decidedAt: '2026-03-24' })), 'filing');
    expect(scoreOf(vetoed, { V07: 1, V08: 1 })).toMatchObject({ points: 0, grade: '不合格' });
  });

  it('feeds every item from checks that exist, or asks a person', () => {
    const ids = new Set([...allChecks, ...questions].map(({ id }) => id));
    expect(reviewItems.flatMap((item) => item.fedBy).filter((id) => !ids.has(id))).toEqual([]);
    expect(reviewItems.filter((item) => item.fedBy.length === 0)).toEqual([]);
  });
});
