import type { Severity } from '../../../shared/regulation/finding.ts';
import { Tag, type TagTone } from '../../ui/tag.tsx';
import { severityWords } from './finding-words.ts';

const tones: Readonly<Record<Severity, TagTone>> = { veto: 'overdue', err: 'soon', warn: 'care', info: 'neutral' };

/** How grave a finding is. */
export const SeverityTag = ({ severity, className }: { severity: Severity; className?: string | undefined }) => (
  <Tag tone={tones[severity]} className={className}>
    {severityWords[severity]}
  </Tag>
);
