import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseFile } from '../../../shared/case-file.ts';
import { numberWords } from '../../../shared/procedure/case-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useKey } from '../../ui/keys.ts';
import type { Column } from '../../ui/list-columns.ts';
import { List } from '../../ui/list.tsx';
import { Note } from '../../ui/note.tsx';
import css from './case-links.module.css';
import { useCalmCase } from './use-case-work.ts';

/** Another case this one hangs together with, and how. */
export interface CaseLink {
  id: string;
  words: string;
  number: string;
  causeName: string;
}

const linkedWords = { earlier: '所涉案件', later: '后续案件', beside: '相关案件' } as const;
const joinedWords = { from: '并入本案', into: '并入的案件' } as const;
const chainedWords = { origin: '来源案件', begun: '由本案另立', redone: '重新作出' } as const;

export const linksOf = ({ linked, chain, joined }: Pick<CaseFile, 'linked' | 'chain' | 'joined'>): CaseLink[] => [
  ...joined.map(({ stands, ...other }) => ({ ...linkOf(other), words: joinedWords[stands] })),
  ...chain.map(({ stands, ...other }) => ({ ...linkOf(other), words: chainedWords[stands] })),
  ...linked.map(({ stands, ...other }) => ({ ...linkOf(other), words: linkedWords[stands] })),
];

const linkOf = ({ id, number, causeName }: Omit<CaseLink, 'words'>): Omit<CaseLink, 'words'> => ({
  id,
  number,
  causeName,
});

/** Of cases that may not be opened no more is told than that there are some (第四十二条). */
export const unseenWords = (count: number): string =>
  count === 0 ? '' : `另有${count}件相关案件您无权查阅，需要时请承办单位负责人或者法规科查阅（第四十二条）。`;

/** The other cases of the chain, in the head: one is a press away, of several a list opens. */
export function CaseLinks() {
  const { file } = useCalmCase();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const links = linksOf(file);
  const [first] = links;
  const open = (id: string): void => void navigate({ to: '/cases/$id', params: { id } });
  const lead = (): void => {
    if (first !== undefined && links.length === 1) open(first.id);
    else setOpen(true);
  };
  const none = links.length === 0;
  useKey('Alt+G', none ? null : lead, {
    name: '打开相关案件',
    reason: none ? '本案没有您可以查阅的相关案件。' : null,
  });
  if (first === undefined)
    return file.unseenCases === 0 ? null : <span title={unseenWords(file.unseenCases)}>有相关案件</span>;
  return (
    <>
      <button type="button" className={css.link} data-testid="case-links" onClick={lead}>
        {links.length === 1 ? `${first.words} ${numberWords(first.number)}` : `相关案件 ${links.length}`}
        <kbd>Alt+G</kbd>
      </button>
      {isOpen && <LinksDialog links={links} unseen={file.unseenCases} onOpen={open} onClose={() => setOpen(false)} />}
    </>
  );
}

const linkColumns: readonly Column<CaseLink>[] = [
  { title: '关系', width: '7rem', cell: ({ words }) => words },
  { title: '案由', width: 'minmax(0, 1.4fr)', cell: ({ causeName }) => <strong>{causeName}</strong> },
  { title: '案号', width: 'minmax(0, 1.2fr)', cell: ({ number }) => numberWords(number) },
];

interface LinksDialogProps {
  links: readonly CaseLink[];
  unseen: number;
  onOpen: (id: string) => void;
  onClose: () => void;
}

function LinksDialog({ links, unseen, onOpen, onClose }: LinksDialogProps) {
  return (
    <Dialog title="相关案件" onClose={onClose} width={720} data-testid="links-dialog">
      <List
        label="相关案件"
        columns={linkColumns}
        rows={links}
        rowKey={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        focusFirst
      />
      {unseen > 0 && (
        <Note>
          <p>{unseenWords(unseen)}</p>
        </Note>
      )}
    </Dialog>
  );
}
