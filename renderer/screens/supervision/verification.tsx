import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { useEffect } from 'react';
import type { supervision } from '../../../shared/contract/supervision.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { DayText } from '../../parts/days/day.tsx';
import { JobProgress } from '../../parts/cases/job-progress.tsx';
import { useKey } from '../../ui/keys.ts';
import { Fact, Facts } from '../../ui/fact.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { useOperator, useSession } from '../../data/session.ts';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import { PaperAnchor } from './paper-anchor.tsx';
import { SecondAnchorPlace } from './second-anchor.tsx';
import css from './supervision.module.css';

/** 验证 (第四十八条): the record chain, the database and every sealed file; what is damaged is named. */
export function Verification() {
  const cache = useQueryClient();
  const { reads } = useOperator();
  const notMine = useRight('supervision.verify');
  const last = useQuery({ ...queries.supervision.lastVerification.queryOptions(), staleTime: 0 });
  const refresh = (): void => void cache.invalidateQueries({ queryKey: queries.supervision.lastVerification.key() });
  const verify = useMutation({ ...queries.supervision.verify.mutationOptions(), onSuccess: refresh });
  useCurrentAnchor(last.data?.anchor ?? null);
  const job = last.data?.job ?? null;
  const running = job?.state === 'running';
  const stopped = job?.state === 'stopped' || job?.state === 'failed';
  const begin = (): void => verify.mutate(undefined);
  useKey('Alt+Y', running || notMine !== null ? null : begin, { hint: '验证', reason: notMine });
  if (last.data === undefined) return <RefusalNote error={last.error} />;
  return (
    <section className={css.card} aria-label="验证" data-ready data-pane>
      <ScreenHead title="监督">
        <ReasonButton
          kind="primary"
          keyHint="Alt+Y"
          reason={notMine ?? (running ? '验证正在进行，可以停下，下次接着做。' : null)}
          busy={verify.isPending}
          onClick={begin}
          data-testid="verify"
        >
          {stopped ? '接着验证' : '验证'}
        </ReasonButton>
      </ScreenHead>
      <LastVerification last={last.data} />
      <RefusalNote error={verify.error} onClose={verify.reset} />
      {job !== null && job.state !== 'done' && (
        <div className={css.wide}>
          <JobProgress key={job.id} jobId={job.id} onEnd={refresh} />
        </div>
      )}
      {job?.state === 'done' && job.faults.length > 0 && <Faults faults={job.faults} />}
      <div className={css.more}>
        <WhatIsVerified />
        {reads === 'content' && (
          <>
            <PaperAnchor />
            <SecondAnchorPlace />
          </>
        )}
      </div>
    </section>
  );
}

type Verified = InferContractRouterOutputs<typeof supervision>['lastVerification'];

function LastVerification({
  last: { verifiedAt, entries, anchor, job, unrecorded, unsigned, replacedKeys },
}: {
  last: Verified;
}) {
  const { reads } = useOperator();
  return (
    <div>
      <Facts inLine>
        <Fact term="最近一次全部完好">{verifiedAt === null ? '还没有做过验证' : <DayText value={verifiedAt} />}</Fact>
        <Fact term={reads === 'content' ? '办理记录' : '机关记录'}>{entries} 条</Fact>
        <Fact term={reads === 'content' ? '纸上锚点' : '记录锚点'} className={css.anchor}>
          {anchor}
        </Fact>
        {job?.state === 'done' && job.faults.length === 0 && (
          <Fact term="上次验证" className={css.good}>
            全部完好
          </Fact>
        )}
      </Facts>
      {unrecorded > 0 && (
        <p className="second">
          其中{unrecorded}项此前登记，未留核对值：程序升级时已经补登，以后的改动能够指出，升级以前的改动无法核对。
        </p>
      )}
      {unsigned > 0 && (
        <p className="second">办理记录中有{unsigned}条是此前的记录，没有签名：是谁所办，只能看记录本身。</p>
      )}
      {replacedKeys.length > 0 && (
        <p className="second">
          签名密钥换过{replacedKeys.length}次，请本人确认：{replacedKeys.join('；')}。
        </p>
      )}
    </div>
  );
}

/** What is compared with what, for who asks. */
function WhatIsVerified() {
  const { reads } = useOperator();
  return (
    <details className={css.wide}>
      <summary>验证什么</summary>
      <p className="second">
        {reads === 'content'
          ? '验证逐条核对办理记录，逐项核对登记内容与办理记录是否一致，逐件核对加密保存的文书、证据和案卷，有改动、缺失的当场指出（'
          : '验证逐条核对机关记录，逐项核对人员、科室、设置和密钥文件，有改动、缺失的当场指出；案卷由法规科或者档案员验证（'}
        <ArticleLink article={48} />
        {reads === 'content' ? '）。锚点印在回执和移送清单上，可与本机核对。' : '）。'}
      </p>
    </details>
  );
}

/** What the verification that was done last found. */
function Faults({ faults }: { faults: readonly string[] }) {
  return (
    <div className={`${css.wide} ${css.bad}`} role="alert" data-testid="verify-faults">
      <p>
        <strong>上次验证发现 {faults.length} 处问题，请停止使用这些材料，用备份核对，并报告法规科：</strong>
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </div>
  );
}

/** The status line must not show an older anchor than the card above it. */
function useCurrentAnchor(anchor: string | null): void {
  const cache = useQueryClient();
  const shown = useSession().anchor;
  useEffect(() => {
    if (anchor !== null && anchor !== shown) void cache.invalidateQueries({ queryKey: queries.session.key() });
  }, [anchor, shown, cache]);
}
