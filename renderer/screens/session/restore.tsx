import { useState } from 'react';
import { byteWords } from '../../../shared/byte-words.ts';
import type { Snapshot } from '../../../shared/contract/backup.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Radio } from '../../ui/choices.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { dayWords } from '../../parts/days/day-words.ts';
import { PasswordInput } from '../../parts/passwords/password-input.tsx';
import { FindBackup } from './find-backup.tsx';
import { Gate } from './gate.tsx';
import css from './gate.module.css';
import { PersonSelect } from './person-select.tsx';
import { RestoreSteps } from './restore-steps.tsx';
import { type Asked, type RestoreInHand, useRestore } from './use-restore.ts';

export interface RestoreProps {
  /** Whether the window has a dialog for folders. */
  canChooseFolder: boolean;
  /** The restored profile is open, or nothing was restored. */
  onEnd: () => void;
}

/** 从备份恢复: find the backup, prove that one may, rehearse, restore. */
export function Restore({ canChooseFolder, onEnd }: RestoreProps) {
  const [folder, setFolder] = useState('');
  const [snapshots, setSnapshots] = useState<readonly Snapshot[] | null>(null);
  const [chosen, setChosen] = useState<Snapshot | null>(null);
  const [personId, setPersonId] = useState('');
  const [password, setPassword] = useState('');
  const restore = useRestore(onEnd);
  const take = (snapshot: Snapshot | null): void => {
    setChosen(snapshot);
    setPersonId(snapshot?.people[0]?.personId ?? '');
  };
  const onFound = (found: readonly Snapshot[] | null): void => {
    setSnapshots(found);
    take(found?.[0] ?? null);
  };
  const reason = reasonNot(chosen, password);
  const asked = { folder, snapshotId: chosen?.id ?? '', personId, password };
  return (
    <Gate title="从备份恢复" subtitle="恢复到这台电脑；这里原有的文件另存，不删除。" wide help="从备份恢复">
      <form className={css.form} onSubmit={(event) => event.preventDefault()}>
        <FindBackup canChooseFolder={canChooseFolder} folder={folder} onFolder={setFolder} onFound={onFound} />
        {snapshots?.length === 0 && <p role="status">这个文件夹里没有做完的备份，请换一个文件夹。</p>}
        {snapshots !== null && snapshots.length > 0 && (
          <>
            <SnapshotList snapshots={snapshots} chosen={chosen} onChoose={take} />
            <PersonSelect label="姓名" people={chosen?.people ?? []} value={personId} onChange={setPersonId} />
            <Labelled label="做备份时的密码" required width="full">
              {(control) => (
                <PasswordInput
                  control={control}
                  name="password"
                  value={password}
                  onChange={setPassword}
                  autoComplete="current-password"
                />
              )}
            </Labelled>
          </>
        )}
        <RestoreSteps progress={restore.progress} />
        <RefusalNote error={restore.error} />
        <Actions restore={restore} reason={reason} asked={asked} onBack={onEnd} />
      </form>
    </Gate>
  );
}

interface ActionsProps {
  restore: RestoreInHand;
  /** Why nothing can be begun yet. */
  reason: string | null;
  asked: Asked;
  onBack: () => void;
}

function Actions({ restore, reason, asked, onBack }: ActionsProps) {
  return (
    <ActBar>
      <ReasonButton reason={restore.busy ? '正在进行，请等它结束。' : null} onClick={onBack}>
        返回
      </ReasonButton>
      <ReasonButton
        reason={reason}
        busy={restore.busy}
        onClick={() => void restore.rehearse(asked)}
        data-testid="rehearse"
      >
        预演（只核对，不写入）
      </ReasonButton>
      <ReasonButton
        kind="primary"
        reason={reason ?? (restore.isRehearsed ? null : '请先做一次预演，确认备份是好的。')}
        busy={restore.busy}
        onClick={() => void restore.run(asked)}
        data-testid="restore"
      >
        恢复
      </ReasonButton>
    </ActBar>
  );
}

function reasonNot(chosen: Snapshot | null, password: string): string | null {
  if (chosen === null) return '请先选择备份所在的文件夹，再点“查找备份”。';
  return password === '' ? '请先输入密码。' : null;
}

interface SnapshotListProps {
  snapshots: readonly Snapshot[];
  chosen: Snapshot | null;
  onChoose: (snapshot: Snapshot) => void;
}

const SnapshotList = ({ snapshots, chosen, onChoose }: SnapshotListProps) => (
  <fieldset className={css.snapshots}>
    <legend>恢复到哪一次备份</legend>
    {snapshots.map((snapshot) => (
      <Radio key={snapshot.id} name="snapshot" checked={snapshot.id === chosen?.id} onChange={() => onChoose(snapshot)}>
        {dayWords(snapshot.madeAt)}　办理记录 {snapshot.entries} 条　材料 {snapshot.files} 份（
        {byteWords(snapshot.bytes)}）　锚点 {snapshot.anchor}
      </Radio>
    ))}
  </fieldset>
);
