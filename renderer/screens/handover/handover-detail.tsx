import { byteWords } from '../../../shared/byte-words.ts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { Handover } from '../../../shared/contract/handover.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import { DayText } from '../../parts/days/day.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { ButtonLink, ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useSession } from '../../data/session.ts';
import { queries } from '../../data/queries.ts';
import { AnswerState } from './answer-state.tsx';
import { kindWords, stateWords } from './handover-draft.ts';
import css from './handover.module.css';
import { ReceiptForm } from './receipt-form.tsx';

/** One hand-over: where the package lies, what proves it whole, and who took it. */
export function HandoverDetail({ handover }: { handover: Handover }) {
  const isWhole = handover.state === 'verified' || handover.state === 'received';
  return (
    <div className={css.sheet} data-testid="handover-detail" data-state={handover.state}>
      <h2>提供给{handover.recipient}的材料</h2>
      {handover.failure !== null && (
        <p className={css.failed} role="alert">
          {handover.failure}
        </p>
      )}
      <Facts>
        <Fact term="用途">{kindWords[handover.kind]}</Fact>
        <Fact term="状态">{stateWords[handover.state]}</Fact>
        <Fact term="期限">
          <DayText value={handover.due} />　<AnswerState handover={handover} />
        </Fact>
        <Fact term="制作">
          <DayText value={handover.createdAt} />
        </Fact>
        {isWhole && <PackageFacts handover={handover} />}
        {handover.receipt !== null && <ReceiptFacts receipt={handover.receipt} />}
      </Facts>
      <HandoverActions handover={handover} isWhole={isWhole} />
      {handover.state === 'verified' && <ReceiptForm key={handover.id} handover={handover} />}
    </div>
  );
}

function PackageFacts({ handover }: { handover: Handover }) {
  return (
    <>
      <Fact term="核验">
        <DayText value={handover.verifiedAt} />
        {'　'}逐件与清单核对一致
      </Fact>
      <Fact term="材料">
        {handover.itemCount} 件，{byteWords(handover.bytes)}，{handover.form === 'zip' ? '一个压缩包' : '文件夹'}
      </Fact>
      <Fact term="存放位置">{handover.folder}</Fact>
      <Fact term="纸上锚点" className={css.anchor}>
        {handover.anchor}
      </Fact>
      <Fact term="清单 SHA-256" className={css.hash}>
        {handover.manifestSha256}
      </Fact>
      <Fact term="清单 SM3" className={css.hash}>
        {handover.manifestSm3}
      </Fact>
    </>
  );
}

function ReceiptFacts({ receipt }: { receipt: NonNullable<Handover['receipt']> }) {
  return (
    <>
      <Fact term="签收人">{receipt.receivedBy}</Fact>
      <Fact term="签收日期">
        <DayText value={receipt.receivedAt} />
      </Fact>
      {receipt.receiptNo !== '' && <Fact term="收据编号">{receipt.receiptNo}</Fact>}
      {receipt.remark !== '' && <Fact term="备注">{receipt.remark}</Fact>}
    </>
  );
}

/** The duplicate, the folder and the case. */
function HandoverActions({ handover, isWhole }: { handover: Handover; isWhole: boolean }) {
  const navigate = useNavigate();
  const { host } = useSession();
  const reveal = useMutation(queries.handover.reveal.mutationOptions());
  return (
    <>
      <p className={css.links}>
        {isWhole && (
          <ButtonLink
            href={byteRoutes.handoverDuplicate.url({ handoverId: handover.id })}
            download={safeFileName(handover.recipient, { before: '移送留存副本_', after: '.zip' })}
            data-testid="duplicate"
          >
            取出留存副本
          </ButtonLink>
        )}
        {isWhole && host.canRevealFolder && (
          <ReasonButton busy={reveal.isPending} onClick={() => reveal.mutate({ handoverId: handover.id })}>
            打开文件夹
          </ReasonButton>
        )}
        <ReasonButton onClick={() => void navigate({ to: '/cases/$id', params: { id: handover.caseId }, search: {} })}>
          打开案件
        </ReasonButton>
      </p>
      {reveal.error !== null && <RefusalNote error={reveal.error} />}
    </>
  );
}
