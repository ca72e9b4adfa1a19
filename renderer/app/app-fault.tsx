import { Component, type ReactNode } from 'react';
import { RefusalNote } from '../parts/refusals/refusal-note.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';

/** What stands in the place of the whole page when it broke; React catches faults in classes only. */
export class AppFault extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <main>
        <RefusalNote error={this.state.error}>
          <ReasonButton onClick={() => location.reload()}>重新打开页面</ReasonButton>
        </RefusalNote>
      </main>
    );
  }
}
