import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { FolderList } from '../../../shared/contract/desktop.ts';
import { queries } from '../../data/queries.ts';
import { ButtonRow } from '../../ui/button-row.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { isComposing } from '../../ui/keys.ts';
import { List } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import css from './folder-chooser.module.css';

interface Row {
  name: string;
  /** Null: the list of where to begin. */
  path: string | null;
  isUp: boolean;
}

const COLUMNS: readonly Column<Row>[] = [
  {
    title: '文件夹',
    width: 'minmax(0, 1fr)',
    cell: (row) => (row.isUp ? <span className="second">↑ 上一级</span> : row.name),
  },
];

const rowsOf = ({ shown, above, folders }: FolderList): Row[] => [
  ...(shown === null ? [] : [{ name: '上一级', path: above, isUp: true }]),
  ...folders.map((folder) => ({ ...folder, isUp: false })),
];

/** The folder that is looked into, and the way to others. */
function useFolders(first: string | null) {
  const [at, setAt] = useState(first);
  const [index, setIndex] = useState(0);
  const { data: list, error } = useQuery({
    ...queries.desktop.folders.queryOptions({ input: { within: at } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const goTo = (folder: string | null): void => {
    setAt(folder);
    setIndex(0);
  };
  return { list, error, shown: error === null ? (list?.shown ?? null) : null, index, setIndex, goTo };
}

interface FolderChooserProps {
  title: string;
  /** Where to begin; null: at the places of this machine. */
  from: string | null;
  onClose: () => void;
  /** The whole place of the folder. */
  onChoose: (folder: string) => void;
}

/** Chooses a folder of this machine where the window has no dialog for it: arrows, Enter goes in, Backspace goes out. */
export function FolderChooser({ title, from, onClose, onChoose }: FolderChooserProps) {
  const { list, error, shown, index, setIndex, goTo } = useFolders(from);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Backspace' && list !== undefined && list.shown !== null) goTo(list.above);
    else if (event.key === 'Enter' && event.ctrlKey && shown !== null) onChoose(shown);
    else return;
    event.preventDefault();
  };
  const folders = useRef<HTMLDivElement>(null);
  const isThere = list !== undefined;
  // The rows come after the dialog, which has given the focus to its button by then.
  useEffect(() => {
    if (!isThere) return undefined;
    const frame = requestAnimationFrame(() => folders.current?.querySelector<HTMLElement>('[data-index]')?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isThere]);
  return (
    <Dialog title={title} onClose={onClose} width="44rem" data-testid="folder-chooser">
      <div className={css.chooser} onKeyDown={onKeyDown}>
        <p className={css.place} role="status">
          {shown ?? '从哪里找起'}
        </p>
        <RefusalNote error={error}>
          <ReasonButton onClick={() => goTo(null)}>从头找起</ReasonButton>
        </RefusalNote>
        {list !== undefined && (
          <div ref={folders} className={css.folders}>
            <List
              label="文件夹"
              columns={COLUMNS}
              rows={rowsOf(list)}
              rowKey={({ path, isUp }) => `${isUp ? '↑' : ''}${path ?? ''}`}
              inHand={index}
              onMove={setIndex}
              onOpen={({ path }) => goTo(path)}
              focusFirst
              data-testid="folders"
            />
          </div>
        )}
        <p className="second">
          Enter 打开，Backspace 返回上一级。
          {list?.isCut === true && '文件夹太多，没有全部列出，找不到的请直接填写位置。'}
        </p>
        <ButtonRow>
          <ReasonButton
            kind="primary"
            keyHint="Ctrl+Enter"
            reason={shown === null ? '请先打开要存放的文件夹。' : null}
            onClick={() => shown !== null && onChoose(shown)}
            data-testid="choose-folder"
          >
            用这个文件夹
          </ReasonButton>
        </ButtonRow>
      </div>
    </Dialog>
  );
}
