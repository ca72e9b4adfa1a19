import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { Handover } from '../../../shared/contract/handover.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import { DayText } from '../../parts/days/day.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useSession } from '../../data/session.ts';
import { queries } from '../../data/queries.ts';
import { AnswerState } from './answer-state.tsx';
import { kindWords, sizeWords, stateWords } from './handover-draft.ts';
import css from './handover.module.css';
import { ReceiptForm } from './receipt-form.tsx';

/** One hand-over: where the package lies, what proves it whole, and who took it. */
export function HandoverDetail({ handover }: { handover: Handover }) {
  const navigate = useNavigate();
  const { host } = useSession();
  const reveal = useMutation(queries.handover.reveal.mutationOptions());
  const { receipt } = handover;
  const whole = handover.state === 'verified' || handover.state === 'received';
  return (
    <div className={css.sheet} data-testid="handover-detail" data-state={handover.state}>
      <h2>提供给{handover.recipient}的材料</h2>
      {handover.failure !== null && (
        <p className={css.failed} role="alert">
          {handover.failure}
        </p>
      )}
      <dl className={css.facts}>
        <dt>用途</dt>
        <dd>{kindWords[handover.kind]}</dd>
        <dt>状态</dt>
        <dd>{stateWords[handover.state]}</dd>
        <dt>期限</dt>
        <dd>
          <DayText value={handover.due} />　<AnswerState handover={handover} />
        </dd>
        <dt>制作</dt>
        <dd>
          <DayText value={handover.createdAt} />
        </dd>
        {whole && (
          <>
            <dt>核验</dt>
            <dd>
              <DayText value={handover.verifiedAt} />
              　逐件与清单核对一致
            </dd>
            <dt>材料</dt>
            <dd>
              {handover.itemCount} 件，{sizeWords(handover.bytes)}，{handover.form === 'zip' ? '一个压缩包' : '文件夹'}
            </dd>
            <dt>存放位置</dt>
            <dd>{handover.folder}</dd>
            <dt>纸上锚点</dt>
            <dd className={css.anchor}>{handover.anchor}</dd>
            <dt>清单 SHA-256</dt>
            <dd className={css.hash}>{handover.manifestSha256}</dd>
            <dt>清单 SM3</dt>
            <dd className={css.hash}>{handover.manifestSm3}</dd>
          </>
        )}
        {receipt !== null && (
          <>
            <dt>签收人</dt>
            <dd>{receipt.receivedBy}</dd>
            <dt>签收日期</dt>
            <dd>
              <DayText value={receipt.receivedAt} />
            </dd>
            {receipt.receiptNo !== '' && (
              <>
                <dt>收据编号</dt>
                <dd>{receipt.receiptNo}</dd>
              </>
            )}
            {receipt.remark !== '' && (
              <>
                <dt>备注</dt>
                <dd>{receipt.remark}</dd>
              </>
            )}
          </>
        )}
      </dl>
      <p className={css.links}>
        {whole && (
          <a
            className={`button ${css.link}`}
            href={byteRoutes.handoverDuplicate.url({ handoverId: handover.id })}
            download={safeFileName(handover.recipient, { before: '移送留存副本_', after: '.zip' })}
            data-testid="duplicate"
          >
            取出留存副本
          </a>
        )}
        {whole && host.canRevealFolder && (
          <ReasonButton busy={reveal.isPending} onClick={() => reveal.mutate({ handoverId: handover.id })}>
            打开文件夹
          </ReasonButton>
        )}
        <ReasonButton onClick={() => void navigate({ to: '/cases/$id', params: { id: handover.caseId }, search: {} })}>
          打开案件
        </ReasonButton>
      </p>
      {reveal.error !== null && <RefusalNote error={reveal.error} />}
      {handover.state === 'verified' && <ReceiptForm key={handover.id} handover={handover} />}
    </div>
  );
}
