import { useState } from 'react';
import type { Blank } from '../../../shared/contract/documents.ts';
import { DayText } from '../../parts/days/day.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
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
  const unused = openWith(blank, all);
  const together = takenWith(blank, all).length;
  return (
    <div className={css.sheet} data-testid="blank-detail" data-status={blank.status}>
      <h2>{blank.number}</h2>
      <Facts>
        <Fact term="文书">{blank.paperName}</Fact>
        <Fact term="领取">
          {blank.holder === '' ? '没有登记领取人' : blank.holder}　<DayText value={blank.takenAt} />
          {together > 1 && `　同时领取 ${together} 份，未用 ${unused.length} 份`}
        </Fact>
        <Fact term="状态">{blankStateWords[blank.status]}</Fact>
        {blank.status !== 'reserved' && (
          <Fact term={blank.status === 'used' ? '出具' : '作废'}>
            {blank.by}　<DayText value={blank.at} />
          </Fact>
        )}
        {blank.status === 'void' && <Fact term="作废原因">{blank.reason}</Fact>}
      </Facts>
      {blank.status === 'reserved' && <UnusedBlank blank={blank} unused={unused} onPrint={onPrint} />}
      {blank.paperId !== null && (
        <p>
          <ReasonButton onClick={onOpen} data-testid="open-used">
            打开案件中的文书
          </ReasonButton>
        </p>
      )}
    </div>
  );
}

/** Prints or voids a form that is not used yet, alone or with those taken along with it. */
function UnusedBlank({
  blank,
  unused,
  onPrint,
}: Pick<BlankDetailProps, 'blank' | 'onPrint'> & { unused: readonly Blank[] }) {
  const mayNotPrint = useRight('documents.allocateBlank');
  const mayNotVoid = useRight('documents.voidBlanks');
  const [voiding, setVoiding] = useState(false);
  return (
    <>
      <p className="second">
        已经填写交付的，打开（或者登记）案件，制作《{blank.paperName}》，照手填的内容录入，出具时选这个文号。
      </p>
      <p className={css.acts}>
        <ReasonButton reason={mayNotPrint} onClick={() => onPrint([blank])} data-testid="print-form">
          打印这一份
        </ReasonButton>
        {unused.length > 1 && (
          <ReasonButton reason={mayNotPrint} onClick={() => onPrint(unused)}>
            打印同时领取的 {unused.length} 份
          </ReasonButton>
        )}
        <ReasonButton reason={mayNotVoid} onClick={() => setVoiding(true)} data-testid="void-forms">
          作废
        </ReasonButton>
      </p>
      {voiding && <VoidForms blank={blank} unused={unused} onClose={() => setVoiding(false)} />}
    </>
  );
}
