import { CauseFacts } from '../../parts/causes/cause-facts.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useCalmCase } from './use-case-work.ts';

/** What the office knows of the 案由 of this case, to be read while it is worked on. */
export function CauseDialog({ onClose }: { onClose: () => void }) {
  const { cause } = useCalmCase().file;
  return (
    <Dialog title={cause?.name ?? '案由'} onClose={onClose} width={720} data-testid="cause-dialog">
      {cause === null ? (
        <p>这个案由是自己写的，目录中没有，不带入规定、提纲和证据清单。在“修改案件登记”中可以改选目录中的案由。</p>
      ) : (
        <CauseFacts cause={cause} />
      )}
    </Dialog>
  );
}
