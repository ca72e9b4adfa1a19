import type { Printed } from '../compose.ts';
import type { Fonts } from '../fonts.ts';
import { answer, type Answer } from './answer.ts';
import { evidenceList, type EvidenceList } from './evidence-list.ts';
import { handoverSlip, type HandoverSlip } from './handover-slip.ts';
import { householdCatalogue, type HouseholdCatalogue } from './household-catalogue.ts';
import { mailing, type Mailing } from './mailing.ts';
import { mediaCard, type MediaCard } from './media-card.ts';
import { recoveryLetter, type RecoveryLetter } from './recovery-letter.ts';

/** A page that is not a paper of a case but goes with one. */
export type Sheet =
  | { kind: 'recovery-letter'; data: RecoveryLetter }
  | { kind: 'evidence-list'; data: EvidenceList }
  | { kind: 'handover-slip'; data: HandoverSlip }
  | { kind: 'answer'; data: Answer }
  | { kind: 'media-card'; data: MediaCard }
  | { kind: 'household-catalogue'; data: HouseholdCatalogue }
  | { kind: 'mailing'; data: Mailing };

/** @throws MissingGlyph naming the characters no font has */
export function printSheet(sheet: Sheet, fonts: Fonts): Promise<Printed> {
  switch (sheet.kind) {
    case 'recovery-letter':
      return recoveryLetter(sheet.data, fonts);
    case 'evidence-list':
      return evidenceList(sheet.data, fonts);
    case 'handover-slip':
      return handoverSlip(sheet.data, fonts);
    case 'answer':
      return answer(sheet.data, fonts);
    case 'media-card':
      return mediaCard(sheet.data, fonts);
    case 'household-catalogue':
      return householdCatalogue(sheet.data, fonts);
    case 'mailing':
      return mailing(sheet.data, fonts);
  }
}
