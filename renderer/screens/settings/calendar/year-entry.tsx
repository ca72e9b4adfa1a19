import { useMutation } from '@tanstack/react-query';
import * as z from 'zod';
import type { CalendarEntry } from '../../../../shared/contract/regulation.ts';
import { useFormDraft } from '../../../parts/drafts/form-draft-state.ts';
import { NumberField, TextAreaField, TextField } from '../../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { queries } from '../../../data/queries.ts';
import { SaveLine } from '../save-line.tsx';
import css from './calendar.module.css';
import { readNotice } from './notice.ts';
import { calendarProblems, clicked, spanWords } from './year-days.ts';
import { YearView } from './year-view.tsx';
import { Problem } from '../../../ui/labelled.tsx';
import { ButtonRow } from '../../../ui/button-row.tsx';
import { Fact, Facts } from '../../../ui/fact.tsx';

export interface YearEntryProps {
  /** Years that came with the program and cannot be entered. */
  shippedYears: readonly number[];
  /** The years there are. */
  entries: readonly CalendarEntry[];
  /** The year that is proposed. */
  first: number;
  onSaved: (year: number) => void;
}

/** Calendars are kept for these years; see `CalendarYear`. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** The notice as far as it is read, with its text. */
const YearDraft = z.strictObject({
  year: z.number(),
  off: z.array(z.string()),
  work: z.array(z.string()),
  source: z.string(),
  text: z.string(),
  /** What was doubtful in the text when it was read. */
  doubts: z.array(z.string()).default([]),
});
type YearDraft = z.infer<typeof YearDraft>;
const EMPTY: Omit<YearDraft, 'year'> = { off: [], work: [], source: '', text: '', doubts: [] };

/** Enters the notice of a year: read from its pasted text, compared and corrected by pressing days, and in force once confirmed. */
export function YearEntry({ shippedYears, entries, first, onSaved }: YearEntryProps) {
  /** A year the office has entered is corrected from what it says. */
  const begun = (year: number): YearDraft => ({
    ...EMPTY,
    year,
    ...entries.find(({ calendar, shipped }) => calendar.year === year && !shipped)?.calendar,
  });
  const [draft, setDraft, forget] = useFormDraft(`calendar year ${first}`, YearDraft, () => begun(first));
  const { year, off, work, source, text, doubts } = draft;
  const save = useMutation({
    ...queries.regulation.addCalendarYear.mutationOptions(),
    onSuccess: () => {
      forget();
      onSaved(year);
    },
  });
  const calendar = { year, off, work, source: source.trim() };
  const problems = shippedYears.includes(year)
    ? [`${year}年的放假安排随程序提供，不能改。`]
    : calendarProblems(calendar);
  return (
    <>
      <NoticeFields draft={draft} onChange={setDraft} onYear={(typed) => setDraft({ ...begun(typed), text })} />
      <Facts data-testid="calendar-facts">
        <Fact term="放假">{off.length === 0 ? '还没有' : spanWords(off, year)}</Fact>
        <Fact term="调休上班">{work.length === 0 ? '没有' : spanWords(work, year)}</Fact>
      </Facts>
      {year >= FIRST_YEAR && year <= LAST_YEAR && (
        <YearView year={year} days={draft} onDay={(day) => setDraft({ ...draft, ...clicked(draft, day) })} />
      )}
      {doubts.map((doubt) => (
        <Problem key={doubt}>请核对：{doubt}</Problem>
      ))}
      {off.length > 0 && problems.map((problem) => <Problem key={problem}>{problem}</Problem>)}
      <SaveLine
        saving={save}
        reason={problems[0] ?? null}
        label={`核对无误，启用${year}年的日历`}
        onSave={() => save.mutate(calendar)}
        data-testid="save-year"
      />
    </>
  );
}

/** Nobody types so much at once. */
const PASTED = 20;

const isPasted = (before: string, now: string): boolean => now.length - before.length >= PASTED;

/** What a text says in place of what was there; a text without days changes nothing. */
function withNotice(draft: YearDraft, text: string): YearDraft {
  const { source, ...read } = readNotice(text, draft.year);
  return read.off.length === 0 ? { ...draft, text } : { ...draft, ...read, source: source || draft.source, text };
}

/** The year, the source and the text of the notice, and the button that reads the days out of it. */
function NoticeFields({
  draft,
  onChange,
  onYear,
}: {
  draft: YearDraft;
  onChange: (draft: YearDraft) => void;
  onYear: (year: number) => void;
}) {
  const { year, source, text } = draft;
  return (
    <div className={css.entry}>
      <TextAreaField
        label="放假通知的正文"
        width="full"
        help="如：一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。"
        name="calendar-notice"
        rows={4}
        value={text}
        onChange={(typed) => onChange(isPasted(text, typed) ? withNotice(draft, typed) : { ...draft, text: typed })}
      />
      <ButtonRow>
        <ReasonButton
          reason={text.trim() === '' ? '请先把通知正文粘贴在上面；也可以直接在日历上点日子。' : null}
          onClick={() => onChange(withNotice(draft, text))}
          data-testid="read-notice"
        >
          读出日期
        </ReasonButton>
        <span className="second">
          粘贴后自动读出，请逐日核对；启用以前不算数。点平日：放假；点周末：调休上班，再点放假。
        </span>
      </ButtonRow>
      <NumberField
        label="年份"
        required
        decimals={0}
        name="calendar-year"
        maxLength={4}
        value={year}
        onChange={(typed) => onYear(typed ?? 0)}
      />
      <TextField
        label="通知的文号或者出处"
        required
        name="calendar-source"
        maxLength={256}
        autoComplete="off"
        value={source}
        onChange={(typed) => onChange({ ...draft, source: typed })}
      />
    </div>
  );
}
