import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { causeFaults } from '../../../../shared/causes/cause-faults.ts';
import { suspectedName } from '../../../../shared/causes/cause.ts';
import type { CauseEdition, Definitions } from '../../../../shared/contract/regulation.ts';
import { useDefinitions } from '../../../data/definitions.ts';
import { queries } from '../../../data/queries.ts';
import { useRight } from '../../../data/rights.ts';
import { useFormDraft } from '../../../parts/drafts/form-draft-state.ts';
import { Unverified } from '../../../parts/findings/unverified.tsx';
import { RefusalNote } from '../../../parts/refusals/refusal-note.tsx';
import { Problem } from '../../../ui/labelled.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { ScreenHead } from '../../../ui/screen-head.tsx';
import { EditionHistory } from '../edition-history.tsx';
import { EditionSave } from '../edition-save.tsx';
import { CauseFields } from './cause-fields.tsx';
import { causeChanges, CauseForm, emptyForm, formOf } from '../../../parts/editions/cause-words.ts';
import { readForm } from './cause-form.ts';
import css from './causes.module.css';

/** One 案由 as a form; every save is a new edition with its day. */
export function CauseScreen() {
  const { id } = useParams({ from: '/settings/causes/$id' });
  const definitions = useDefinitions();
  const editions = useQuery(queries.regulation.causeEditions.queryOptions({ input: { causeId: id } }));
  const loaded = definitions.data !== undefined && editions.data !== undefined;
  return (
    <div className={css.screen} data-ready={loaded || undefined}>
      <RefusalNote error={definitions.error ?? editions.error} />
      {loaded && <Opened key={id} id={id} editions={editions.data} definitions={definitions.data} />}
    </div>
  );
}

interface OpenedProps {
  id: string;
  editions: readonly CauseEdition[];
  definitions: Definitions;
}

function Opened({ id, editions, definitions }: OpenedProps) {
  const { laws } = definitions;
  const notMine = useRight('regulation.saveCause');
  const [stored, set, forget] = useFormDraft<CauseForm | null>(`cause ${id}`, CauseForm.nullable(), () => null);
  const [newest] = editions;
  const saved = newest === undefined ? emptyForm() : formOf(newest.cause, laws);
  const form = stored ?? saved;
  const giveUp = (): void => {
    set(null);
    forget();
  };
  const giveBack = (index: number): void => {
    const earlier = editions[index];
    if (earlier !== undefined) set({ ...formOf(earlier.cause, laws), version: saved.version });
  };
  const around = {
    laws,
    causes: definitions.causes,
    procedures: new Map(definitions.procedures.map((procedure) => [procedure.id, procedure])),
  };
  const read = readForm(id, form, around);
  return (
    <>
      <Head id={id} newest={newest} />
      <div className={css.body} data-pane>
        <CauseFields
          form={form}
          faults={stored === null ? new Map() : read.faults}
          procedures={definitions.procedures}
          laws={laws}
          readOnly={notMine !== null}
          onChange={(part) => set({ ...form, ...part })}
        />
        <Foot
          id={id}
          editions={editions}
          form={form}
          before={saved}
          read={read}
          faultOn={(day) =>
            read.cause === null ? null : (causeFaults(read.cause, { ...around, day })[0]?.sentence ?? null)
          }
          notMine={notMine}
          onGiveUp={giveUp}
          onChange={set}
        />
        {editions.length > 0 && (
          <>
            <h2>历次版本</h2>
            <EditionHistory entries={historyOf(editions, definitions)} notMine={notMine} onReturn={giveBack} />
          </>
        )}
      </div>
    </>
  );
}

function Head({ id, newest }: { id: string; newest: CauseEdition | undefined }) {
  return (
    <ScreenHead
      title={newest === undefined ? '新建案由' : suspectedName(newest.cause)}
      facts={
        <>
          <Link to="/settings" search={{ section: 'causes' }}>
            案由
          </Link>
          {'　'}
          {newest === undefined ? '还没有保存' : versionWords(newest)}
        </>
      }
      chip={<Unverified of={`cause:${id}`} />}
    />
  );
}

const versionWords = ({ cause, effectiveFrom }: CauseEdition): string =>
  effectiveFrom === '' ? '程序原版' : `第${cause.version}版`;

const historyOf = (editions: readonly CauseEdition[], { laws }: Definitions) =>
  editions.map((edition, index) => {
    const before = editions[index + 1];
    return {
      ...edition,
      name: `第${edition.cause.version}版`,
      changes: before === undefined ? [] : causeChanges(formOf(before.cause, laws), formOf(edition.cause, laws)),
    };
  });

interface FootProps {
  id: string;
  editions: readonly CauseEdition[];
  form: CauseForm;
  /** The newest edition as a form. */
  before: CauseForm;
  read: ReturnType<typeof readForm>;
  /** What keeps it from coming into force on a day, without a full stop; null when nothing does. */
  faultOn: (day: string) => string | null;
  notMine: string | null;
  onGiveUp: () => void;
  onChange: (form: CauseForm) => void;
}

function Foot({ id, editions, form, before, read, faultOn, notMine, onGiveUp, onChange }: FootProps) {
  const cache = useQueryClient();
  const save = useMutation({
    ...queries.regulation.saveCause.mutationOptions(),
    onSuccess: (edition) => {
      cache.setQueryData(queries.regulation.causeEditions.queryKey({ input: { causeId: id } }), [edition, ...editions]);
      onGiveUp();
    },
  });
  const [newest] = editions;
  const changes = causeChanges(before, form);
  const overtaken =
    newest !== undefined && changes.length > 0 && form.version < newest.cause.version
      ? `您填写期间，${newest.by}保存了第${newest.cause.version}版。请在“历次版本”看清它改了什么，再接着改或者放弃改动。`
      : null;
  const [firstFault] = read.faults.values();
  return (
    <>
      <EditionSave
        of={`cause ${id}`}
        label={newest === undefined ? '保存为第1版' : undefined}
        saving={save}
        reason={notMine ?? overtaken ?? (changes.length === 0 ? null : (firstFault ?? null))}
        changes={changes}
        faultOn={faultOn}
        onSave={(edition, saved) => {
          if (read.cause !== null) save.mutate({ cause: read.cause, ...edition }, { onSuccess: saved });
        }}
        data-testid="save-cause"
      >
        {overtaken !== null && newest !== undefined && (
          <ReasonButton onClick={() => onChange({ ...form, version: newest.cause.version })}>
            已看清，接着改
          </ReasonButton>
        )}
        {changes.length > 0 && (
          <ReasonButton kind="quiet" onClick={onGiveUp}>
            放弃{newest === undefined ? '新建' : '改动'}
          </ReasonButton>
        )}
      </EditionSave>
      {overtaken !== null && <Problem>{overtaken}</Problem>}
    </>
  );
}
