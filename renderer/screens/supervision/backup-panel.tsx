import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { byteWords } from '../../../shared/byte-words.ts';
import { type LastBackup, backupDueDays } from '../../../shared/contract/backup.ts';
import type { FolderTicket } from '../../../shared/contract/desktop.ts';
import type { Job } from '../../../shared/contract/supervision.ts';
import { queries } from '../../data/queries.ts';
import { useRight } from '../../data/rights.ts';
import { useSession } from '../../data/session.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { JobProgress } from '../../parts/cases/job-progress.tsx';
import { DayText } from '../../parts/days/day.tsx';
import { backupWords } from '../../parts/days/without-backup.ts';
import { TargetFolder } from '../../parts/folders/target-folder.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ButtonRow } from '../../ui/button-row.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './supervision.module.css';

/** 备份: when it was done last, and doing it now. */
export function BackupPanel() {
  const cache = useQueryClient();
  const last = useQuery({ ...queries.backup.last.queryOptions(), staleTime: 0 });
  const refresh = (): void => {
    void cache.invalidateQueries({ queryKey: queries.backup.last.key() });
    void cache.invalidateQueries({ queryKey: queries.session.state.key() });
  };
  if (last.data === undefined) return <RefusalNote error={last.error} />;
  const { backup, job } = last.data;
  return (
    <section className={css.backup} aria-label="案卷库备份" data-pane>
      <Last backup={backup} />
      <StartBackup job={job} onStarted={refresh} />
      {job !== null && <JobProgress key={job.id} jobId={job.id} onEnd={refresh} />}
    </section>
  );
}

function Last({ backup }: { backup: LastBackup | null }) {
  const { withoutBackupSince, today } = useSession();
  const overdue = withoutBackupSince !== null && backupWords(withoutBackupSince, today).overdueDays !== null;
  return (
    <>
      <Facts inLine>
        <Fact term="最近一次备份">
          {backup === null ? '还没有备份过' : <DayText value={backup.madeAt} />}
          {overdue && <strong className="harm">　超过 {backupDueDays} 天</strong>}
        </Fact>
        {backup !== null && (
          <>
            <Fact term="存放在">{backup.folder}</Fact>
            <Fact term="办理记录">{backup.entries} 条</Fact>
            <Fact term="材料">
              {backup.files} 份，{byteWords(backup.bytes)}
            </Fact>
            <Fact term="纸上锚点" className={css.anchor}>
              {backup.anchor}
            </Fact>
          </>
        )}
      </Facts>
      <p className="second">
        备份是整个案卷库，原样加密，只补上次以后新增的材料，写完逐份读回核对；备份时可以照常办案（
        <ArticleLink article={48} />
        ）。请存到移动硬盘等另一块磁盘上，和电脑分开保管。换电脑或者磁盘坏了，在新电脑上启用时选“从备份恢复”。
      </p>
    </>
  );
}

function StartBackup({ job, onStarted }: { job: Job | null; onStarted: () => void }) {
  const [folder, setFolder] = useState<FolderTicket | null>(null);
  const start = useMutation({ ...queries.backup.start.mutationOptions(), onSuccess: onStarted });
  const running = job?.state === 'running' ? '备份正在进行。' : null;
  const reason = useRight('backup.start') ?? running ?? (folder === null ? '请先定下存放备份的文件夹。' : null);
  return (
    <>
      <TargetFolder title="选择存放备份的文件夹" folder={folder} onFolder={setFolder} />
      <RefusalNote error={start.error} onClose={start.reset} />
      <ButtonRow>
        <ReasonButton
          kind="primary"
          reason={reason}
          busy={start.isPending}
          onClick={() => folder !== null && start.mutate({ folderTicket: folder.ticket })}
          data-testid="back-up"
        >
          开始备份
        </ReasonButton>
      </ButtonRow>
    </>
  );
}
