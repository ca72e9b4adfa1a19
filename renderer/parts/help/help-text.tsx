import css from './help.module.css';
import { KeyText } from './key-text.tsx';

/** What F1 says of a screen. Keys stand in square brackets, `[Alt+N]`; a structure test knows where each must be bound. */
export interface HelpText {
  /** What is done here, in a sentence or two. */
  purpose: string;
  /** In which order. */
  steps: readonly string[];
  /** What happens with it afterwards. */
  after: string;
}

/** The help of the screen called `name`. */
export const HelpOf = ({ name, text: { purpose, steps, after } }: { name: string; text: HelpText }) => (
  <section className={css.part} data-testid="help-place">
    <h3>{name}怎么用</h3>
    <p>
      <KeyText text={purpose} />
    </p>
    <ol>
      {steps.map((step) => (
        <li key={step}>
          <KeyText text={step} />
        </li>
      ))}
    </ol>
    <p>
      <strong>以后：</strong>
      <KeyText text={after} />
    </p>
  </section>
);
