import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { numberWords } from '../../../shared/procedure/case-words.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextAreaField } from '../../ui/labelled-fields.tsx';
import { Note } from '../../ui/note.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import css from './case-screen.module.css';
import { useCaseWork } from './use-case-work.ts';

/** Another case is joined to this one, or parted from it again. */
export type Joining = 'join' | 'part';

const words = {
  join: {
    title: '并案',
    which: '并入本案的案件',
    none: '没有同一当事人的其他在办案件。',
    why: '并案的原因',
    help: '例如：同一用人单位同一时期拖欠工资，事实和证据相同。原因记入两案的办案记录。',
    explains:
      '并案以后，那一件不再单独列入案件和今日；它的文书和证据在本案里查看，人员和劳动者名单带入本案，期限（包括答复投诉人）在本案继续计算。作出决定以前可以分案。',
    done: '已并案。',
  },
  part: {
    title: '分案',
    which: '分出去的案件',
    none: '没有案件并入本案。',
    why: '分案的原因',
    help: '例如：查明是两个用工主体。原因记入两案的办案记录。',
    explains:
      '分案以后，那一件恢复单独办理，它的文书、证据和期限回到那一件；已经带入本案名单的人员留在本案，不需要的请删去。',
    done: '已分案。',
  },
} as const;

interface Choice {
  id: string;
  name: string;
  obstacles: readonly string[];
}

/** What may be chosen: running cases of the same parties, or what was joined to this one. Undefined while it is asked for. */
function useChoices(way: Joining): readonly Choice[] | undefined {
  const { file } = useCaseWork();
  const joinable = useQuery({
    ...queries.cases.joinable.queryOptions({ input: { caseId: file.case.id } }),
    enabled: way === 'join',
  });
  const nameOf = ({ causeName, number }: { causeName: string; number: string }): string =>
    `${causeName}（${numberWords(number)}）`;
  if (way === 'part')
    return file.joined
      .filter(({ stands }) => stands === 'from')
      .map((each) => ({ id: each.id, name: nameOf(each), obstacles: [] }));
  return joinable.data?.map((each) => ({
    id: each.id,
    name: nameOf(each),
    obstacles: each.obstacles.map(({ sentence }) => sentence),
  }));
}

/** Why it cannot be done yet. */
function whyNot(chosen: Choice | undefined, way: Joining, reason: string): string | null {
  const { none, why } = words[way];
  if (chosen === undefined) return none;
  return chosen.obstacles[0] ?? (reason.trim().length < 4 ? `请写明${why}，至少四个字。` : null);
}

/** Does it, says so and closes the dialog. */
function useAct(way: Joining, onClose: () => void) {
  const { file, refresh } = useCaseWork();
  const { id: caseId, version } = file.case;
  return useMutation({
    mutationFn: async (asked: { otherId: string; reason: string }) => {
      await api.cases[way]({ caseId, version, ...asked });
      await refresh();
    },
    onSuccess: () => {
      onClose();
      sayDone(words[way].done);
    },
  });
}

/** 并案 of another complaint against the same employer, or 分案, with the reason. */
export function JoinDialog({ way, onClose }: { way: Joining; onClose: () => void }) {
  const choices = useChoices(way);
  const [picked, setPicked] = useState('');
  const [reason, setReason] = useState('');
  const { title, which, none, why, help, explains } = words[way];
  const chosen = choices?.find(({ id }) => id === picked) ?? choices?.[0];
  const act = useAct(way, onClose);
  return (
    <Dialog title={title} onClose={onClose} width={640} data-testid="join-dialog">
      <form className={css.edit} onSubmit={(event) => event.preventDefault()}>
        <p>{explains}</p>
        <SelectField
          label={which}
          required
          width="full"
          name="join-which"
          autoFocus
          options={(choices ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen?.id ?? ''}
          onChange={setPicked}
        />
        <Hindrances choice={chosen} none={choices?.length === 0 ? none : null} />
        <TextAreaField
          label={why}
          required
          width="full"
          name="join-reason"
          help={help}
          rows={3}
          maxLength={512}
          value={reason}
          onChange={setReason}
        />
        <RefusalNote error={act.error} onClose={act.reset} />
        <ActBar>
          <ReasonButton onClick={onClose}>取消</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            data-testid="confirm-join"
            reason={whyNot(chosen, way, reason)}
            busy={act.isPending}
            onClick={() => act.mutate({ otherId: chosen?.id ?? '', reason })}
          >
            {title}
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}

/** Why the chosen case cannot be joined, all of it; or that there is none to choose. */
function Hindrances({ choice, none }: { choice: Choice | undefined; none: string | null }) {
  const sentences = none === null ? (choice?.obstacles ?? []) : [none];
  if (sentences.length === 0) return null;
  return (
    <Note data-testid="join-obstacles">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Note>
  );
}

/** Above a case that is handled in another: why, and the way there. */
export function JoinedNote() {
  const { file } = useCaseWork();
  const standing = file.joined.find(({ stands }) => stands === 'into');
  if (file.case.state !== 'joined') return null;
  return (
    <Note happened={`已并入另案${standing === undefined ? '' : `：${standing.reason}`}`} data-testid="joined-note">
      <p>
        本案不再单独办理，不列入案件、今日和期限；内容仍可查阅。
        {standing !== undefined && (
          <Link to="/cases/$id" params={{ id: standing.id }}>
            打开“{standing.causeName}”（{numberWords(standing.number)}）
          </Link>
        )}
      </p>
    </Note>
  );
}
