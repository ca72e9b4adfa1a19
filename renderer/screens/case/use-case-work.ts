import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDefinitions } from '../../data/definitions.ts';
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { CaseFile, Officer, Paper } from '../../../shared/case-file.ts';
import type { Period, PeriodRule } from '../../../shared/periods/rule.ts';
import type { Definitions } from '../../../shared/contract/regulation.ts';
import { guideOf } from '../../../shared/procedure/guide.ts';
import { procedureWith } from '../../../shared/procedure/own-steps.ts';
import type { GuideStep } from '../../../shared/procedure/procedure.ts';
import type { Finding, Judgement } from '../../../shared/regulation/finding.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { staleFinder } from '../../../shared/regulation/phrases.ts';
import type { FindStale } from '../../../shared/regulation/phrases.ts';
import type { Template } from '../../../shared/template/template.ts';
import { queries } from '../../data/queries.ts';
import { templatesOfCase } from '../../parts/cases/case-templates.ts';
import { keepableEdits } from './keepable-edits.ts';
import type { PaperDraft, PaperDrafts } from './paper-drafts.ts';
import { usePaperDrafts } from './use-paper-drafts.ts';
import { liveFile, withEdits } from './values.ts';
import { requiredContext } from '../../required-context.ts';

/** What guide and checks look at, but for the periods, which main counts. */
export type CaseInput = Omit<Judgement, 'periods'>;

/** The case as it is typed, for the parts that show the typing itself. */
export interface CaseWork {
  /** With every unsaved word that a paper can hold. */
  input: CaseInput;
  file: CaseFile;
  periods: Period[];
  findStale: FindStale;
  /** People of the office, who may act as officers. */
  people: readonly Officer[];
  drafts: PaperDrafts;
  byPaper: ReadonlyMap<string, PaperDraft>;
  /** Puts the answer of main into the case at once; the signal brings the rest. */
  take: (paper: Paper) => void;
  refresh: () => Promise<void>;
}

/** The same case at a short distance behind the typing, with the way it goes and what the checks found. */
export interface CalmCase {
  input: CaseInput;
  file: CaseFile;
  periods: Period[];
  rules: readonly PeriodRule[];
  guide: GuideStep[];
  findings: Finding[];
}

export const [CaseWorkContext, useCaseWork] = requiredContext<CaseWork>('CaseWorkContext');
export const [CalmCaseContext, useCalmCase] = requiredContext<CalmCase>('CalmCaseContext');

const noTemplates: ReadonlyMap<string, Template> = new Map();
const noRules: readonly PeriodRule[] = [];

export interface LoadedCase {
  /** Null until its first data is there. */
  work: CaseWork | null;
  calm: CalmCase | null;
  error: unknown;
}

/** Loads a case and keeps it live. */
export function useLoadCase(caseId: string): LoadedCase {
  const cache = useQueryClient();
  const definitions = useDefinitions();
  const opened = useQuery(queries.cases.open.queryOptions({ input: { caseId } }));
  const staff = useQuery(queries.staff.list.queryOptions());
  const { templates: own, later } = opened.data ?? {};
  const templates = useMemo(
    () => (definitions.data === undefined ? noTemplates : templatesOfCase(definitions.data, own, later)),
    [definitions.data, own, later],
  );
  const findStale = useMemo(() => staleFinder(definitions.data?.phrases ?? []), [definitions.data]);
  const { drafts, byPaper } = usePaperDrafts();
  useEffect(() => opened.data?.file.papers.forEach(drafts.take), [opened.data, drafts]);

  const input = useMemo(
    () => inputOf(definitions.data, templates, opened.data?.file, byPaper),
    [definitions.data, templates, opened.data?.file, byPaper],
  );
  const periods = opened.data?.periods;
  const calm = useCalm(input, periods, definitions.data?.periodRules);
  const error = definitions.error ?? opened.error ?? staff.error;
  const people = staff.data?.people;
  if (input === null || periods === undefined || people === undefined) return { work: null, calm: null, error };
  const refresh = async (): Promise<void> => {
    const fresh = await cache.fetchQuery({ ...queries.cases.open.queryOptions({ input: { caseId } }), staleTime: 0 });
    fresh.file.papers.forEach(drafts.take);
  };
  return {
    work: { input, file: input.file, periods, findStale, people, drafts, byPaper, take: drafts.take, refresh },
    calm,
    error,
  };
}

/** Judging follows the typing when there is time for it, so that no letter waits for it. */
function useCalm(
  input: CaseInput | null,
  periods: Period[] | undefined,
  rules: readonly PeriodRule[] = noRules,
): CalmCase | null {
  const settled = useDeferredValue(input);
  return useMemo(() => {
    if (settled === null || periods === undefined) return null;
    return {
      input: settled,
      file: settled.file,
      periods,
      rules,
      guide: guideOf(settled),
      findings: judge({ ...settled, periods }),
    };
  }, [settled, periods, rules]);
}

function inputOf(
  definitions: Definitions | undefined,
  templates: ReadonlyMap<string, Template>,
  file: CaseFile | undefined,
  byPaper: ReadonlyMap<string, PaperDraft>,
): CaseInput | null {
  const procedure = definitions?.procedures.find((candidate) => candidate.id === file?.case.procedure);
  if (definitions === undefined || file === undefined || procedure === undefined) return null;
  const papers = new Map([...byPaper].map(([id, draft]) => [id, paperAsKept(draft, templates)]));
  return {
    file: liveFile(file, papers),
    procedure: procedureWith(procedure, templates.values()),
    templates,
    phrases: definitions.phrases,
    laws: definitions.laws,
  };
}

/** The paper as it is going to be kept: rules and the live page mean nothing on a value that no paper can hold. */
const paperAsKept = ({ paper, edits }: PaperDraft, templates: ReadonlyMap<string, Template>): Paper =>
  withEdits(paper, keepableEdits(templates.get(paper.templateId), paper, edits));
