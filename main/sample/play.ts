import { fileVolume, handOver, verifyAll } from './closing.ts';
import { draftPaper, issuePaper } from './papers.ts';
import { actAs, caseIdOf, type Run, type Stage, startRun } from './run.ts';
import type { Act, Sample } from './sample.ts';
import { beginSampleCase, setUpOffice } from './set-up.ts';
import { takeInExhibit } from './take-in.ts';

export type Player = ReturnType<typeof createPlayer>;

/** Plays the sample case through the calls the page uses, each act by the person it belongs to. */
export function createPlayer(stage: Stage, sample: Sample) {
  const run = startRun(stage, sample);
  return {
    setUp: () => setUpOffice(run),
    begin: () => beginSampleCase(run),
    play: (act: Act) => play(run, act),
    fileVolume: () => fileVolume(run),
    handOver: (folder: string) => handOver(run, folder),
    verify: () => verifyAll(run),
    caseId: () => caseIdOf(run),
  };
}

async function play(run: Run, act: Act): Promise<void> {
  await actAs(run, act.by, act.at);
  if (act.do === 'exhibit') return takeInExhibit(run, act);
  if (act.do === 'answer') return answer(run, act);
  if (act.do !== 'issue') await draftPaper(run, act);
  if (act.do === 'draft') return run.did(`起草 ${act.template}`);
  await issuePaper(run, act);
}

async function answer(run: Run, { question, answer: said, note }: Extract<Act, { do: 'answer' }>): Promise<void> {
  await run.client.cases.answer({ caseId: caseIdOf(run), questionId: question, answer: said, note });
  run.did(`回答核查问题 ${question}`);
}
