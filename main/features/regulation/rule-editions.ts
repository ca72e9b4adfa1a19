import { v7 as newId } from 'uuid';
import { RuleSettings } from '../../../shared/case-file.ts';
import { chainFaults } from '../../../shared/template/chain-faults.ts';
import type { FieldProblem } from '../../../shared/field-problem.ts';
import type { RuleEdition } from '../../../shared/contract/regulation.ts';
import { invalid, RefusalError } from '../../platform/refusal-error.ts';
import type { Store } from '../../platform/store/open.ts';
import { ruleEditionTable } from '../../platform/store/tables/regulation.ts';
import { emitChanged, type FeatureContext } from '../context.ts';
import { refusePast, stampOf } from './decision.ts';

/** The rules as 法规科 wants them, the edition it had before it, the day from which they count, and why. */
export interface RuleChange {
  settings: RuleSettings;
  basedOn: string;
  effectiveFrom: string;
  reason: string;
}

/** The one saved last first; the shipped one is the oldest. */
export function ruleEditions(store: Pick<Store, 'all'>): RuleEdition[] {
  const rows = store.all<Omit<RuleEdition, 'settings'> & { settings: string }>(
    'select settings, effectiveFrom, "by", at, reason from rule_edition order by at desc, id desc',
  );
  return [
    ...rows.map((row) => ({ ...row, settings: RuleSettings.parse(JSON.parse(row.settings)) })),
    { settings: RuleSettings.parse({}), effectiveFrom: '', by: '', at: '', reason: '随程序提供' },
  ];
}

export async function saveRules(
  context: FeatureContext,
  { settings, basedOn, effectiveFrom, reason }: RuleChange,
): Promise<RuleEdition> {
  const { store, audit, editions } = context;
  refusePast(context, effectiveFrom);
  refuseFaultyChains(context, settings.approvals, effectiveFrom);
  const [newest] = ruleEditions(store);
  if (newest !== undefined && newest.at !== basedOn)
    throw new RefusalError({ code: 'stale', what: '规则设置', by: newest.by, at: newest.at });
  const { by, at: moment } = stampOf(context);
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

/** A chain of approval that the law does not allow, or that nobody could give, does not come into force. */
function refuseFaultyChains(
  { editions, definitions }: FeatureContext,
  approvals: RuleSettings['approvals'],
  effectiveFrom: string,
): void {
  const papers = editions.writtenTemplates(effectiveFrom);
  const problems = Object.entries(approvals).flatMap(([id, chain]): FieldProblem[] => {
    const field = `settings.approvals.${id}`;
    const paper = papers.get(id);
    if (paper === undefined)
      return [{ field, label: id, sentence: `没有编号为${id}的文书，请重新打开审批流程。`, article: 50 }];
    return chainFaults(chain, paper, definitions.templates.get(id) ?? null).map(({ sentence }) => ({
      field,
      label: paper.name,
      sentence,
      article: 50,
    }));
  });
  if (problems.length > 0) throw invalid(problems);
}
