import type { Check } from '../finding.ts';
import { accessChecks } from './access.ts';
import { applicationChecks } from './application.ts';
import { causeChecks } from './cause.ts';
import { consistencyChecks } from './consistency.ts';
import { crimeChecks } from './crime.ts';
import { decisionChecks } from './decision.ts';
import { enforcementChecks } from './enforcement.ts';
import { filingChecks } from './filing.ts';
import { hearingChecks } from './hearing.ts';
import { investigationChecks } from './investigation.ts';
import { noticeChecks } from './notice.ts';
import { onTheSpotChecks } from './on-the-spot.ts';
import { recordingChecks } from './recording.ts';
import { recordChecks } from './records.ts';
import { registrationChecks } from './registration.ts';
import { regulationChecks } from './regulation.ts';
import { remedyChecks } from './remedy.ts';
import { remedyLineChecks } from './remedy-line.ts';
import { serviceChecks } from './service.ts';
import { startChecks } from './start.ts';
import { subjectChecks } from './subject.ts';

/** Every check (核查项), in the order of a case. */
export const allChecks: readonly Check[] = [
  ...regulationChecks,
  ...subjectChecks,
  ...startChecks,
  ...applicationChecks,
  ...recordingChecks,
  ...investigationChecks,
  ...recordChecks,
  ...registrationChecks,
  ...noticeChecks,
  ...hearingChecks,
  ...decisionChecks,
  ...onTheSpotChecks,
  ...crimeChecks,
  ...remedyLineChecks,
  ...remedyChecks,
  ...serviceChecks,
  ...enforcementChecks,
  ...filingChecks,
  ...causeChecks,
  ...consistencyChecks,
  ...accessChecks,
];
