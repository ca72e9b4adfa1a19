import { useCallback, useEffect, useRef } from 'react';
import * as z from 'zod';
import { useFormDraft } from '../../parts/drafts/form-draft-state.ts';

/** How the workspace is laid out: 填写 has steps, form and page; 对照 form and page in its true size; 校样 the page alone. */
const CaseView = z.enum(['fill', 'compare', 'proof']);
export type CaseView = z.infer<typeof CaseView>;

export const viewNames: Readonly<Record<CaseView, string>> = { fill: '填写', compare: '对照', proof: '校样' };

/** The view that comes after this one, and after the last the first again. */
export const viewAfter = (view: CaseView): CaseView =>
  CaseView.options[(CaseView.options.indexOf(view) + 1) % CaseView.options.length] ?? 'fill';

/** The view a person works in; main keeps it with what they have not saved. The way to show another one stays the same. */
export function useCaseView(): [view: CaseView, show: (view: CaseView) => void] {
  const [view, set] = useFormDraft('case-view', CaseView, (): CaseView => 'fill');
  const latest = useRef(set);
  useEffect(() => {
    latest.current = set;
  });
  return [view, useCallback((next: CaseView) => latest.current(next), [])];
}
