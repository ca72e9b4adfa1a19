import { describe, expect, it } from 'vitest';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { guideOf, nextStep, type NextPlace } from '../../../shared/procedure/guide.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import type { Values } from '../../../shared/template/values.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { uuid } from '../../support/case-values.ts';
import { definitions } from '../../support/judgement.ts';

const procedures = [...definitions.procedures.values()];
const empty = (procedure: Procedure): CaseFile => ({
  ...aCaseFile(),
  case: { ...aCaseFile().case, procedure: procedure.id, state: 'open' },
  papers: [],
  exhibits: [],
  volume: null,
});

const issued = (n: number, templateId: string, values: Values): Paper => ({
  id: uuid(500 + n),
  caseId: uuid(100),
  partyId: null,
  templateId,
  templateVersion: 1,
  name: definitions.templates.get(templateId)?.name ?? '',
  version: 1,
  status: 'issued',
  number: null,
  values,
  signatures: [],
  approvals: [],
  createdAt: '2026-03-02T09:00',
  updatedAt: '2026-03-02T09:00',
  issuedAt: '2026-03-02T09:00',
  issuedBy: null,
  sha256: null,
  pages: null,
  voidReason: null,
  prints: [],
});

/** What the clerk writes into the papers, by template; nothing where absent. */
type Written = Readonly<Record<string, Values>>;

/** The case after the clerk has done what the guide asked for. */
const after = (file: CaseFile, procedure: Procedure, place: NextPlace, written: Written): CaseFile => {
  const doneBy = procedure.steps.find((step) => step.id === place.stepId)?.doneBy;
  if (doneBy === undefined) throw new Error(`No step ${place.stepId}`);
  if ('volume' in doneBy) return { ...file, volume: aCaseFile().volume };
  const n = file.papers.length;
  const templateId = 'papers' in doneBy ? (place.templateId ?? '') : '';
  if ('papers' in doneBy)
    return { ...file, papers: [...file.papers, issued(n, templateId, written[templateId] ?? {})] };
  if ('lead' in doneBy) throw new Error(`${place.stepId} is done in another case`);
  const served = file.papers.filter((paper) => paper.templateId === doneBy.serviceOf).map((paper) => paper.id);
  return {
    ...file,
    papers: [...file.papers, issued(n, 'J40', { documents: served, mode: '直接', servedAt: '2026-03-03' })],
  };
};

/** Follows the guide from the first paper until it has nothing more to ask. */
const walk = (
  procedure: Procedure,
  written: Written = {},
  from: CaseFile = empty(procedure),
): { file: CaseFile; went: string[] } => {
  let file = from;
  const went: string[] = [];
  for (let n = 0; n < 100; n += 1) {
    const place = nextStep(guideOf({ file, procedure, templates: definitions.templates }), { file });
    if (place === null) return { file, went };
    went.push(place.stepId);
    file = after(file, procedure, place, written);
  }
  throw new Error(`${procedure.id} has no end: ${went.join(' ')}`);
};

describe('procedures', () => {
  it('cover the classes of articles 2 and 7, what follows on them, and the answer to those who contest them', () => {
    expect(new Set(procedures.map((procedure) => procedure.caseType))).toEqual(
      new Set([
        '行政许可',
        '行政确认',
        '行政给付',
        '行政奖励',
        '行政处罚',
        '行政强制',
        '行政检查',
        '行政征收',
        '行政处理',
        '救济',
      ]),
    );
    expect([...definitions.procedures.keys()].toSorted()).toEqual([
      'audit',
      'benefit',
      'coercion',
      'correction',
      'enforcement',
      'handling',
      'injury',
      'inspection',
      'levy',
      'penalty.ordinary',
      'penalty.summary',
      'permit',
      'remedy.litigation',
      'remedy.reconsideration',
      'reward',
    ]);
  });

  it.each(procedures)('$name begins with its first paper and can be walked to the volume', (procedure) => {
    const file = empty(procedure);
    expect(nextStep(guideOf({ file, procedure, templates: definitions.templates }), { file })).toMatchObject({
      templateId: procedure.opensWith,
    });
    const end = walk(procedure);
    expect(end.file.volume).not.toBeNull();
    expect(new Set(end.went).size).toBe(end.went.length);
    const states = guideOf({ file: end.file, procedure, templates: definitions.templates });
    expect(states.filter((step) => step.required && step.state !== 'done')).toEqual([]);
  });

  it.each(procedures)('$name reports own-motion matters to 法规科, and only those', (procedure) => {
    const reports = procedure.steps.some(({ doneBy }) => 'papers' in doneBy && doneBy.papers.includes('J49'));
    expect(reports).toBe(procedure.ownMotion);
  });

  it.each(procedures)('$name gives every step a reason in a sentence', (procedure) => {
    expect(procedure.steps.filter((step) => !step.why.endsWith('。') || step.why.length < 12)).toEqual([]);
    expect(procedure.steps.filter((step) => step.after.includes(step.id))).toEqual([]);
  });

  it.each(procedures)('$name asks for nothing before what it waits for', (procedure) => {
    const place = new Map(procedure.steps.map((step, index) => [step.id, index]));
    const late = procedure.steps.flatMap((step, index) =>
      step.after.filter((id) => (place.get(id) ?? 0) >= index).map((id) => `${step.id} after ${id}`),
    );
    expect(late).toEqual([]);
  });

  it.each(
    procedures.filter(
      (procedure) =>
        procedure.ownMotion &&
        procedure.opensWith !== 'J34' &&
        !['reward', 'coercion', 'enforcement'].includes(procedure.id),
    ),
  )('$name takes up an urgent start, which is approved before the case is closed', (procedure) => {
    const urgent = {
      ...empty(procedure),
      papers: [{ ...issued(0, 'J05', {}), status: 'draft' as const, issuedAt: null }],
    };
    const guide = guideOf({ file: urgent, procedure, templates: definitions.templates });
    expect(guide.find(({ step }) => step.id === 'approve-urgent')).toMatchObject({ required: true, state: 'current' });
    expect(procedure.steps.find((step) => step.id === 'close')?.after).toContain('approve-urgent');
  });

  it.each(procedures)('$name asks for the service of every paper of its steps that must be served', (procedure) => {
    const served = new Set(procedure.steps.flatMap(({ doneBy }) => ('serviceOf' in doneBy ? [doneBy.serviceOf] : [])));
    const needed = procedure.steps.flatMap(({ doneBy }) => ('papers' in doneBy ? doneBy.papers : []));
    expect(needed.filter((id) => definitions.templates.get(id)?.serve === true && !served.has(id))).toEqual([]);
  });

  it('walks 普通程序 in the order of the law', () => {
    const ordinary = definitions.procedures.get('penalty.ordinary');
    expect(ordinary === undefined ? [] : walk(ordinary).went).toEqual([
      'source',
      'file-case',
      'investigate',
      'collect-evidence',
      'conclude',
      'notify',
      'serve-notice',
      'defence',
      'approve-decision',
      'decide',
      'serve-decision',
      'perform',
      'close',
      'file-volume',
      'file-legal',
    ]);
  });
});

const named = (id: string): Procedure => {
  const procedure = definitions.procedures.get(id);
  if (procedure === undefined) throw new Error(`No procedure ${id}`);
  return procedure;
};

/** The papers a walk ended with, without those every case has. */
const papersOn = (procedureId: string, written: Written, from?: CaseFile): string[] => {
  const own = new Set(['J01', 'J04', 'J07', 'J15', 'J18', 'J53', 'J45', 'J49']);
  const { file } = walk(named(procedureId), written, from);
  return file.papers.map((paper) => paper.templateId).filter((id) => !own.has(id));
};

describe('ways out of an inquiry', () => {
  it.each([
    ['penalty.ordinary', '处罚', ['J21', 'J40', 'J23', 'J31', 'J32', 'J40', 'J39']],
    ['penalty.ordinary', '处理', ['J21', 'J40', 'J23', 'J31', 'J33', 'J40', 'J39']],
    ['penalty.ordinary', '责令改正', ['J19', 'J40', 'J20']],
    ['penalty.ordinary', '不予处罚', ['J31', 'J35', 'J40']],
    ['penalty.ordinary', '撤销立案', ['J36a']],
    ['penalty.ordinary', '移送', ['J36a']],
    ['correction', '责令改正', ['J19', 'J40', 'J20']],
    ['correction', '撤销立案', ['J36a']],
    ['correction', '处罚', ['J21', 'J40', 'J23', 'J31', 'J32', 'J40', 'J39']],
    ['correction', '处理', ['J21', 'J40', 'J23', 'J31', 'J33', 'J40', 'J39']],
    ['handling', '处理', ['J21', 'J40', 'J23', 'J31', 'J33', 'J40', 'J39']],
    ['handling', '处罚', ['J21', 'J40', 'J23', 'J31', 'J32', 'J40', 'J39']],
    ['handling', '责令改正', ['J19', 'J40', 'J20']],
    ['handling', '不予处罚', ['J36a']],
    ['levy', '处理', ['S04', 'J21', 'J40', 'J23', 'J31', 'S08', 'J40', 'J39']],
    ['levy', '移送', ['S04', 'J36a']],
  ] as const)('%s: %s', (procedureId, suggestion, papers) => {
    expect(papersOn(procedureId, { J18: { suggestion } })).toEqual(papers);
  });

  it.each(['penalty.ordinary', 'correction', 'handling', 'levy'])(
    '%s: a source that is not taken up is refused, told and filed',
    (procedureId) => {
      const refused = walk(named(procedureId), {
        J01: { handling: '不予立案', sourceType: '举报' },
        J03: { result: '不予立案', reason: '没有违法事实', basis: '《劳动保障监察条例》第十四条' },
      });
      expect(refused.file.papers.map((paper) => paper.templateId)).toEqual(['J01', 'J02', 'J03', 'J45', 'J49']);
      expect(refused.file.volume).not.toBeNull();
    },
  );

  it('takes a refused source up again when it is filed after all', () => {
    const refused = {
      ...empty(named('penalty.ordinary')),
      papers: [issued(0, 'J01', { handling: '不予立案' }), issued(1, 'J02', {}), issued(2, 'J04', {})],
    };
    expect(papersOn('penalty.ordinary', { J18: { suggestion: '处罚' } }, refused)).toContain('J32');
  });
});

describe('what follows on a decision', () => {
  const unpaid = { J18: { suggestion: '处罚' }, J39: { performed: '未履行', nextStep: '申请法院强制执行' } };

  it.each(['penalty.ordinary', 'handling', 'correction'])('%s: demand, its service, then the court', (procedureId) => {
    expect(papersOn(procedureId, unpaid).slice(-4)).toEqual(['J39', 'J43', 'J40', 'J44']);
  });

  it('申请人民法院强制执行: needs no court when the demand was heeded', () => {
    expect(walk(named('enforcement')).went).toEqual([
      'demand',
      'serve-demand',
      'apply-to-court',
      'perform',
      'close',
      'file-volume',
      'file-legal',
    ]);
    const heeded = {
      ...empty(named('enforcement')),
      papers: [issued(0, 'J43', {}), issued(1, 'J39', { performed: '全部履行' })],
    };
    expect(walk(named('enforcement'), {}, heeded).went).not.toContain('apply-to-court');
  });

  it('答复 and 应诉 go with evidence, bases, identity and the originals', () => {
    expect(papersOn('remedy.reconsideration', {})).toEqual(['F01', 'F03', 'F04', 'F05a', 'F06', 'F08']);
    expect(papersOn('remedy.litigation', {})).toEqual(['F02', 'F03', 'F04', 'F05a', 'F05b', 'F05c', 'F06', 'F08']);
  });
});
