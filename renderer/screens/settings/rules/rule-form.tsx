import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type * as z from 'zod';
import { RuleSettings } from '../../../../shared/case-file.ts';
import { reviewItems } from '../../../../shared/regulation/review.ts';
import { useKeptDraft } from '../../../parts/kept.ts';
import { ReasonButton } from '../../../parts/reason-button.tsx';
import { RefusalNote } from '../../../parts/refusal-note.tsx';
import { useCatalogue } from '../../../parts/use-catalogue.ts';
import { useRight } from '../../../parts/use-right.ts';
import { queries } from '../../../queries.ts';
import { EditionHistory, type HistoryEntry } from '../edition-history.tsx';
import { EditionSave } from '../edition-save.tsx';
import { ruleChanges, type RuleNames } from './rule-words.ts';

export interface RuleFormProps {
  label: string;
  /** The settings this form is about; the others stay as they are. */
  keys: readonly (keyof RuleSettings)[];
  /** What is wrong with the draft, as a sentence. */
  problem?: (draft: RuleSettings) => string | null;
  children: (form: { draft: RuleSettings; change: (part: Partial<RuleSettings>) => void; readOnly: boolean }) => ReactNode;
}

const Changed: z.ZodType<Partial<RuleSettings>> = RuleSettings.partial();

/** A part of the rule settings as a form, with its save line and its history; every save is a new edition. */
export function RuleForm({ label, keys, problem, children }: RuleFormProps) {
  const editions = useQuery(queries.regulation.ruleEditions.queryOptions());
  const notMine = useRight('regulation.saveRules');
  const names = useRuleNames();
  const [changed, setChanged, forget] = useKeptDraft<Partial<RuleSettings>>(`rules ${label}`, Changed, () => ({}));
  const giveUp = (): void => {
    setChanged({});
    forget();
  };
  const save = useMutation({ ...queries.regulation.saveRules.mutationOptions(), onSuccess: giveUp });
  const newest = editions.data?.[0]?.settings;
  if (newest === undefined) return <RefusalNote error={editions.error} />;
  const draft: RuleSettings = { ...newest, ...changed };
  const history = historyOf(editions.data ?? [], keys, names);
  const giveBack = (index: number): void => {
    const earlier = history[index]?.settings;
    if (earlier !== undefined) setChanged(partOf(earlier, keys));
  };
  return (
    <section className="settings-section" aria-label={label}>
      {children({ draft, change: (part) => setChanged({ ...changed, ...part }), readOnly: notMine !== null })}
      <EditionSave of={label} saving={save} reason={notMine ?? problem?.(draft) ?? null} changes={ruleChanges(newest, draft, names)} onSave={(edition, saved) => save.mutate({ settings: draft, ...edition }, { onSuccess: saved })} data-testid="save-rules">
        {Object.keys(changed).length > 0 && <ReasonButton kind="quiet" onClick={giveUp}>放弃改动</ReasonButton>}
      </EditionSave>
      <h2>历次版本</h2>
      <EditionHistory entries={history} notMine={notMine} onReturn={giveBack} />
    </section>
  );
}

const partOf = (settings: RuleSettings, keys: readonly (keyof RuleSettings)[]): Partial<RuleSettings> => Object.fromEntries(keys.map((key) => [key, settings[key]]));

interface Edition { settings: RuleSettings; effectiveFrom: string; by: string; at: string; reason: string }

/** The editions that changed something this form is about, and the one everything began with. */
function historyOf(editions: readonly Edition[], keys: readonly (keyof RuleSettings)[], names: RuleNames): (HistoryEntry & { settings: RuleSettings })[] {
  const shipped = RuleSettings.parse({});
  const own = (settings: RuleSettings): RuleSettings => ({ ...shipped, ...partOf(settings, keys) });
  return editions.flatMap((edition, index) => {
    const before = editions[index + 1];
    const changes = before === undefined ? [] : ruleChanges(own(before.settings), own(edition.settings), names);
    return before !== undefined && changes.length === 0 ? [] : [{ ...edition, changes, name: `第${editions.length - index}版` }];
  });
}

function useRuleNames(): RuleNames {
  const catalogue = useCatalogue().data;
  return {
    template: (id) => catalogue?.templates.find((one) => one.id === id)?.name ?? id,
    procedure: (id) => catalogue?.procedures.find((one) => one.id === id)?.name ?? id,
    item: (id) => reviewItems.find((one) => one.id === id)?.title ?? id,
  };
}
