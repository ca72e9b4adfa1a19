import { useState } from 'react';
import type { Blank } from '../../../shared/contract/documents.ts';
import { DayText } from '../../parts/days/day.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useRight } from '../../data/rights.ts';
import { blankStateWords, openWith, takenWith } from '../../parts/blanks/blank-rows.ts';
import css from './blanks.module.css';
import { VoidForms } from './void-forms.tsx';

interface BlankDetailProps {
  blank: Blank;
  all: readonly Blank[];
  onOpen: () => void;
  onPrint: (forms: readonly Blank[]) => void;
}

/** One form that was handed out: who has it, what became of it, what can be done with it. */
export function BlankDetail({ blank, all, onOpen, onPrint }: BlankDetailProps) {
  const mayNotPrint = useRight('documents.allocateBlank');
  const mayNotVoid = useRight('documents.voidBlanks');
  const [voiding, setVoiding] = useState(false);
  const open = openWith(blank, all);
  const together = takenWith(blank, all).length;
  return (
    <div className={css.sheet} data-testid="blank-detail" data-status={blank.status}>
      <h2>{blank.number}</h2>
      <dl className={css.facts}>
        <dt>文书</dt>
        <dd>{blank.paperName}</dd>
        <dt>领取</dt>
        <dd>
          {blank.holder === '' ? '没有登记领取人' : blank.holder}　<DayText value={blank.takenAt} />
          {together > 1 && `　同时领取 ${together} 份，未用 ${open.length} 份`}
        </dd>
        <dt>状态</dt>
        <dd>{blankStateWords[blank.status]}</dd>
        {blank.status === 'used' && (
          <>
            <dt>出具</dt>
            <dd>
              {blank.by}　<DayText value={blank.at} />
            </dd>
          </>
        )}
        {blank.status === 'void' && (
          <>
            <dt>作废</dt>
            <dd>
              {blank.by}　<DayText value={blank.at} />
            </dd>
            <dt>作废原因</dt>
            <dd>{blank.reason}</dd>
          </>
        )}
      </dl>
      {blank.status === 'reserved' && (
        <>
          <p className="second">
            已经填写交付的，打开（或者登记）案件，制作《{blank.paperName}》，照手填的内容录入，出具时选这个文号。
          </p>
          <p className={css.acts}>
            <ReasonButton reason={mayNotPrint} onClick={() => onPrint([blank])} data-testid="print-form">
              打印这一份
            </ReasonButton>
            {open.length > 1 && (
              <ReasonButton reason={mayNotPrint} onClick={() => onPrint(open)}>
                打印同时领取的 {open.length} 份
              </ReasonButton>
            )}
            <ReasonButton reason={mayNotVoid} onClick={() => setVoiding(true)} data-testid="void-forms">
              作废
            </ReasonButton>
          </p>
        </>
      )}
      {blank.paperId !== null && (
        <p>
          <ReasonButton onClick={onOpen} data-testid="open-used">
            打开案件中的文书
          </ReasonButton>
        </p>
      )}
      {voiding && <VoidForms blank={blank} open={open} onClose={() => setVoiding(false)} />}
    </div>
  );
}
