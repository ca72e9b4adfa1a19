import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExhibitDetails } from '../../shared/case-file.ts';
import { caseIdOf, type Run } from './run.ts';
import { type Act, sampleFolder } from './sample.ts';
import { upload } from './upload.ts';

/** Takes a file of the sample in as an exhibit. */
export async function takeInExhibit(run: Run, act: Extract<Act, { do: 'exhibit' }>): Promise<void> {
  const { paper, step, ...details } = act.details;
  const exhibit = await upload(run.workstation, run.client, {
    caseId: caseIdOf(run),
    fileName: act.file,
    mime: act.mime ?? '',
    content: await readFile(join(sampleFolder(run.resourcesDir), 'exhibits', act.file)),
    details: ExhibitDetails.parse({
      ...details,
      paperId: paper === undefined ? null : (run.papers.get(paper)?.id ?? null),
      stepId: step ?? null,
    }),
  });
  run.exhibits.set(act.as, exhibit);
  run.did(`收取证据：${exhibit.title} ${exhibit.bytes}字节`);
}
