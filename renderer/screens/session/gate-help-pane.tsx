import { HelpOf } from '../../parts/help/help-text.tsx';
import css from '../../parts/help/help.module.css';
import { SidePane } from '../../ui/side-pane.tsx';
import { gateHelp, type GateName } from './gate-help.ts';

/** The help of a page before the screens, beside it. */
export const GateHelpPane = ({ name, onClose }: { name: GateName; onClose: () => void }) => (
  <SidePane title={`帮助　${name}`} onClose={onClose} closeHint="收起帮助">
    <div className={css.help} data-testid="help">
      <HelpOf name={name} text={gateHelp[name]} />
    </div>
  </SidePane>
);
