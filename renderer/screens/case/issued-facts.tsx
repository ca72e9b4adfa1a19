import { useState } from 'react';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { partyNamed } from '../../../shared/procedure/parties.ts';
import { awaitsSheets, livePrint } from '../../../shared/procedure/prints.ts';
import { servicesOf } from '../../../shared/procedure/service.ts';
import { paperSigning, signedCount, signingSentence } from '../../../shared/procedure/signing-state.ts';
import type { Template } from '../../../shared/template/template.ts';
import { dayWords } from '../../parts/days/day-words.ts';
import { Fact, Facts } from '../../ui/fact.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { CarriedList } from './carried-list.tsx';
import { fieldsInOrder } from './form-groups.ts';
import css from './issued-facts.module.css';
import { useCaseWork } from './use-case-work.ts';

/** An issued paper is its page; beside it stand the facts of its issue, and what was filled in when somebody asks for it. */
export function IssuedFacts({ paper, template }: { paper: Paper; template: Template }) {
  const { file } = useCaseWork();
  const [filled, setFilled] = useState(false);
  return (
    <div className={css.facts} data-testid="issued-facts">
      <Facts>
        <Fact term="文号">{paper.number ?? '不编文号'}</Fact>
        <Fact term="出具">{paper.issuedAt === null ? '—' : dayWords(paper.issuedAt)}</Fact>
        <Fact term="出具人">{paper.issuedBy ?? '—'}</Fact>
        {template.serve && <Fact term="送达">{serviceWords(file, paper)}</Fact>}
        <Fact term="签名">{signatureWords(template, paper)}</Fact>
        {sheetsWords(paper) !== null && <Fact term="签字件">{sheetsWords(paper)}</Fact>}
        <Fact term="页数">{paper.pages === null ? '—' : `${paper.pages} 页`}</Fact>
        <Fact term="指纹" className={css.hash}>
          <span title={`SHA-256 ${paper.sha256 ?? ''}`}>{(paper.sha256 ?? '').slice(0, 16)}…</span>
        </Fact>
      </Facts>
      <ReasonButton kind="quiet" aria-expanded={filled} data-testid="show-filled" onClick={() => setFilled(!filled)}>
        {filled ? '收起填写内容' : '看填写内容'}
      </ReasonButton>
      {filled && (
        <CarriedList
          title="填写内容"
          fields={fieldsInOrder(template, paper.values)}
          paper={paper}
          template={template}
        />
      )}
    </div>
  );
}

function sheetsWords(paper: Paper): string | null {
  const back = livePrint(paper)?.back;
  if (back) return `${dayWords(back.at)}${back.onScreen ? '屏上签齐' : '收回'}，${back.pages} 页`;
  return awaitsSheets(paper) ? '还没有收回扫描' : null;
}

function serviceWords(file: CaseFile, paper: Paper): string {
  const services = servicesOf(file, paper);
  if (services.length === 0) return '还没有送达';
  return services.map(({ partyId, day }) => `${partyNamed(file, partyId)}${dayWords(day)}送达`).join('；');
}

function signatureWords(template: Template, paper: Paper): string {
  const signing = paperSigning(template, paper);
  return signing === null ? '无' : `${signedCount(signing)}　${signingSentence(signing)}`;
}
