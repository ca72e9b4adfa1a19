import { Link } from '@tanstack/react-router';
import { RecordingLevel, type Template } from '../../../../shared/template/template.ts';
import { optionsOf, SelectField, TextAreaField, TextField } from '../../../ui/labelled-fields.tsx';
import { useDefinitions } from '../../../data/definitions.ts';
import { recordingWords } from '../../../parts/editions/rule-words.ts';
import { ArticlesField } from './articles-field.tsx';
import { KindParts } from './kind-parts.tsx';
import type { TabProps } from './tab-props.ts';
import css from './templates.module.css';
import { FormGrid } from '../../../ui/form-grid.tsx';

/** Name, basis, articles, letters of the number, recording. */
export function BasicsTab({ edit, readOnly }: TabProps) {
  const { draft, set, faults } = edit;
  return (
    <FormGrid>
      <TextField
        label="文书名称"
        required
        width="full"
        problem={faults.get('name')}
        name="template-name"
        maxLength={60}
        readOnly={readOnly}
        value={draft.name}
        onChange={(name) => set({ ...draft, name })}
      />
      <TextAreaField
        label="制作依据"
        required
        width="full"
        problem={faults.get('basis')}
        name="template-basis"
        rows={2}
        maxLength={500}
        readOnly={readOnly}
        value={draft.basis}
        onChange={(basis) => set({ ...draft, basis })}
      />
      <ArticlesField
        required
        problem={faults.get('articles')}
        name="template-articles"
        readOnly={readOnly}
        value={draft.articles}
        onChange={(articles) => set({ ...draft, articles })}
      />
      <Numbering edit={edit} readOnly={readOnly} />
      <Recording edit={edit} readOnly={readOnly} />
      <KindParts edit={edit} readOnly={readOnly} />
    </FormGrid>
  );
}

/** The letters of the number. Whether a paper is numbered is fixed for the program's own; the bureau's own go without when left empty. */
function Numbering({ edit: { draft, shipped, set, faults }, readOnly }: TabProps) {
  const { numbering, ...unnumbered } = draft;
  const isOwn = shipped === null;
  if (numbering === undefined && !isOwn) return <p className={css.fact}>这种文书不编文号。</p>;
  const change = (letters: string): void =>
    set(
      letters === '' && isOwn
        ? unnumbered
        : { ...draft, numbering: { grammar: 'enforcement', preNumbered: false, ...numbering, letters } },
    );
  const help = isOwn
    ? '机关代字之后、年份之前的字；不编文号的不填。'
    : numbering?.preNumbered === true
      ? '预先编号，当场填写。'
      : '机关代字之后、年份之前的字。';
  return (
    <TextField
      label="文号代字"
      required={!isOwn}
      problem={faults.get('numbering.letters')}
      help={help}
      name="template-letters"
      maxLength={6}
      readOnly={readOnly}
      value={numbering?.letters ?? ''}
      onChange={change}
    />
  );
}

/** The recording level of the template; where the office's list says something else, the list counts and is where it is changed. */
function Recording({ edit: { draft, set }, readOnly }: TabProps) {
  const { recording } = draft;
  const levelInForce =
    useDefinitions().data?.templates.find(({ id }) => id === draft.id)?.recording.level ?? recording.level;
  const change = (part: Partial<Template['recording']>): void =>
    set({ ...draft, recording: { ...recording, ...part } });
  const orNone = (text: string): string | undefined => (text === '' ? undefined : text);
  return (
    <>
      <SelectField
        label="录音录像要求"
        required
        help={levelInForce === recording.level ? undefined : <ListedLevel level={levelInForce} />}
        name="template-recording"
        disabled={readOnly}
        options={optionsOf(RecordingLevel.options, recordingWords)}
        value={recording.level}
        onChange={(level) => change({ level })}
      />
      <TextField
        label="录音录像场景"
        name="template-scene"
        maxLength={40}
        readOnly={readOnly}
        value={recording.scene ?? ''}
        onChange={(scene) => change({ scene: orNone(scene) })}
      />
      <TextField
        label="录音录像说明"
        width="full"
        name="template-recording-note"
        maxLength={200}
        readOnly={readOnly}
        value={recording.note ?? ''}
        onChange={(note) => change({ note: orNone(note) })}
      />
    </>
  );
}

/** What the office's 音像记录清单 asks for instead. */
function ListedLevel({ level }: { level: RecordingLevel }) {
  return (
    <>
      音像记录清单定为“{recordingWords[level]}”，以
      <Link to="/settings" search={{ section: 'recording' }}>
        清单
      </Link>
      为准。
    </>
  );
}
