import { dayWords } from '../../parts/days/day-words.ts';
import { backupWords } from '../../parts/days/without-backup.ts';
import { useEffect } from 'react';
import { chordWords, useKey, useKeyHints, type KeyHint } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { forgetDone, useDone, type Undo } from '../../ui/say-done.ts';
import type { Reads } from '../../../shared/contract/right.ts';
import { useOperator, useSession } from '../../data/session.ts';
import { byteWords } from '../../../shared/byte-words.ts';
import { useAllUploads } from '../../parts/uploads/uploads.ts';
import { HelpButton } from '../help/with-help.tsx';
import css from './frame.module.css';

/** What does the work of a screen comes first, what works everywhere last: a narrow window shows three. */
function byUse(one: KeyHint, other: KeyHint): number {
  const rank = ({ chord }: KeyHint): number =>
    ({ F6: 90, Esc: 91 })[chord] ?? Number(/^F(\d+)$/.exec(chord)?.[1] ?? 50);
  return rank(one) - rank(other);
}

const anchorWords: Readonly<Record<Reads, string>> = {
  content: '纸上锚点：印在回执和移送单上，用来查对记录有没有被截短',
  office: '机关记录的最后一条，下次登录时据此查对记录有没有被截短',
};

/** The thin line below: when the store was verified, the anchor code, the keys that work here. */
export function StatusLine() {
  const { verifiedAt, anchor, withoutBackupSince, today } = useSession();
  const { reads } = useOperator();
  const backup = withoutBackupSince === null ? null : backupWords(withoutBackupSince, today);
  return (
    <footer className={css.status}>
      <JustDone />
      <span className={css.verified}>
        {verifiedAt === null ? '记录还没有核验过' : `记录核验于 ${dayWords(verifiedAt)}`}
      </span>
      {backup?.overdueDays !== null && backup !== null && <strong className="harm">{backup.words}</strong>}
      {anchor !== null && (
        <span className={css.anchor} title={anchorWords[reads]}>
          锚点 <span className={css.code}>{anchor}</span>
        </span>
      )}
      <Uploading />
      <span className={css.keys}>
        {useKeyHints()
          .toSorted(byUse)
          .map(({ chord, hint }) => (
            <span key={chord}>
              <kbd>{chordWords(chord)}</kbd> {hint}
            </span>
          ))}
      </span>
      <HelpButton className={css.help} />
    </footer>
  );
}

/** What succeeded just now, also for readers: the region stands before there is a sentence, else they would miss the first one. */
function JustDone() {
  const done = useDone();
  useEffect(() => forgetDone, []);
  return (
    <>
      <strong role="status" className={css.done} data-testid="just-done">
        {done?.sentence}
      </strong>
      {done?.undo !== undefined && <TakeBack undo={done.undo} />}
    </>
  );
}

function TakeBack({ undo: { name, chord, act } }: { undo: Undo }) {
  useKey(chord ?? '', chord === undefined ? null : act, { hint: name });
  return (
    <ReasonButton kind="quiet" className={css.undo} onClick={act} {...(chord === undefined ? {} : { keyHint: chord })}>
      {name}
    </ReasonButton>
  );
}

/** Files go on into their case while other screens are looked at. */
function Uploading() {
  const under = useAllUploads().filter(({ state }) => state !== 'failed');
  const failed = useAllUploads().length - under.length;
  const [first] = under;
  return (
    <>
      {first !== undefined && (
        <span data-testid="uploading">
          正在收存 {under.length} 个文件：{first.name}　{byteWords(first.sent)} / {byteWords(first.bytes)}
        </span>
      )}
      {failed > 0 && <strong className="harm">有 {failed} 个文件没有收存，请回到案件的“证据”查看</strong>}
    </>
  );
}
