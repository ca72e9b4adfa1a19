import type { TimelineEntry } from '../../../shared/contract/households.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import css from './household-screen.module.css';

const icons: Readonly<Record<TimelineEntry['kind'], IconName>> = {
  案件: 'cases',
  文书: 'paper',
  证据: 'picture',
  音像: 'film',
  案卷: 'volume',
  移送: 'handover',
};

/** What an entry is, by word, drawing and colour. */
export const EntryKind = ({ kind }: { kind: TimelineEntry['kind'] }) => (
  <span className={css.kind} data-kind={kind}>
    <Icon name={icons[kind]} /> {kind}
  </span>
);
