import { type Law, lawNamed, versionOn } from '../../../../shared/causes/law.ts';
import { linesOf, provisionOfLine } from '../../../../shared/causes/lines.ts';
import { isInForce, placeWords, type Provision } from '../../../../shared/causes/provision.ts';
import { useToday } from '../../../data/session.ts';
import { dayWords } from '../../../parts/days/day-words.ts';
import { FieldLines } from '../../../ui/form-grid.tsx';
import type { Column } from '../../../ui/list-columns.ts';
import { ReadTable } from '../../../ui/read-table.tsx';
import { Tag } from '../../../ui/tag.tsx';

interface Row {
  provision: Provision;
  law: Law | undefined;
  isInForce: boolean;
  version: string;
}

/** How the lines of provisions are understood: law, place, which version of it counts today, and whether it was compared with the text. */
export function ProvisionTable({ label, lines, laws }: { label: string; lines: string; laws: readonly Law[] }) {
  const today = useToday();
  const rows = linesOf(lines).flatMap((line): Row[] => {
    const provision = provisionOfLine(line, laws);
    if (provision === null) return [];
    const law = lawNamed(laws, provision.law);
    return [
      {
        provision,
        law,
        isInForce: isInForce(provision, laws, today),
        version: versionWords(law, today),
      },
    ];
  });
  if (rows.length === 0) return null;
  return (
    <FieldLines width="full">
      <ReadTable
        label={`${label}，逐条`}
        columns={COLUMNS}
        rows={rows}
        rowKey={({ provision }) => JSON.stringify(provision)}
        none=""
      />
    </FieldLines>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  { title: '法律', width: '', cell: ({ provision, law }) => law?.title ?? provision.law },
  { title: '条、款、项', width: '11rem', cell: ({ provision }) => placeWords(provision) },
  { title: '今天的版本', width: '10rem', cell: ({ version }) => version },
  {
    title: '施行',
    width: '12rem',
    cell: ({ provision: { from, until }, isInForce: applies }) => (
      <>
        <Tag tone={applies ? 'good' : 'care'}>{applies ? '施行中' : '今天不施行'}</Tag>
        {from === undefined ? '' : `　${dayWords(from)}起`}
        {until === undefined ? '' : `　${dayWords(until)}以前`}
      </>
    ),
  },
  {
    title: '对照',
    width: '8rem',
    cell: ({ provision: { unverified } }) => (unverified ? '未经核实' : '对照过原文'),
  },
];

function versionWords(law: Law | undefined, today: string): string {
  if (law === undefined) return '不在法律目录中';
  const version = versionOn(law, today);
  return version === undefined ? '没有施行的版本' : `${dayWords(version.from)}起`;
}
