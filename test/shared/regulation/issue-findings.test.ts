import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { findingsOfIssue } from '../../../shared/regulation/issue-findings.ts';
import { blocking } from '../../../shared/regulation/judge.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { paperIn, upTo, withPaper, withValues } from '../../support/change-case-file.ts';
import { judgementOf } from '../../support/judgement.ts';

/** The case up to a paper, which is still a draft with these values. */
const drafting = (templateId: string, values = {}): CaseFile =>
  withPaper(upTo(aCaseFile(), templateId), templateId, { status: 'draft', issuedAt: null, number: null, values });
const blocked = (file: CaseFile, templateId: string, moment: string) =>
  blocking(findingsOfIssue(judgementOf(file), paperIn(file, templateId), moment), 'issue').map(
    (finding) => finding.checkId,
  );

describe('issuing a paper', () => {
  it('finds nothing against one that is in order', () => {
    const file = drafting('J32');
    expect(findingsOfIssue(judgementOf(file), paperIn(file, 'J32'), '2026-04-03T16:00')).toEqual([]);
  });

  it('blocks on a defect of the draft itself, seen before or not', () => {
    expect(blocked(drafting('J32', { decidedAt: '2026-03-24' }), 'J32', '2026-04-03T16:00')).toEqual(
      expect.arrayContaining(['R22a', 'R23b']),
    );
    expect(blocked(drafting('J07', { officers: [] }), 'J07', '2026-03-09T16:00')).toContain('R18a');
  });

  it('does not block on a defect of another paper', () => {
    const file = withValues(drafting('J32'), 'J08', { partyNotifiedAt: '2026-03-06T09:30' });
    expect(blocked(file, 'J32', '2026-04-03T16:00')).toEqual([]);
  });

  it('blocks on a defect its issue brings about elsewhere', () => {
    const file = drafting('J04');
    const early = { ...file, papers: [...file.papers, { ...paperIn(aCaseFile(), 'J08') }] };
    expect(blocked(early, 'J04', '2026-03-09T10:00')).toContain('R13d');
  });
});
