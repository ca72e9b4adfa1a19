import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { MergedHousehold, RelatedHousehold } from '../../../shared/contract/households.ts';
import type { Party } from '../../../shared/identity/party.ts';
import { householdKeyOf, shownKey } from '../../../shared/identity/household-key.ts';
import { partyGaps, partyProblems } from '../../../shared/identity/party-problems.ts';
import { dayWords } from '../../parts/days/day-words.ts';
import type { PickedHousehold } from '../../parts/parties/picked-household.ts';
import { PdfDialog } from '../../parts/pdf/pdf-dialog.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { MoreMenu } from '../../ui/menu.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { useRight } from '../../data/rights.ts';
import { HouseholdEditor } from './household-editor.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { PicturesOfHousehold } from './pictures-of-household.tsx';
import { MergedList } from './merged-list.tsx';
import css from './household-screen.module.css';
import { Fact, Facts } from '../../ui/fact.tsx';

const BeginCase = lazy(async () => ({ default: (await import('../../parts/cases/begin-case.tsx')).BeginCase }));

export interface FormerName {
  name: string;
  until: string;
}

/** What is being changed: the details, or which files are one; the other one where it is known. */
type Changing = 'edit' | { mergeWith: PickedHousehold | null } | null;

interface HouseholdHeadProps {
  party: Party;
  formerNames: readonly FormerName[];
  merged: readonly MergedHousehold[];
  related: readonly RelatedHousehold[];
}

/** Who the target is: identity, earlier names, who is related to it, what is amiss with it, and what can be begun for it. */
export function HouseholdHead({ party, formerNames, merged, related }: HouseholdHeadProps) {
  const [changing, setChanging] = useState<Changing>(null);
  const [beginning, setBeginning] = useState(false);
  const [printing, setPrinting] = useState(false);
  const mayNotEdit = useRight('households.update');
  const mayNotBegin = useRight('cases.begin');
  const mayNotMerge = useRight('households.merge');
  const warnings = warningsOf(party);
  return (
    <section className={css.head} aria-label="当事人">
      <ScreenHead title={party.name} facts={`${party.kind}　${keyWords(party)}`}>
        <ReasonButton reason={mayNotEdit} onClick={() => setChanging('edit')} data-testid="edit-household">
          修改信息
        </ReasonButton>
        <ReasonButton onClick={() => setPrinting(true)} data-testid="print-catalogue">
          打印一户式目录
        </ReasonButton>
        <MoreMenu
          data-testid="household-menu"
          items={[{ name: '与另一份档案合并', act: () => setChanging({ mergeWith: null }), reason: mayNotMerge }]}
        />
        <ReasonButton kind="primary" reason={mayNotBegin} onClick={() => setBeginning(true)} data-testid="begin-case">
          登记案源或者申请
        </ReasonButton>
      </ScreenHead>
      <Facts inLine>
        {factsOf(party, formerNames).map(([label, text]) => (
          <Fact key={label} term={label}>
            {text}
          </Fact>
        ))}
        {related.map(({ householdId, name, by }) => (
          <Fact key={householdId} term={`同一${by}`}>
            <Link to="/households/$id" params={{ id: householdId }}>
              {name}
            </Link>
          </Fact>
        ))}
      </Facts>
      {warnings.length > 0 && (
        <ul className={css.warnings} aria-label="需要注意">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <MergedList merged={merged} />
      <EditOrMerge party={party} shown={changing} mayNotMerge={mayNotMerge} onShow={setChanging} />
      {printing && <CatalogueDialog householdId={party.householdId} onClose={() => setPrinting(false)} />}
      {beginning && (
        <Suspense fallback={null}>
          <BeginCase household={party} onClose={() => setBeginning(false)} />
        </Suspense>
      )}
    </section>
  );
}

interface EditOrMergeProps {
  party: Party;
  shown: Changing;
  mayNotMerge: string | null;
  onShow: (next: Changing) => void;
}

/** Its details, or the other file of the same target: while one edits, whom it may be already is offered to be merged. */
function EditOrMerge({ party, shown, mayNotMerge, onShow }: EditOrMergeProps) {
  const close = (): void => onShow(null);
  if (shown === null) return null;
  if (shown !== 'edit') return <MergeDialog party={party} found={shown.mergeWith} onClose={close} />;
  return (
    <PicturesOfHousehold householdId={party.householdId}>
      <HouseholdEditor
        party={party}
        mayNotMerge={mayNotMerge}
        onMerge={(mergeWith) => onShow({ mergeWith })}
        onClose={close}
      />
    </PicturesOfHousehold>
  );
}

function CatalogueDialog({ householdId, onClose }: { householdId: string; onClose: () => void }) {
  const source = useMemo(() => ({ url: byteRoutes.householdCatalogue.url({ householdId }) }), [householdId]);
  return (
    <PdfDialog
      title="打印一户式目录"
      label="一户式目录"
      source={source}
      onClose={onClose}
      data-testid="catalogue-dialog"
    />
  );
}

const keyWords = (party: Party): string => shownKey({ ...party, keyKind: householdKeyOf(party).kind });

function factsOf(party: Party, formerNames: readonly FormerName[]): [label: string, text: string][] {
  const head = party.kind === '单位' ? '法定代表人（负责人）' : '经营者';
  const facts: [string, string][] = [
    [head, party.kind === '个人' ? '' : party.legalRep],
    ['职务', party.position],
    ['地址', party.address],
    ['电话', party.phone],
    ['信用代码已与营业执照核对', party.usccChecked],
    ['曾用名', formerNames.map(({ name, until }) => `${name}（至${dayWords(until)}）`).join('、')],
  ];
  return facts.filter(([, text]) => text !== '');
}

/** What should be put right about the identity, as sentences. */
const warningsOf = (party: Party): string[] => [
  ...partyProblems(party).map((problem) => problem.sentence),
  ...partyGaps(party),
];
