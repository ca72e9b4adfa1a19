import type { Paper } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './service-guide.module.css';
import { proofsOf, serviceRoutes } from './service-routes.ts';
import type { ProofState, ServiceRoute } from './service-routes.ts';
import { useWorkspace } from './use-workspace.ts';

interface ServiceGuideProps {
  paper: Paper;
  template: Template;
  /** What is wrong with the choice, where that is to be said now. */
  problem: string;
  onChoose: (mode: string) => void;
}

/**
 * 送达方式 of a receipt: the seven routes with when each is lawful, and, once one is chosen, what proves it (第三十条至第三十四条).
 * The choices stay where they are, so that the arrow keys go through them.
 */
export function ServiceGuide({ paper, template, problem, onChoose }: ServiceGuideProps) {
  const id = `${paper.id}-mode`;
  const route = serviceRoutes.find(({ mode }) => mode === paper.values['mode']);
  return (
    <div className={css.guide} data-field="mode" data-testid="service-guide">
      <p id={`${id}-label`} className={css.title}>
        送达方式
        <span className={css.must} aria-label="必填">
          *
        </span>
      </p>
      <div
        id={id}
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        aria-describedby={problem === '' ? undefined : `${id}-problem`}
        aria-invalid={problem !== ''}
        className={route === undefined ? css.routes : css.chosen}
      >
        {serviceRoutes.map((serviceRoute) => (
          <label key={serviceRoute.mode} className={css.route}>
            <input
              type="radio"
              name={id}
              value={serviceRoute.mode}
              checked={serviceRoute === route}
              onChange={() => onChoose(serviceRoute.mode)}
            />
            <span className={css.mode}>{serviceRoute.mode}</span>
            {route === undefined && (
              <span className={css.lawful}>
                {serviceRoute.lawful}
                <span className={css.keep}>留存：{serviceRoute.proofs.map(({ words }) => words).join('；')}。</span>
              </span>
            )}
          </label>
        ))}
      </div>
      {problem !== '' && (
        <p id={`${id}-problem`} className={css.problem}>
          {problem}
        </p>
      )}
      {route !== undefined && (
        <ChosenRoute route={route} proofs={proofsOf(route, template, paper)} paperId={paper.id} onChoose={onChoose} />
      )}
    </div>
  );
}

interface ChosenRouteProps {
  route: ServiceRoute;
  proofs: readonly ProofState[];
  paperId: string;
  onChoose: (mode: string) => void;
}

const marks: Readonly<Record<ProofState['state'], string>> = { done: '✓', missing: '○', optional: '－' };
const stateWords: Readonly<Record<ProofState['state'], string>> = {
  done: '已有',
  missing: '还缺',
  optional: '有条件时留存',
};

function ChosenRoute({ route, proofs, paperId, onChoose }: ChosenRouteProps) {
  const { go, showDialog } = useWorkspace();
  const refused = (): void => {
    onChoose('留置');
    go({ want: 'field', sentence: '', paperId, field: 'refuseReason' });
  };
  return (
    <>
      <p>
        {route.lawful}
        <span className={css.basis}>
          {route.article !== null && (
            <>
              （<ArticleLink article={route.article} />）
            </>
          )}
          {route.basis}
        </span>
      </p>
      <ul className={css.proofs} aria-label={`${route.mode}送达要留存的证明`}>
        {proofs.map(({ words, state, field }) => (
          <li key={words} data-state={state}>
            <span aria-hidden>{marks[state]}</span>
            <button type="button" onClick={() => go({ want: 'field', sentence: words, paperId, field })}>
              {words}
              <span className="unseen">（{stateWords[state]}）</span>
            </button>
          </li>
        ))}
      </ul>
      {route.mode === '邮寄' && (
        <ReasonButton data-testid="print-envelope" onClick={() => showDialog('letter')}>
          打印信封、邮件详情单
        </ReasonButton>
      )}
      {route.mayBeRefused && (
        <ReasonButton data-testid="refused" onClick={refused}>
          对方拒绝签收，改为留置送达
        </ReasonButton>
      )}
    </>
  );
}
