import { appendFile, cp, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileDefinitions } from '../../../../main/platform/definitions/compile.ts';
import { type Definitions, loadDefinitions } from '../../../../main/platform/definitions/load.ts';
import { paperJobOf } from '../../../../main/features/documents/paper-job.ts';
import { printPaper } from '../../../../main/platform/print/paper.ts';
import { createTexts } from '../../../../main/platform/print/text.ts';
import { type CaseFile, RuleSettings } from '../../../../shared/case-file.ts';
import { calendarOf } from '../../../../shared/time/calendar.ts';
import { periodsOf } from '../../../../shared/periods/periods.ts';
import { guideOf, nextStep } from '../../../../shared/procedure/guide.ts';
import { obstaclesToIssue, obstaclesToStart } from '../../../../shared/procedure/obstacles.ts';
import { judge } from '../../../../shared/regulation/judge.ts';
import { articleLinks } from '../../../../shared/regulation/links.ts';
import { legalNotes } from '../../../../shared/regulation/notes.ts';
import { initialValues } from '../../../../shared/procedure/carry.ts';
import type { Template } from '../../../../shared/template/template.ts';
import { problemsOf } from '../../../../shared/template/validate.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';
import { paperIn, plusPaper, withPaper } from '../../../support/change-case-file.ts';
import { people, receiptValues } from '../../../support/case-values.ts';
import { fillPaper } from '../../../support/fill-paper.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { shippedFonts, textOf } from '../print/support.ts';

const resources = join(await tempDir(), 'resources');
let definitions: Definitions;
let template: Template;

/** The shipped data files with one more paper, one more procedure and one more period: three files, no code. */
beforeAll(async () => {
  await cp('resources', resources, {
    recursive: true,
    filter: (file) => !['sample-office', 'definitions.json'].includes(basename(file)),
  });
  for (const folder of ['templates', 'procedures'])
    await cp(`test/main/platform/definitions/added/${folder}`, join(resources, folder), { recursive: true });
  await appendFile(
    join(resources, 'periods.yaml'),
    `\n${await readFile('test/main/platform/definitions/added/periods.yaml', 'utf8')}`,
  );
  compileDefinitions(resources);
  definitions = loadDefinitions(resources);
  const added = definitions.templates.get('Z01');
  if (added === undefined) throw new Error('Z01 was not loaded');
  template = added;
});

const empty = (): CaseFile => ({
  ...aCaseFile(),
  case: { ...aCaseFile().case, procedure: 'prompt', state: 'open' },
  papers: [],
  exhibits: [],
  volume: null,
});
const written = () =>
  fillPaper(template, {
    ...initialValues(template, empty()),
    promptedAt: '2026-04-03',
    risks: '十二名职工未签劳动合同。',
  });
const prompted = (): CaseFile => plusPaper(empty(), 'Z01', template.name, '2026-04-03', written());
const served = (): CaseFile =>
  plusPaper(prompted(), 'J40', '送达回证', '2026-04-07', receiptValues(paperIn(prompted(), 'Z01').id, '2026-04-07'));
const inputOf = (file: CaseFile) => {
  const procedure = definitions.procedures.get(file.case.procedure);
  if (procedure === undefined) throw new Error(`No procedure ${file.case.procedure}`);
  return { file, procedure, templates: definitions.templates };
};
const periods = (file: CaseFile) => periodsOf(file, definitions.periodRules, calendarOf(definitions.calendars));

describe('a paper and a period added as data', () => {
  test('the paper begins with what is known, and says what is missing', () => {
    const begun = initialValues(template, empty());
    expect(begun).toMatchObject({ partyName: '辽源市福满园餐饮有限公司', promptedAt: '2026-04-24' });
    expect(problemsOf(template, begun, { draft: true })).toEqual([]);
    expect(problemsOf(template, begun).map(({ field }) => field)).toEqual(['risks', 'advice']);
    expect(problemsOf(template, written())).toEqual([]);
  });

  test('its procedure leads to it, then to its service, and any other case may use it', () => {
    const next = (file: CaseFile) => nextStep(guideOf(inputOf(file)), { file });
    expect(next(empty())).toMatchObject({
      stepId: 'prompt',
      templateId: 'Z01',
      sentence: '还没有劳动用工风险提示函（第十条）。',
    });
    expect(next(prompted())).toMatchObject({ stepId: 'serve-prompt', templateId: 'J40' });
    expect(next(served())).toBeNull();
    const ordinary = { ...aCaseFile(), case: { ...aCaseFile().case, state: 'open' as const } };
    expect(obstaclesToStart(inputOf(ordinary), 'Z01')).toEqual([]);
  });

  test('a draft waits for its fields and its signature', () => {
    const draft = withPaper(prompted(), 'Z01', { status: 'draft', issuedAt: null, values: { advice: '' } });
    expect(obstaclesToIssue(inputOf(draft), paperIn(draft, 'Z01')).map(({ sentence }) => sentence)).toEqual([
      '请填写“建议”。',
      '还缺“承办人”签名（第十七条）。',
    ]);
    const signed = withPaper(draft, 'Z01', {
      values: { advice: '补签合同。' },
      signatures: [{ role: '承办人', name: people.wang.name, mode: '签名', reason: '', witness: '', at: '2026-04-03' }],
    });
    expect(obstaclesToIssue(inputOf(signed), paperIn(signed, 'Z01'))).toEqual([]);
  });

  test('checks that know nothing of it hold for it', () => {
    const found = (file: CaseFile) =>
      judge(
        { ...inputOf(file), periods: periods(file), phrases: definitions.phrases, laws: definitions.laws },
        'filing',
      )
        .filter(({ templateId }) => templateId === 'Z01')
        .map(({ checkId }) => checkId);
    expect(found(prompted())).toContain('F01');
    expect(found(served())).toEqual([]);
    expect(
      found(withPaper(served(), 'Z01', { values: { partyName: '福满园饭店', advice: '按一般程序办理。' } })).toSorted(),
    ).toEqual(['A02', 'B05']);
  });

  test('it prints', async () => {
    const paper = paperIn(prompted(), 'Z01');
    const job = paperJobOf(paper, {
      file: prompted(),
      template,
      values: paper.values,
      state: 'issued',
      number: '辽人社监提字〔2026〕第001号',
      issuedOn: '2026-04-03',
    });
    const { pdf, pages } = await printPaper(job, shippedFonts(), createTexts());
    expect(pages).toBe(1);
    for (const words of ['劳动用工风险提示函', '辽人社监提字〔2026〕第001号', '十二名职工未签劳动合同。'])
      expect(textOf(pdf)).toContain(words);
  });

  test('its period is counted from its service and met by its event', () => {
    const period = (file: CaseFile) => periods(file).find(({ ruleId }) => ruleId === 'Z10');
    expect(period(prompted())).toBeUndefined();
    expect(period(served())).toMatchObject({
      from: '2026-04-07',
      due: '2026-04-21',
      metAt: null,
      subjectId: paperIn(prompted(), 'Z01').id,
    });
    expect(
      period(plusPaper(served(), 'J20', '改正情况核查记录', '2026-04-20', { checkedAt: '2026-04-20T10:00' }))?.metAt,
    ).toBe('2026-04-20');
  });

  test('its articles lead to it, and what is unverified in it is listed', () => {
    const links = articleLinks(definitions).get(28);
    expect(links?.papers).toContainEqual({ id: 'Z01', name: '劳动用工风险提示函' });
    expect(links?.periods).toContainEqual({ id: 'Z10', name: '反馈用工风险整改情况' });
    const notes = legalNotes({ ...definitions, settings: RuleSettings.parse({}) }).map(({ id }) =>
      id.split(':').slice(0, 2).join(':'),
    );
    expect(notes).toEqual(expect.arrayContaining(['template:Z01', 'period:Z10']));
  });
});
