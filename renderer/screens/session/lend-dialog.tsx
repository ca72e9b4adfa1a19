import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type SubmitEvent } from 'react';
import type { Awaited as AwaitedPerson } from '../../../shared/contract/documents.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import { useOperator } from '../../data/session.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import type { FlushRegistry } from '../../parts/drafts/flush-registry.ts';
import { PasswordInput } from '../../parts/passwords/password-input.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './lend-dialog.module.css';
import { PersonCards } from './person-cards.tsx';
import type { AskedToLend } from './use-seat-control.ts';

interface LendDialogProps {
  asked: AskedToLend;
  drafts: FlushRegistry;
  onClose: () => void;
}

/** 就地签批: who signs here, with the own password. */
export function LendDialog({ asked, drafts, onClose }: LendDialogProps) {
  const { name, personId } = useOperator();
  const awaited = useQuery({
    ...queries.documents.awaited.queryOptions({ input: { paperId: asked.paperId } }),
    staleTime: 0,
    gcTime: 0,
  });
  const others = awaited.data?.filter((person) => person.personId !== personId);
  return (
    <Dialog title={`在${name}的座位上就地签批`} onClose={onClose} data-testid="lend-dialog">
      <RefusalNote error={awaited.error} />
      {others?.length === 0 && (
        <EmptyState
          title="现在没有等别人审批的文书。"
          why="文书送审以后，轮到谁签，谁就可以在这里用自己的密码签。"
          article={13}
          action={<ReasonButton onClick={onClose}>知道了</ReasonButton>}
        />
      )}
      {others !== undefined && others.length > 0 && <Signer asked={asked} drafts={drafts} people={others} />}
    </Dialog>
  );
}

/** How many papers wait for each stands on the card, so that nobody types a password for nothing. */
const cardOf = ({ personId, name, papers }: AwaitedPerson) => ({ personId, name: `${name}　${papers} 份` });

interface SignerProps extends Omit<LendDialogProps, 'onClose'> {
  people: readonly AwaitedPerson[];
}

function Signer({ asked, drafts, people }: SignerProps) {
  const { name } = useOperator();
  const form = useRef<HTMLFormElement>(null);
  const [personId, setPersonId] = useState(people[0]?.personId ?? '');
  const [password, setPassword] = useState('');
  const [isMissing, setMissing] = useState(false);
  const lend = useLend({ asked, drafts }, () => setPassword(''));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setMissing(password === '');
    if (password !== '') lend.mutate({ personId, password });
    else form.current?.querySelector<HTMLInputElement>('[name=signer-password]')?.focus();
  };
  return (
    <form ref={form} className={css.form} onSubmit={submit}>
      <PersonCards label="谁来签" people={people.map(cardOf)} value={personId} onChange={setPersonId} />
      <Labelled
        label="本人密码"
        required
        width="full"
        problem={isMissing && password === '' ? '还没有输入密码。' : null}
      >
        {(control) => (
          <PasswordInput
            control={control}
            name="signer-password"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            autoFocus
          />
        )}
      </Labelled>
      <RefusalNote error={lend.error} />
      <ActBar note={`签完按 Alt+B 还给${name}，不用再输密码`}>
        <ReasonButton kind="primary" type="submit" busy={lend.isPending} data-testid="lend">
          {lend.isPending ? '正在打开…' : '打开审批'}
        </ReasonButton>
      </ActBar>
    </form>
  );
}

/** Saves what the screens hold, then asks main; who sits here from then on is what the state of the session says. */
function useLend({ asked: { place }, drafts }: Pick<LendDialogProps, 'asked' | 'drafts'>, onRefused: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (signer: { personId: string; password: string }) => {
      await drafts.flush();
      return api.session.lend({ ...signer, place });
    },
    onSuccess: (next) => cache.setQueryData(queries.session.state.queryKey(), next),
    onError: onRefused,
  });
}
