import type { CaseFile } from '../case-file.ts';
import type { Party } from '../identity/party.ts';
import type { Template } from '../template/template.ts';
import type { Obstacle } from './procedure.ts';

/** Why a party cannot leave the case (退出本案): the last one never; nor whom a decision was made about, or whose papers are still being written. */
export function obstaclesToLeave(file: CaseFile, party: Party, templates: ReadonlyMap<string, Template>): Obstacle[] {
  if (file.parties.length < 2)
    return [{ sentence: `${party.name}是本案唯一的当事人；不再追究的，撤销立案后结案。`, article: 13 }];
  return file.papers
    .filter(({ partyId, status }) => partyId === party.householdId && status !== 'void')
    .flatMap((paper): Obstacle[] => {
      const called = `${paper.name}${paper.number === null ? '' : `（${paper.number}）`}`;
      if (paper.status !== 'issued')
        return [{ sentence: `给${party.name}的${called}还没有出具，请先作废。`, article: null, paperId: paper.id }];
      return templates.get(paper.templateId)?.class === 'decision'
        ? [
            {
              sentence: `对${party.name}已经作出${called}；依法撤销的，先将它作废并写明理由。`,
              article: 26,
              paperId: paper.id,
            },
          ]
        : [];
    });
}
