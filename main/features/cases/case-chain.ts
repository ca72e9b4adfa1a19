import type { ChainedCase } from '../../../shared/case-file.ts';
import { quotedOfOrigin } from '../../../shared/procedure/carry.ts';
import type { Lead } from '../../../shared/procedure/procedure.ts';
import type { FeatureContext } from '../context.ts';
import { paperOf, type StoredPaper } from './paper-of-row.ts';

interface ChainRow {
  id: string;
  number: string;
  causeName: string;
  procedure: string;
  createdAt: string;
  originId: string | null;
  originLead: string | null;
  followsId: string | null;
}

type Reader = Pick<FeatureContext, 'store' | 'editions' | 'definitions'>;

const columns = 'id, number, causeName, procedure, createdAt, "originId", "originLead", "followsId"';

/**
 * The case this one was begun from, with the papers that may be quoted; those begun from it, oldest first; and those begun anew after the
 * decision this one is about was annulled (由本案另立案件).
 */
export function readChain(context: Reader, own: ChainRow): ChainedCase[] {
  const origin = own.originId === null ? undefined : rowOf(context, own.originId);
  const followed = own.followsId === null ? undefined : rowOf(context, own.followsId);
  return [
    ...(origin === undefined
      ? []
      : [{ ...chained(origin), stands: 'origin' as const, ...leadOf(context, origin, own) }]),
    ...begunFrom(context, own, 'begun'),
    ...(followed === undefined ? [] : begunAnew(context, own, followed)),
  ];
}

const rowOf = ({ store }: Reader, id: string): ChainRow | undefined =>
  store.get<ChainRow>(`select ${columns} from case_record where id = ?`, id);

/** Of what was begun from the followed case, what a step of this one's procedure waits for. */
function begunAnew(context: Reader, own: ChainRow, followed: ChainRow): ChainedCase[] {
  const steps = context.definitions.procedures.get(own.procedure)?.steps ?? [];
  const awaited = new Set(steps.flatMap(({ doneBy }) => ('lead' in doneBy ? [doneBy.lead] : [])));
  return begunFrom(context, followed, 'redone').filter(({ lead }) => awaited.has(lead));
}

const begunFrom = (context: Reader, from: ChainRow, stands: ChainedCase['stands']): ChainedCase[] =>
  context.store
    .all<ChainRow>(
      `select ${columns} from case_record where "originId" = ? and state <> 'cancelled' order by createdAt, id`,
      from.id,
    )
    .map((row) => ({ ...chained(row), stands, ...leadOf(context, from, row), papers: [] }));

const chained = ({ id, number, causeName, procedure }: ChainRow) => ({ id, number, causeName, procedure });

type LeadWords = Pick<ChainedCase, 'lead' | 'source' | 'reference' | 'papers'>;

/** What the lead a case was begun by says of its source, and what of the case before may be quoted. */
function leadOf(context: Reader, origin: ChainRow, { originLead, createdAt }: ChainRow): LeadWords {
  const lead = context.definitions.procedures.get(origin.procedure)?.leads.find(({ id }) => id === originLead);
  const quoted = [...quotedOfOrigin(context.editions.templates(createdAt).values()), ...(lead?.papers ?? [])];
  const papers = context.store
    .all<StoredPaper>(
      "select * from paper where caseId = ? and status = 'issued' and templateId in (select value from json_each(?)) order by createdAt, id",
      origin.id,
      JSON.stringify(quoted),
    )
    .map(paperOf);
  return {
    lead: originLead ?? '',
    source: lead?.source ?? '',
    reference: referenceOf(origin, papers, lead),
    papers,
  };
}

/** The paper that led to the new case, by name and number; before there is one, the case. */
function referenceOf({ causeName, number }: ChainRow, papers: LeadWords['papers'], lead: Lead | undefined): string {
  const leading = lead?.papers.flatMap((id) => papers.findLast(({ templateId }) => templateId === id) ?? [])[0];
  const [name, no] = leading === undefined ? [`${causeName}案`, number] : [`《${leading.name}》`, leading.number ?? ''];
  return no === '' ? name : `${name}（${no}）`;
}
