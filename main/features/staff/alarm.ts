import type { FeatureContext } from '../context.ts';
import { mayRead } from './access.ts';

interface Alarm {
  sentence: string;
  caseId: string;
  exhibitId: string | null;
}

/** Tells whoever is logged in that a sealed file is damaged (never silence), and which one only who may open its case. */
export function emitAlarm(context: FeatureContext, { sentence, caseId, exhibitId }: Alarm): void {
  const isTold = mayRead(context, caseId);
  context.emit({ kind: 'alarm', sentence: isTold ? sentence : unnamed, exhibitId: isTold ? exhibitId : null });
}

const unnamed =
  '有一份材料已损坏，涉及您无权查阅的案件（第四十二条）。请告诉法规科或者分管领导，在“监督”里查看是哪一份。';
