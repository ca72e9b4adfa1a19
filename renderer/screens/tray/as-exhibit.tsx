import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { ExhibitDetails, ExhibitKind } from '../../../shared/case-file.ts';
import type { CaseLine } from '../../../shared/contract/cases.ts';
import type { TrayUnknown } from '../../../shared/contract/tray.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { queries } from '../../data/queries.ts';
import { useRight } from '../../data/rights.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { optionsOf, SelectField, TextField } from '../../ui/labelled-fields.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { SearchCombobox, type FoundOption } from '../../ui/search-combobox.tsx';
import { useQueryText } from '../../ui/use-query-text.ts';
import { TrayFoot } from './tray-foot.tsx';
import css from './tray.module.css';
import type { TrayActs } from './use-tray-acts.ts';

interface AsExhibitProps {
  unknown: TrayUnknown;
  acts: TrayActs;
  onAside: () => void;
}

/** 作为新证据: what is no paper of ours goes into a case as an exhibit, the very file it came in. */
export function AsExhibit({ unknown, acts, onAside }: AsExhibitProps) {
  const right = useRight('tray.toExhibit');
  const [chosen, choose] = useState<CaseLine | null>(null);
  const [title, setTitle] = useState(unknown.fileName.replace(/\.[^.]+$/, '').slice(0, 128));
  const [kind, setKind] = useState<ExhibitKind>('书证');
  const reason = right ?? whyNot(chosen, title);
  return (
    <>
      <div className={css.facts}>
        <CaseField chosen={chosen} onChoose={choose} />
        <TextField
          label="证据名称"
          required
          width="full"
          name="exhibit-title"
          maxLength={128}
          value={title}
          onChange={setTitle}
        />
        <SelectField
          label="证据种类"
          required
          name="exhibit-kind"
          options={optionsOf(ExhibitKind.options)}
          value={kind}
          onChange={setKind}
        />
        <p className="second">证明什么、从哪里取得，收进案件后在“证据”里写。</p>
      </div>
      <TrayFoot
        name="收为证据，看下一份"
        reason={reason}
        busy={acts.busy}
        onAct={() =>
          chosen !== null &&
          acts.toExhibit({
            sheetIds: unknown.sheets.map(({ id }) => id),
            caseId: chosen.id,
            details: ExhibitDetails.parse({ title, kind }),
          })
        }
        onAside={onAside}
        data-testid="to-exhibit"
      />
    </>
  );
}

function whyNot(chosen: CaseLine | null, title: string): string | null {
  if (chosen === null) return '请选收进哪一件案子。';
  if (chosen.state === 'filed') return '这件案子已经归档，不能再增加证据。';
  return title.trim() === '' ? '请写证据名称。' : null;
}

const NONE: readonly CaseLine[] = [];

/** Finds a case by its party, cause or number; before anything is typed, those whose last day comes first. */
function CaseField({ chosen, onChoose }: { chosen: CaseLine | null; onChoose: (line: CaseLine | null) => void }) {
  const search = useQueryText();
  const label = useId();
  const found = useQuery({
    ...queries.cases.list.queryOptions({ input: { query: search.query, limit: 20 } }),
    placeholderData: keepPreviousData,
  });
  const lines = found.data ?? NONE;
  const options = useMemo<FoundOption[]>(
    () => lines.map((line) => ({ id: line.id, text: wordsOf(line), content: wordsOf(line) })),
    [lines],
  );
  if (chosen !== null)
    return (
      <p data-testid="chosen-case">
        <strong>{wordsOf(chosen)}</strong>{' '}
        <ReasonButton kind="quiet" onClick={() => onChoose(null)}>
          换一件
        </ReasonButton>
      </p>
    );
  return (
    <>
      <Labelled label="收进哪一件案子" required width="full" help="写当事人、案由或者案号">
        {(control) => (
          <SearchCombobox
            {...control}
            name={label}
            search={search}
            options={options}
            isFound={found.isSuccess && !found.isPlaceholderData && search.isCurrent}
            none="没有找到您可以打开的案件"
            maxLength={40}
            onChoose={(id) => onChoose(lines.find((line) => line.id === id) ?? null)}
            data-testid="exhibit-case"
          />
        )}
      </Labelled>
      <RefusalNote error={found.error} />
    </>
  );
}

const wordsOf = ({ partyNames, causeName, number }: CaseLine): string =>
  [partiesTitle(partyNames), causeName, number].filter((part) => part !== '').join('　');
