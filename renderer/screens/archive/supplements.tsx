import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseFile, Officer } from '../../../shared/case-file.ts';
import type { Supplement } from '../../../shared/contract/archive.ts';
import { queries } from '../../data/queries.ts';
import { useRight } from '../../data/rights.ts';
import { useOperator } from '../../data/session.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { dayWords } from '../../parts/days/day-words.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import css from './archive.module.css';
import { SupplementMaker } from './supplement-maker.tsx';

interface SupplementsProps {
  file: CaseFile;
  people: readonly Officer[];
}

/** 补卷: what came after filing, in volumes of their own under the first; asked with a reason, agreed to by somebody else. */
export function Supplements({ file, people }: SupplementsProps) {
  const caseId = file.case.id;
  const listed = useQuery(queries.archive.supplements.queryOptions({ input: { caseId } }));
  const open = listed.data?.find(({ state }) => state === 'asked' || state === 'agreed');
  const refused = listed.data?.filter(({ state }) => state === 'refused') ?? [];
  return (
    <section className={css.next} aria-label="补卷">
      <h2>补卷</h2>
      <p>
        归档以后收到的裁判文书、缴款凭证、退回的回证，写明原因、经人同意后另立补充卷，原卷不动。
        <ArticleLink article={35} />
      </p>
      <RefusalNote error={listed.error} />
      {refused.map(({ id, reason, answeredBy, opinion }) => (
        <p key={id} className="second">
          没有同意补卷（{reason}）：{answeredBy}，{opinion}
        </p>
      ))}
      {open === undefined && listed.isSuccess && <Ask caseId={caseId} />}
      {open?.state === 'asked' && <Asked supplement={open} />}
      {open?.state === 'agreed' && (
        <>
          <p>{saidOf(open)}</p>
          <SupplementMaker file={file} people={people} supplement={open} />
        </>
      )}
    </section>
  );
}

const saidOf = ({ askedBy, askedAt, reason, answeredBy, opinion }: Supplement): string =>
  `${askedBy} ${dayWords(askedAt)}申请：${reason}${answeredBy === null ? '' : `。${answeredBy}：${opinion}`}`;

const LEAST_REASON = 4;

function Ask({ caseId }: { caseId: string }) {
  const right = useRight('archive.askSupplement');
  const [reason, setReason] = useState<string | null>(null);
  const ask = useMutation({
    ...queries.archive.askSupplement.mutationOptions(),
    onSuccess: () => sayDone('已经申请补卷，等承办单位负责人或者法规科同意。'),
  });
  if (reason === null)
    return (
      <ReasonButton data-testid="ask-supplement" reason={right} onClick={() => setReason('')}>
        申请补卷
      </ReasonButton>
    );
  const missing = reason.trim().length < LEAST_REASON ? '请写明补入什么、为什么（至少 4 个字）。' : null;
  return (
    <form className={css.supplement} onSubmit={(event) => event.preventDefault()}>
      <TextField
        label="补卷的原因"
        required
        width="full"
        name="supplement-reason"
        autoFocus
        help="写明补入什么、何时收到，例如：2026年8月20日收到法院准予执行裁定书。"
        maxLength={512}
        value={reason}
        onChange={setReason}
      />
      <RefusalNote error={ask.error} onClose={ask.reset} />
      <ActBar>
        <ReasonButton onClick={() => setReason(null)}>取消</ReasonButton>
        <ReasonButton
          kind="primary"
          type="submit"
          data-testid="confirm-supplement"
          reason={missing}
          busy={ask.isPending}
          onClick={() => ask.mutate({ caseId, reason: reason.trim() })}
        >
          申请补卷
        </ReasonButton>
      </ActBar>
    </form>
  );
}

function Asked({ supplement }: { supplement: Supplement }) {
  const right = useRight('archive.answerSupplement');
  const operator = useOperator();
  const [opinion, setOpinion] = useState('');
  const answer = useMutation({
    ...queries.archive.answerSupplement.mutationOptions(),
    onSuccess: ({ state }) => sayDone(state === 'agreed' ? '已经同意补卷。' : '已经答复不同意。'),
  });
  if (right !== null || operator.name === supplement.askedBy)
    return <p>{saidOf(supplement)}。等承办单位负责人或者法规科同意。</p>;
  const give = (agreed: boolean): void =>
    answer.mutate({ supplementId: supplement.id, agreed, opinion: opinion.trim() });
  return (
    <form className={css.supplement} onSubmit={(event) => event.preventDefault()}>
      <p>{saidOf(supplement)}</p>
      <TextField
        label="意见"
        width="full"
        name="supplement-opinion"
        help="同意的可以不写；不同意的写明理由。"
        maxLength={256}
        value={opinion}
        onChange={setOpinion}
      />
      <RefusalNote error={answer.error} onClose={answer.reset} />
      <ActBar>
        <ReasonButton
          data-testid="refuse-supplement"
          reason={opinion.trim() === '' ? '不同意的，请写明理由。' : null}
          busy={answer.isPending}
          onClick={() => give(false)}
        >
          不同意
        </ReasonButton>
        <ReasonButton
          kind="primary"
          type="submit"
          data-testid="agree-supplement"
          reason={null}
          busy={answer.isPending}
          onClick={() => give(true)}
        >
          同意补卷
        </ReasonButton>
      </ActBar>
    </form>
  );
}
