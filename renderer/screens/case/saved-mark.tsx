import type { PaperDraft } from './paper-drafts.ts';
import css from './paper-pane.module.css';

/** Says whether what is on the screen is durable, and since when. */
export function SavedMark({ draft }: { draft: PaperDraft }) {
  return (
    <span className={css.saved} data-testid="saved" data-phase={draft.phase} role="status">
      {words(draft)}
    </span>
  );
}

function words({ phase, savedAt }: PaperDraft): string {
  switch (phase) {
    case 'saving':
      return '正在保存…';
    case 'unsaved':
      return '正在填写，离开本栏即保存';
    case 'set-aside':
      return '有内容不合要求，没有写入文书；已另行留存，改正后写入';
    case 'refused':
      return '没有保存';
    case 'saved':
      return savedAt === null
        ? ''
        : `已保存 ${savedAt.toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })}`;
  }
}
