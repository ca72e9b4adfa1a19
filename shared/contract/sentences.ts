import { articleName } from '../chinese/article-name.ts';
import type { Refusal } from './refusals.ts';
import { accessSentence } from './sentences/access.ts';
import { procedureSentence } from './sentences/procedure.ts';
import { programSentence } from './sentences/program.ts';
import { recordSentence } from './sentences/records.ts';
import { type Sentence, unreachable } from './sentences/sentence.ts';
import { storageSentence } from './sentences/storage.ts';

/** Turns a refusal into the four parts the page shows. Exhaustive: a new code does not compile until it has its sentence. */
export const sentenceOf = (refusal: Refusal): Sentence => {
  switch (refusal.code) {
    case 'locked':
    case 'seat-lent':
    case 'practice':
    case 'practice-anew':
    case 'no-lending':
    case 'wrong-password':
    case 'wrong-recovery-code':
    case 'profile-exists':
    case 'profile-damaged':
    case 'key-damaged':
    case 'letter-damaged':
    case 'key-not-renewed':
    case 'key-change':
    case 'profile-newer':
    case 'not-allowed':
      return accessSentence(refusal);
    case 'stale':
    case 'duplicate':
    case 'duplicate-person':
    case 'last-administrator':
    case 'second-person':
    case 'not-found':
    case 'invalid':
      return recordSentence(refusal);
    case 'not-yet':
    case 'wrong-status':
    case 'out-to-sign':
    case 'no-opinion':
    case 'opinion-used':
    case 'approval-order':
    case 'not-asked':
    case 'same-person':
    case 'certificate':
    case 'findings':
      return procedureSentence(refusal);
    case 'file':
    case 'folder':
    case 'disk-full':
    case 'unreadable':
    case 'not-saved':
    case 'database-in-doubt':
    case 'damaged':
    case 'forged':
      return storageSentence(refusal);
    case 'missing-glyph':
    case 'camera':
    case 'no-text':
    case 'printer':
    case 'busy':
    case 'data-file':
    case 'malformed':
    case 'internal':
    case 'process-died':
      return programSentence(refusal);
    default:
      return unreachable(refusal);
  }
};

const point = (text: string): string => (/[。！？；]$/.test(text) ? text : `${text}。`);

/** The refusal as one run of text. */
export const plain = (refusal: Refusal): string => {
  const { happened, missing, article, press } = sentenceOf(refusal);
  const fact = missing === undefined ? happened : `${point(happened)}${missing}`;
  const basis = article === undefined || fact.includes(articleName(article)) ? '' : `（${articleName(article)}）`;
  return `${point(basis === '' ? fact : `${fact.replace(/。$/, '')}${basis}`)}${press ?? ''}`;
};
