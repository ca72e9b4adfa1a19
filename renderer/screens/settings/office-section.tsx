import { useMutation, useQuery } from '@tanstack/react-query';
import { Office } from '../../../shared/case-file.ts';
import { useFormDraft } from '../../parts/drafts/form-draft-state.ts';
import { OfficeForm } from '../../parts/office/office-form.tsx';
import { officeDraft, officeProblems } from '../../parts/office/office-problems.ts';
import { Note } from '../../ui/note.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { Check, ChoiceRow } from '../../ui/choices.tsx';
import { useRight } from '../../data/rights.ts';
import { useSession } from '../../data/session.ts';
import { queries } from '../../data/queries.ts';
import { SaveLine } from './save-line.tsx';
import css from './settings.module.css';

/** 机关信息: what papers print of the office; papers issued before keep what they say. */
export function OfficeSection({ office }: { office: Office }) {
  const [draft, setDraft, forget] = useFormDraft('office', Office, () => office);
  const save = useMutation({ ...queries.staff.setOffice.mutationOptions(), onSuccess: forget });
  const notMine = useRight('staff.setOffice');
  const problems = officeProblems(draft);
  const changed = JSON.stringify(draft) !== JSON.stringify(office);
  const giveUp = (): void => {
    setDraft(office);
    forget();
  };
  return (
    <section className={css.section} aria-label="机关信息">
      <p>改动只用于以后的文书；已经出具的文书照原样保存。</p>
      <MissingFonts />
      <OfficeForm value={draft} onChange={setDraft} problems={problems} readOnly={notMine !== null} />
      <ScreenProtection
        on={draft.screenProtected}
        onChange={(screenProtected) => setDraft({ ...draft, screenProtected })}
        isMine={notMine === null}
      />
      <SaveLine
        saving={save}
        reason={notMine ?? Object.values(problems)[0] ?? null}
        onSave={() => save.mutate(officeDraft(draft))}
        more={
          changed && (
            <ReasonButton kind="quiet" onClick={giveUp}>
              放弃改动
            </ReasonButton>
          )
        }
        data-testid="save-office"
      />
    </section>
  );
}

/** GB/T 9704 asks for fonts whose licences let no program bring them along. */
function MissingFonts() {
  const { data } = useQuery(queries.desktop.missingFonts.queryOptions());
  if (data === undefined || data.missing.length === 0) return null;
  return (
    <Note>
      这台电脑没有装{data.missing.join('、')}，文书暂用宋体排印，与《党政机关公文格式》（GB/T 9704-2012）不一致。
      请把字体文件（本机关已有使用许可的）放到 {data.folder}，再重新打开程序。
    </Note>
  );
}

/** 防截屏; kept for the office, and at work where the window can do it. */
function ScreenProtection({ on, onChange, isMine }: { on: boolean; onChange: (on: boolean) => void; isMine: boolean }) {
  const { host } = useSession();
  return (
    <>
      <ChoiceRow legend="防截屏">
        <Check name="screen-protected" checked={on} onChange={onChange} disabled={!isMine}>
          截屏、录屏和远程共享时不显示本窗口
        </Check>
      </ChoiceRow>
      {!host.canProtectScreen && (
        <p className="second">这台电脑用的是浏览器窗口，做不到防截屏；勾选后只在装了桌面程序的电脑上起作用。</p>
      )}
    </>
  );
}
