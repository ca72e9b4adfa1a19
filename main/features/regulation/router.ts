import { v7 as newId } from 'uuid';
import type { LegalNote, RuleEdition, TemplateEdition } from '../../../shared/contract/regulation.ts';
import { RuleSettings } from '../../../shared/case-file.ts';
import type { CalendarYear } from '../../../shared/time/calendar.ts';
import { legalNotes } from '../../../shared/regulation/notes.ts';
import { Template } from '../../../shared/template/template.ts';
import { recountPeriods } from '../cases/case-periods.ts';
import type { Definitions } from '../../platform/definitions/load.ts';
import { editionProblems } from '../../platform/definitions/check-edition.ts';
import { type FeatureContext, nowOf, emitChanged, todayOf } from '../context.ts';
import type { AreaRouter, Implementer } from '../implementer.ts';
import { invalid, invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import {
  calendarYearTable,
  type ConfirmedNoteRow,
  confirmedNoteTable,
  ruleEditionTable,
  templateEditionTable,
} from '../../platform/store/tables/regulation.ts';

/** What 法规科 decides (第五十条): editions of templates and rules, calendar years, confirmed notes. Dated, audited, never rewritten. */
export function regulationRouter(os: Implementer['regulation'], context: FeatureContext, definitions: Definitions) {
  const { store, audit, editions, operator } = context;
  const stamp = (): { by: string; at: string } => ({ by: operator.name, at: nowOf(context) });

  function notes(): LegalNote[] {
    const confirmed = new Map(
      store.all<ConfirmedNoteRow>('select * from confirmed_note').map(({ id, ...rest }) => [id, rest]),
    );
    const data = {
      templates: editions.templates(todayOf(context)),
      periodRules: definitions.periodRules,
      settings: editions.rules(todayOf(context)),
    };
    return legalNotes(data).map((note) => ({ ...note, confirmed: confirmed.get(note.id) ?? null }));
  }

  async function confirmNote({ id, remark }: { id: string; remark: string }): Promise<LegalNote[]> {
    const note = notes().find((candidate) => candidate.id === id);
    if (!note) throw notFound('template');
    await store.unit.run(async (tx) => {
      await tx.upsert(confirmedNoteTable, { id, remark, ...stamp() }, ['id']);
      audit.append({
        verb: '确认待核实事项',
        what: note.where,
        subjectId: id,
        detail: { sentence: note.sentence, remark },
      });
    });
    editions.refresh();
    await recountPeriods(context);
    emitChanged(context, ['regulation', 'cases']);
    return notes();
  }

  async function addCalendarYear(calendar: CalendarYear): Promise<ReturnType<typeof editions.calendarYears>> {
    if (definitions.calendars.some((item) => item.year === calendar.year))
      throw invalidField('year', '年份', `${calendar.year}年的放假安排随程序提供，不能改；确有变动请更新程序。`);
    await store.unit.run(async (tx) => {
      await tx.upsert(calendarYearTable, { year: calendar.year, calendar, ...stamp() }, ['year']);
      audit.append({ verb: '录入工作日历', what: `${calendar.year}年`, detail: { ...calendar } });
    });
    editions.refresh();
    await recountPeriods(context);
    emitChanged(context, ['regulation', 'cases']);
    return editions.calendarYears();
  }

  /** The one saved last first; the shipped one, where the program has it, is the oldest. */
  function templateEditions(templateId: string): TemplateEdition[] {
    const shipped = definitions.templates.get(templateId);
    const rows = store.all<{ template: string; effectiveFrom: string; by: string; at: string; reason: string }>(
      'select template, effectiveFrom, "by", at, reason from template_edition where templateId = ? order by version desc',
      templateId,
    );
    const own = rows.map((row) => ({ ...row, template: Template.parse(JSON.parse(row.template)) }));
    return shipped === undefined
      ? own
      : [...own, { template: shipped, effectiveFrom: '', by: '', at: '', reason: '随程序提供' }];
  }

  /** The newest edition of every paper the office made itself, those that are not in force yet too. */
  function ownPapers(): TemplateEdition[] {
    const ids = store
      .all<{ templateId: string }>('select distinct templateId from template_edition order by templateId')
      .map((row) => row.templateId);
    return ids.filter((id) => !definitions.templates.has(id)).flatMap((id) => templateEditions(id).slice(0, 1));
  }

  async function saveTemplate({
    template,
    effectiveFrom,
    reason,
  }: {
    template: Template;
    effectiveFrom: string;
    reason: string;
  }): Promise<TemplateEdition> {
    const [newest] = templateEditions(template.id);
    refusePast(effectiveFrom);
    if (newest !== undefined && newest.template.version !== template.version)
      throw new RefusalError({
        code: 'stale',
        what: `文书模板《${newest.template.name}》`,
        by: newest.by,
        at: newest.at,
      });
    const papers = new Map([
      ...editions.templates(effectiveFrom),
      ...ownPapers().map((own) => [own.template.id, own.template] as const),
    ]);
    const problems = editionProblems(template, definitions.templates.get(template.id) ?? null, {
      templates: papers,
      procedures: definitions.procedures,
    });
    if (problems.length > 0) throw invalid(problems);
    const edition = { ...template, version: newest === undefined ? 1 : newest.template.version + 1 };
    const verb = newest === undefined ? '新建文书模板' : '修改文书模板';
    const { by, at: moment } = stamp();
    await store.unit.run(async (tx) => {
      await tx.insert(templateEditionTable, {
        id: newId(),
        templateId: template.id,
        version: edition.version,
        template: edition,
        effectiveFrom,
        by,
        at: moment,
        reason,
      });
      audit.append({
        verb,
        what: template.name,
        subjectId: template.id,
        detail: { version: edition.version, effectiveFrom, reason, before: newest?.template, after: edition },
      });
    });
    editions.refresh();
    emitChanged(context, ['regulation', 'cases']);
    return { template: edition, effectiveFrom, by, at: moment, reason };
  }

  function ruleEditions(): RuleEdition[] {
    const rows = store.all<Omit<RuleEdition, 'settings'> & { settings: string }>(
      'select settings, effectiveFrom, "by", at, reason from rule_edition order by at desc, id desc',
    );
    return [
      ...rows.map((row) => ({ ...row, settings: RuleSettings.parse(JSON.parse(row.settings)) })),
      { settings: RuleSettings.parse({}), effectiveFrom: '', by: '', at: '', reason: '随程序提供' },
    ];
  }

  async function saveRules({
    settings,
    basedOn,
    effectiveFrom,
    reason,
  }: {
    settings: RuleSettings;
    basedOn: string;
    effectiveFrom: string;
    reason: string;
  }): Promise<RuleEdition> {
    refusePast(effectiveFrom);
    const [newest] = ruleEditions();
    if (newest !== undefined && newest.at !== basedOn)
      throw new RefusalError({ code: 'stale', what: '规则设置', by: newest.by, at: newest.at });
    const { by, at: moment } = stamp();
    await store.unit.run(async (tx) => {
      await tx.insert(ruleEditionTable, { id: newId(), settings, effectiveFrom, by, at: moment, reason });
      audit.append({
        verb: '修改规则设置',
        what: `自${effectiveFrom}起`,
        detail: { effectiveFrom, reason, before: newest?.settings, after: settings },
      });
    });
    editions.refresh();
    emitChanged(context, ['regulation', 'staff', 'cases']);
    return { settings, effectiveFrom, by, at: moment, reason };
  }

  /** A rule is never made for the past: cases that began keep what they were begun under. */
  function refusePast(effectiveFrom: string): void {
    if (effectiveFrom < todayOf(context))
      throw invalidField('effectiveFrom', '生效日期', '生效日期不能早于今天，已经开始的案件按原来的规则办。', 50);
  }

  return {
    definitions: os.definitions.handler(() => ({
      templates: [...editions.templates(todayOf(context)).values()],
      procedures: [...definitions.procedures.values()],
      periodRules: [...editions.periodRules()],
      articles: [...definitions.articles],
      phrases: [...definitions.phrases],
    })),
    notes: os.notes.handler(() => notes()),
    confirmNote: os.confirmNote.handler(({ input }) => confirmNote(input)),
    calendarYears: os.calendarYears.handler(() => editions.calendarYears()),
    addCalendarYear: os.addCalendarYear.handler(({ input }) => addCalendarYear(input)),
    templateLevels: os.templateLevels.handler(() => editions.templateLevels(todayOf(context))),
    templateEditions: os.templateEditions.handler(({ input }) => templateEditions(input.templateId)),
    ownPapers: os.ownPapers.handler(() => ownPapers()),
    saveTemplate: os.saveTemplate.handler(({ input }) => saveTemplate(input)),
    ruleEditions: os.ruleEditions.handler(() => ruleEditions()),
    saveRules: os.saveRules.handler(({ input }) => saveRules(input)),
  } satisfies AreaRouter<'regulation'>;
}
