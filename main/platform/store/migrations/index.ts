import { foundation } from './0001-foundation.ts';
import { regulation } from './0002-regulation.ts';
import { reservedNumbers } from './0003-reserved-numbers.ts';
import { blankHolders } from './0004-blank-holders.ts';
import { keptDrafts } from './0005-kept-drafts.ts';
import { linkedCases } from './0006-linked-cases.ts';
import { parties } from './0007-parties.ts';
import { lapses } from './0008-lapses.ts';
import { manyPapers } from './0009-many-papers.ts';
import { pendingSm3 } from './0010-pending-sm3.ts';
import { formDrafts } from './0011-form-drafts.ts';
import { householdEntries } from './0012-household-entries.ts';
import { runningCases } from './0013-running-cases.ts';
import { rowDigests } from './0014-row-digests.ts';
import { jobConcerns } from './0015-job-concerns.ts';
import { looks } from './0016-looks.ts';
import { signatures } from './0017-signatures.ts';
import { officeApart } from './0018-office-apart.ts';
import { outlooks } from './0019-outlooks.ts';
import { snoozes } from './0020-snoozes.ts';
import { opinions } from './0021-opinions.ts';
import { householdOverview } from './0022-household-overview.ts';
import { indexOfEachKind } from './0023-index-of-each-kind.ts';
import { prints } from './0024-prints.ts';
import { tray } from './0025-tray.ts';
import { unassignedCases } from './0026-unassigned-cases.ts';
import { casePeople } from './0027-case-people.ts';
import { whatPeopleBring } from './0028-what-people-bring.ts';
import { caseOrigin } from './0029-case-origin.ts';
import { caseWorkers } from './0030-case-workers.ts';
import { causeEditions } from './0031-cause-editions.ts';
import { supplements } from './0032-supplements.ts';
import { begunOtherwise } from './0033-begun-otherwise.ts';
import { gatheredAt } from './0034-gathered-at.ts';
import { joinedCases } from './0035-joined-cases.ts';
import { namesInAnyDot } from './0036-names-in-any-dot.ts';
import { innerVolumes } from './0037-inner-volumes.ts';
import { straightenedByHand } from './0038-straightened-by-hand.ts';
import { officeFoundation } from './office-0001-foundation.ts';
import { officeSnoozes } from './office-0002-snoozes.ts';
import { officeAbsences } from './office-0003-absences.ts';
import type { SchemaStep } from './schema-step.ts';

/**
 * Every step of the database of the cases, in order. They import no entity. TypeORM orders them by the number at the end of their names,
 * so nothing depends on a clock.
 */
export const contentSteps: readonly SchemaStep[] = [
  foundation,
  regulation,
  reservedNumbers,
  blankHolders,
  keptDrafts,
  linkedCases,
  parties,
  lapses,
  manyPapers,
  pendingSm3,
  formDrafts,
  householdEntries,
  runningCases,
  rowDigests,
  jobConcerns,
  looks,
  signatures,
  officeApart,
  outlooks,
  snoozes,
  opinions,
  householdOverview,
  indexOfEachKind,
  prints,
  tray,
  unassignedCases,
  casePeople,
  whatPeopleBring,
  caseOrigin,
  caseWorkers,
  causeEditions,
  supplements,
  begunOtherwise,
  gatheredAt,
  joinedCases,
  namesInAnyDot,
  innerVolumes,
  straightenedByHand,
];

/** The same of the office database. */
export const officeSteps: readonly SchemaStep[] = [officeFoundation, officeSnoozes, officeAbsences];
