import { Link } from '@tanstack/react-router';
import { RecordingLevel, type Template } from '../../../../shared/template/template.ts';
import { ArticleLink } from '../../../parts/articles/article-link.tsx';
import { Labelled } from '../../../ui/labelled.tsx';
import { useDefinitions } from '../../../data/definitions.ts';
import { recordingWords } from '../rules/rule-words.ts';
import { ArticlesInput } from './articles-input.tsx';
import { KindParts } from './kind-parts.tsx';
import type { TabProps } from './template-tabs.tsx';
import css from './templates.module.css';

/** Name, basis, articles, letters of the number, recording. */
export function BasicsTab({ edit, readOnly }: TabProps) {
  const { draft, set, faults } = edit;
  return (
    <div className="form">
      <Labelled label="文书名称" required width="full" problem={faults.get('name')}>
        {(control) => (
          <input
            {...control}
            className="input"
            name="template-name"
            maxLength={60}
            readOnly={readOnly}
            value={draft.name}
            onChange={(event) => set({ ...draft, name: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label="制作依据" required width="full" problem={faults.get('basis')}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            name="template-basis"
            rows={2}
            maxLength={500}
            readOnly={readOnly}
            value={draft.basis}
            onChange={(event) => set({ ...draft, basis: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled
        label="落实制度第几条"
        required
        problem={faults.get('articles')}
        help={
          <>
            {draft.articles.map((article) => (
              <span key={article}>
                <ArticleLink article={article} />　
              </span>
            ))}
          </>
        }
      >
        {(control) => (
          <ArticlesInput
            control={control}
            name="template-articles"
            readOnly={readOnly}
            value={draft.articles}
            onChange={(articles) => set({ ...draft, articles })}
          />
        )}
      </Labelled>
      <Numbering edit={edit} readOnly={readOnly} />
      <Recording edit={{ draft, set }} readOnly={readOnly} />
      <KindParts edit={edit} readOnly={readOnly} />
    </div>
  );
}

/** The letters of the number. Whether a paper is numbered is fixed for the program's own; the bureau's own go without when left empty. */
function Numbering({ edit: { draft, shipped, set, faults }, readOnly }: TabProps) {
  const { numbering, ...rest } = draft;
  const isOwn = shipped === null;
  if (numbering === undefined && !isOwn) return <p className={css.fact}>这种文书不编文号。</p>;
  const change = (letters: string): void =>
    set(
      letters === '' && isOwn
        ? rest
        : { ...draft, numbering: { grammar: 'enforcement', preNumbered: false, ...numbering, letters } },
    );
  const help = isOwn
    ? '机关代字之后、年份之前的字；不编文号的不填。'
    : numbering?.preNumbered === true
      ? '预先编号，当场填写。'
      : '机关代字之后、年份之前的字。';
  return (
    <Labelled label="文号代字" required={!isOwn} problem={faults.get('numbering.letters')} help={help}>
      {(control) => (
        <input
          {...control}
          className="input"
          name="template-letters"
          maxLength={6}
          readOnly={readOnly}
          value={numbering?.letters ?? ''}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Labelled>
  );
}

/** The recording level of the template; where the office's list says something else, the list counts and is where it is changed. */
function Recording({
  edit: { draft, set },
  readOnly,
}: {
  edit: Pick<TabProps['edit'], 'draft' | 'set'>;
  readOnly: boolean;
}) {
  const { recording } = draft;
  const inForce =
    useDefinitions().data?.templates.find(({ id }) => id === draft.id)?.recording.level ?? recording.level;
  const change = (part: Partial<Template['recording']>): void =>
    set({ ...draft, recording: { ...recording, ...part } });
  const orNone = (text: string): string | undefined => (text === '' ? undefined : text);
  return (
    <>
      <Labelled
        label="录音录像要求"
        required
        help={
          inForce === recording.level ? undefined : (
            <>
              音像记录清单定为“{recordingWords[inForce]}”，以
              <Link to="/settings" search={{ section: 'recording' }}>
                清单
              </Link>
              为准。
            </>
          )
        }
      >
        {(control) => (
          <select
            {...control}
            className="input"
            name="template-recording"
            disabled={readOnly}
            value={recording.level}
            onChange={(event) => change({ level: RecordingLevel.parse(event.target.value) })}
          >
            {RecordingLevel.options.map((level) => (
              <option key={level} value={level}>
                {recordingWords[level]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label="录音录像场景">
        {(control) => (
          <input
            {...control}
            className="input"
            name="template-scene"
            maxLength={40}
            readOnly={readOnly}
            value={recording.scene ?? ''}
            onChange={(event) => change({ scene: orNone(event.target.value) })}
          />
        )}
      </Labelled>
      <Labelled label="录音录像说明" width="full">
        {(control) => (
          <input
            {...control}
            className="input"
            name="template-recording-note"
            maxLength={200}
            readOnly={readOnly}
            value={recording.note ?? ''}
            onChange={(event) => change({ note: orNone(event.target.value) })}
          />
        )}
      </Labelled>
    </>
  );
}
