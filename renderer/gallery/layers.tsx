import { useState } from 'react';
import { ActBar } from '../ui/act-bar.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/labelled-fields.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { sayDone, useDone } from '../ui/say-done.ts';
import { SidePane } from '../ui/side-pane.tsx';
import { Exhibit } from './exhibit.tsx';
import css from './gallery.module.css';

/** What lies over the screen, and what says that something succeeded. */
export function Layers() {
  const [open, setOpen] = useState<'dialog' | 'pane' | null>(null);
  const done = useDone();
  const close = (): void => setOpen(null);
  return (
    <Exhibit title="对话框、侧栏与完成" note="dialog.tsx，side-pane.tsx，say-done.ts">
      <div className={css.line}>
        <ReasonButton onClick={() => setOpen('dialog')}>打开对话框</ReasonButton>
        <ReasonButton onClick={() => setOpen('pane')}>打开侧栏</ReasonButton>
        <ReasonButton onClick={() => sayDone('已同意《立案审批表》。')}>做完一件事</ReasonButton>
        <strong role="status">{done?.sentence}</strong>
      </div>
      {open === 'dialog' && <VoidDialog onClose={close} />}
      {open === 'pane' && (
        <SidePane title="第二十六条" closeHint="收起" onClose={close}>
          <p className={css.law}>行政处罚决定书应当载明下列事项……</p>
        </SidePane>
      )}
    </Exhibit>
  );
}

function VoidDialog({ onClose }: { onClose: () => void }) {
  const [why, setWhy] = useState('');
  return (
    <Dialog title="作废《立案审批表》" onClose={onClose}>
      <TextField label="作废的原因" required width="full" value={why} onChange={setWhy} />
      <ActBar note="作废以后不能恢复，文号不再使用。">
        <ReasonButton onClick={onClose}>取消</ReasonButton>
        <ReasonButton kind="primary" reason={why === '' ? '请先写明作废的原因。' : null} onClick={onClose}>
          作废
        </ReasonButton>
      </ActBar>
    </Dialog>
  );
}
