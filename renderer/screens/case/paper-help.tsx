import { createPortal } from 'react-dom';
import type { Paper } from '../../../shared/case-file.ts';
import { appliesIn } from '../../../shared/periods/periods.ts';
import type { PeriodRule } from '../../../shared/periods/rule.ts';
import type { Procedure, Step } from '../../../shared/procedure/procedure.ts';
import type { Template } from '../../../shared/template/template.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { useHelpSlot } from '../../parts/help/help-slot.ts';
import { Fact, Facts } from '../../ui/fact.tsx';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';

interface PaperHelpProps {
  paper: Paper;
  template: Template;
}

/** What F1 says of the paper in hand: what it is for, its law, who approves and signs it, and what comes after. */
export function PaperHelp(props: PaperHelpProps) {
  const slot = useHelpSlot();
  return slot === null ? null : createPortal(<AboutPaper {...props} />, slot);
}

function AboutPaper({ paper, template }: PaperHelpProps) {
  const { input, rules } = useCalmCase();
  const { stepId } = useWorkspace();
  const step = input.procedure.steps.find(({ id }) => id === stepId);
  const periods = periodsBegunBy(template.id, rules, input.procedure);
  const next = step === undefined ? [] : stepsAfter(step, input.procedure);
  return (
    <section data-testid="help-paper">
      <h3>《{paper.name}》</h3>
      <Facts>
        {step !== undefined && (
          <Fact term="做什么用">
            {step.why}（<ArticleLink article={step.article} />）
          </Fact>
        )}
        <Fact term="依据">{template.basis}</Fact>
        <Fact term="谁审批">{approvalWords(template)}</Fact>
        <Fact term="谁签名">{signatureWords(template)}</Fact>
        {template.recording.note !== undefined && <Fact term="录音录像">{template.recording.note}</Fact>}
        <Fact term="出具以后">{template.serve ? '送达当事人，以送达回证为证。' : '不用送达，留在案卷里。'}</Fact>
        {periods.length > 0 && <Fact term="起算的期限">{periods.join('、')}</Fact>}
        {next.length > 0 && <Fact term="接下来">{next.join('、')}</Fact>}
      </Facts>
    </section>
  );
}

const approvalWords = ({ approval }: Template): string =>
  approval.length === 0 ? '不另行审批。' : `${approval.map(({ label }) => label).join('，再')}。`;

const signatureWords = ({ signatures }: Template): string =>
  signatures.length === 0
    ? '不用签名。'
    : `${signatures.map(({ role, count }) => (count > 1 ? `${role}${count}人` : role)).join('、')}。`;

/** The steps that wait for this one alone or among others, and are not left to choice. */
const stepsAfter = (step: Step, { steps }: Procedure): string[] =>
  steps.filter(({ after, need }) => after.includes(step.id) && need !== 'optional').map(({ name }) => name);

/** The periods that the paper, or its service, starts in this procedure. */
const periodsBegunBy = (templateId: string, rules: readonly PeriodRule[], { id }: Procedure): string[] => [
  ...new Set(
    rules
      .filter((rule) => appliesIn(rule, id))
      .filter(({ start }) =>
        start.some(
          (event) =>
            ('paper' in event && event.paper === templateId) ||
            ('serviceOf' in event && event.serviceOf === templateId),
        ),
      )
      .map(({ name }) => name),
  ),
];
