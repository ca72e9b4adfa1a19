import { useState } from 'react';
import type * as z from 'zod';
import type { FormDrafts } from './form-drafts.ts';
import { requiredContext } from '../../required-context.ts';

/** What a person chose or typed that no record holds yet. */
export interface FormDraftStores {
  /** Choices of where one stood (a tab, the row in hand): they outlive other screens and the lock, in memory only. */
  choices: Map<string, unknown>;
  /** Forms not saved yet: they outlive a restart and a crash too. */
  drafts: FormDrafts;
}

export const [FormDraftsContext, useFormDraftStores] = requiredContext<FormDraftStores>('FormDraftsContext');

type DraftState<Value> = [value: Value, set: (value: Value) => void, forget: () => void];

/** State that is there again when the same person comes back; `key` names the screen and its subject. */
export function useChoice<Value>(key: string, first: () => Value): DraftState<Value> {
  const { choices } = useFormDraftStores();
  const [value, setValue] = useState<Value>(() => (choices.has(key) ? (choices.get(key) as Value) : first()));
  const set = (next: Value): void => {
    choices.set(key, next);
    setValue(next);
  };
  return [value, set, () => void choices.delete(key)];
}

/** The same for a form that is not saved yet: main keeps it. `forget` when it is saved or given up; what is shown stays. */
export function useFormDraft<Value>(key: string, schema: z.ZodType<Value>, first: () => Value): DraftState<Value> {
  const { drafts } = useFormDraftStores();
  const [value, setValue] = useState<Value>(() => formDraftOf(drafts, key, schema) ?? first());
  const set = (next: Value): void => {
    drafts.set(key, next);
    setValue(next);
  };
  return [value, set, () => drafts.drop(key)];
}

/** Faults of the shape: the program knows another form by now. All others belong to a form that is not finished. */
const OF_SHAPE: ReadonlySet<string> = new Set([
  'invalid_type',
  'unrecognized_keys',
  'invalid_union',
  'invalid_value',
  'invalid_key',
  'invalid_element',
]);

/** What is kept under a key, as it was typed; undefined where nothing is, or where it is of another program's making. */
export function formDraftOf<Value>(
  drafts: Pick<FormDrafts, 'read'>,
  key: string,
  schema: z.ZodType<Value>,
): Value | undefined {
  const value = drafts.read(key);
  if (value === undefined) return undefined;
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.some(({ code }) => OF_SHAPE.has(code)) ? undefined : (value as Value);
}
