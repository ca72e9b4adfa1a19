import { useState, type ReactNode } from 'react';
import { explain } from '../../data/explain.ts';
import { useFaultId } from '../../data/page-faults.ts';
import { ArticleLink } from '../articles/article-link.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { Note } from '../../ui/note.tsx';

export interface RefusalNoteProps {
  /** What a call threw; null shows nothing. */
  error: unknown;
  /** What it means here, before the fault itself, e.g. 还没有锁定。 */
  lead?: string;
  /** Puts the note away; without it the note stays as long as the error does. */
  onClose?: () => void;
  /** Buttons that help further. */
  children?: ReactNode;
}

/** The note may come up outside the part of the screen that is in view. */
const bringIntoView = (note: HTMLElement | null): void => note?.scrollIntoView({ block: 'nearest' });

/** A fault in words: what happened, what is missing, which article asks for it, what to press. Stays until read. */
export function RefusalNote({ error, lead = '', onClose, children }: RefusalNoteProps) {
  const faultId = useFaultId(error);
  if (error === null || error === undefined) return null;
  const { happened, missing, article, press } = explain(error, faultId);
  return (
    <Note
      ref={bringIntoView}
      isAlert
      happened={lead + happened}
      actions={
        (Boolean(children) || onClose !== undefined || faultId !== null) && (
          <>
            {faultId !== null && <CopyFaultId id={faultId} />}
            {children}
            {onClose !== undefined && <ReasonButton onClick={onClose}>知道了</ReasonButton>}
          </>
        )
      }
      data-testid="refusal"
    >
      {missing !== undefined && <p>{missing}</p>}
      {article !== undefined && (
        <p>
          依据：本制度
          <ArticleLink article={article} />
        </p>
      )}
      {press !== undefined && <p>{press}</p>}
    </Note>
  );
}

const copyLabels = { offered: '复制编号', copied: '已复制编号', refused: '没有复制成功，请抄下编号' } as const;

/** Puts the id on the clipboard, for whoever writes to the administrator instead of telephoning. */
function CopyFaultId({ id }: { id: string }) {
  const [state, setState] = useState<keyof typeof copyLabels>('offered');
  const copy = (): void =>
    void navigator.clipboard.writeText(id).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  return <ReasonButton onClick={copy}>{copyLabels[state]}</ReasonButton>;
}
