import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Definitions } from '../../../shared/contract/regulation.ts';
import { articleName } from '../../../shared/chinese/article-name.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useDefinitionsIndex } from '../../data/definitions.ts';
import { stepsByName, type NamedStep } from './steps-by-name.ts';
import css from './regulation.module.css';

/** What in the program serves an article: each line goes there. */
export function LinksPanel({ definitions, article }: { definitions: Definitions; article: number }) {
  const { links, procedures } = useDefinitionsIndex(definitions);
  const served = links.get(article);
  if (served === undefined) return <aside className={css.links} />;
  const { papers, steps, periods, checks, questions } = served;
  return (
    <aside key={article} className={css.links} aria-label={`落实${articleName(article)}的内容`} data-pane>
      <h2>{articleName(article)}在本程序中的落实</h2>
      <Group title="文书" count={papers.length}>
        {papers.map(({ id, name }) => (
          <li key={id}>
            <Link to="/settings/templates/$id" params={{ id }}>
              {name}
            </Link>
          </li>
        ))}
      </Group>
      <Group title="办案步骤" count={steps.length}>
        {stepsByName(steps).map(({ name, places }) => (
          <li key={name}>
            {name}
            <Places places={places} nameOf={(id) => procedures.get(id)?.name ?? id} />
          </li>
        ))}
      </Group>
      <Group title="期限" count={periods.length}>
        {periods.map(({ id, name }) => (
          <li key={id}>
            <Link to="/regulation" search={{ view: 'periods', row: id }}>
              {name}
            </Link>
          </li>
        ))}
      </Group>
      <Group title="程序核查" count={checks.length}>
        {checks.map(({ id, title }) => (
          <li key={id}>
            <Link to="/regulation" search={{ view: 'checks', row: id }}>
              {title}
            </Link>
          </li>
        ))}
      </Group>
      <Group title="由人回答" count={questions.length}>
        {questions.map(({ id, question }) => (
          <li key={id}>
            <Link to="/regulation" search={{ view: 'checks', row: id }}>
              {question}
            </Link>
          </li>
        ))}
      </Group>
    </aside>
  );
}

/** The procedures that have a step, each leading to it there; many of them are folded up. */
function Places({ places, nameOf }: { places: NamedStep['places']; nameOf: (procedure: string) => string }) {
  const links = places.map(({ procedure, stepId }) => (
    <Link key={procedure} to="/regulation" search={{ view: 'steps', row: `${procedure} ${stepId}` }}>
      {nameOf(procedure)}
    </Link>
  ));
  if (places.length <= 3) return <span className={css.places}>{links}</span>;
  return (
    <details className={css.places}>
      <summary>{places.length}个流程</summary>
      {links}
    </details>
  );
}

/** More lines than these are folded up behind the first ones, so that every group is in sight. */
const MANY = 10;
const FIRST = 6;

function Group({ title, count, children }: { title: string; count: number; children: ReactNode[] }) {
  const [all, setAll] = useState(false);
  if (count === 0) return null;
  const folded = children.length > MANY && !all;
  return (
    <section>
      <h3>
        {title}
        <span className={css.count}>{count}</span>
      </h3>
      <ul>{folded ? children.slice(0, FIRST) : children}</ul>
      {folded && (
        <ReasonButton kind="quiet" onClick={() => setAll(true)}>
          另有{children.length - FIRST}项，全部列出
        </ReasonButton>
      )}
    </section>
  );
}
