import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import * as z from 'zod';
import { RuleSettings } from '../../../../shared/case-file.ts';
import { useFormDraft } from '../../../parts/drafts/form-draft-state.ts';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { RefusalNote } from '../../../parts/refusals/refusal-note.tsx';
import { useRight } from '../../../data/rights.ts';
import { queries } from '../../../data/queries.ts';
import { EditionHistory, type HistoryEntry } from '../edition-history.tsx';
import { EditionSave } from '../edition-save.tsx';
import { ruleChanges, type RuleNames } from '../../../parts/editions/rule-words.ts';
import { useRuleNames } from '../../../parts/editions/use-rule-names.ts';
import css from '../settings.module.css';
import { Problem } from '../../../ui/labelled.tsx';

export interface RuleFormProps {
  label: string;
  /** The settings this form is about; the others stay as they are. */
  keys: readonly (keyof RuleSettings)[];
  /** What is wrong with the draft, as a sentence. */
  problem?: (draft: RuleSettings) => string | null;
  children: (form: RuleFormParts) => ReactNode;
}

/** What a form of rule settings is drawn from. */
export interface RuleFormParts {
  draft: RuleSettings;
  change: (part: Partial<RuleSettings>) => void;
  readOnly: boolean;
}

/** What is changed, and when the edition it was begun from was saved. */
interface Changed {
  base: string;
  part: Partial<RuleSettings>;
}
const Changed: z.ZodType<Changed> = z.strictObject({ base: z.string(), part: RuleSettings.partial() });

/** A part of the rule settings as a form, with its save line and its history; every save is a new edition. */
export function RuleForm({ label, keys, problem, children }: RuleFormProps) {
  const editions = useQuery(queries.regulation.ruleEditions.queryOptions());
  const notMine = useRight('regulation.saveRules');
  const names = useRuleNames();
  const [changed, setChanged, forget] = useFormDraft<Changed | null>(`rules ${label}`, Changed.nullable(), () => null);
  const giveUp = (): void => {
    setChanged(null);
    forget();
  };
  const save = useMutation({ ...queries.regulation.saveRules.mutationOptions(), onSuccess: giveUp });
  const newest = editions.data?.[0];
  if (newest === undefined) return <RefusalNote error={editions.error} />;
  const draft: RuleSettings = { ...newest.settings, ...changed?.part };
  const change = (part: Partial<RuleSettings>): void =>
    setChanged({ base: changed?.base ?? newest.at, part: { ...changed?.part, ...part } });
  const overtaken =
    changed !== null && changed.base !== newest.at
      ? `您填写期间，${newest.by}保存了新的一版。请在“看改动了什么”里核对，再接着改或者放弃改动。`
      : null;
  const history = historyOf(editions.data ?? [], keys, names);
  const giveBack = (index: number): void => {
    const earlier = history[index]?.settings;
    if (earlier !== undefined) change(partOf(earlier, keys));
  };
  return (
    <section className={css.section} aria-label={label}>
      {children({ draft, change, readOnly: notMine !== null })}
      <EditionSave
        of={label}
        saving={save}
        reason={notMine ?? overtaken ?? problem?.(draft) ?? null}
        changes={ruleChanges(newest.settings, draft, names)}
        onSave={(edition, saved) =>
          save.mutate({ settings: draft, basedOn: newest.at, ...edition }, { onSuccess: saved })
        }
        data-testid="save-rules"
      >
        {changed !== null && overtaken !== null && (
          <ReasonButton onClick={() => setChanged({ ...changed, base: newest.at })}>已核对，接着改</ReasonButton>
        )}
        {changed !== null && (
          <ReasonButton kind="quiet" onClick={giveUp}>
            放弃改动
          </ReasonButton>
        )}
      </EditionSave>
      {overtaken !== null && <Problem>{overtaken}</Problem>}
      <h2>历次版本</h2>
      <EditionHistory entries={history} notMine={notMine} onReturn={giveBack} />
    </section>
  );
}

const partOf = (settings: RuleSettings, keys: readonly (keyof RuleSettings)[]): Partial<RuleSettings> =>
  Object.fromEntries(keys.map((key) => [key, settings[key]]));

interface Edition {
  settings: RuleSettings;
  effectiveFrom: string;
  by: string;
  at: string;
  reason: string;
}

/** The editions that changed something this form is about, and the one everything began with. */
function historyOf(
  editions: readonly Edition[],
  keys: readonly (keyof RuleSettings)[],
  names: RuleNames,
): (HistoryEntry & { settings: RuleSettings })[] {
  const shipped = RuleSettings.parse({});
  const ofThisForm = (settings: RuleSettings): RuleSettings => ({ ...shipped, ...partOf(settings, keys) });
  return editions.flatMap((edition, index) => {
    const before = editions[index + 1];
    const changes =
      before === undefined ? [] : ruleChanges(ofThisForm(before.settings), ofThisForm(edition.settings), names);
    return before !== undefined && changes.length === 0
      ? []
      : [{ ...edition, changes, name: `第${editions.length - index}版` }];
  });
}
