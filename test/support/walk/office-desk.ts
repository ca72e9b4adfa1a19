import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExhibitDetails } from '../../../shared/case-file.ts';
import { type PartyDetails } from '../../../shared/identity/party.ts';
import { Refusal } from '../../../shared/contract/refusals.ts';
import { plain } from '../../../shared/contract/sentences.ts';
import { approvalGaps } from '../../../shared/procedure/approvals.ts';
import { upload } from '../../../main/sample/upload.ts';
import type { Office } from '../office.ts';
import { resourcesDir } from '../office-profile.ts';
import { clerks, found, type Desk } from './walker.ts';

const roleHolders: Readonly<Record<string, readonly string[]>> = {
  承办人: clerks,
  窗口: ['李敏'],
  承办单位负责人: ['张丽'],
  法规科: ['赵强'],
  分管领导: ['孙伟'],
  档案员: ['周静'],
};
const exhibitsDir = join(resourcesDir, 'sample-office', 'exhibits');
const files = { 'image/jpeg': '送达签收照片.jpg', 'audio/webm': '调查询问录音.webm' } as const;
const partyDetails: PartyDetails = {
  kind: '单位',
  name: '辽源市福满园餐饮有限公司',
  uscc: '91350100M000100Y43',
  legalRep: '陈福来',
  position: '总经理',
  idType: '',
  idNumber: '',
  address: '辽源市龙山区人民大街88号',
  phone: '04373312345',
};

/** The desk of the sample office: everything goes through the calls of the page, each by the person it belongs to. */
export function officeDesk(office: Office): Desk {
  const { client, workstation } = office;
  let caseId = '';
  let who = '';
  let definitions: Awaited<ReturnType<typeof client.regulation.definitions>> | undefined;

  const as = async (name: string): Promise<void> => {
    if (who !== name) await office.as(name);
    who = name;
  };
  /** A call that the walk must be able to make. */
  const allowed = <T>(what: string, work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      const refusal = Refusal.safeParse((error as { data?: unknown }).data);
      throw refusal.success ? new Error(`${what} is refused: ${plain(refusal.data)}`, { cause: error }) : error;
    });

  const at = async (moment: string): Promise<void> => {
    office.at(moment);
    who = '';
    await as('李敏');
  };
  return {
    at,
    begin: async (way, moment) => {
      await at(moment);
      const party = { ...partyDetails, ...way.party };
      const known = (await client.households.find({ query: party.name.slice(0, 20) })).find(
        (hit) => hit.name === party.name,
      );
      const householdId = known?.householdId ?? (await client.households.create(party)).householdId;
      const officerIds = await Promise.all(clerks.map((clerk) => office.personId(clerk)));
      const begun = await client.cases.begin({
        procedure: way.procedure,
        causeName: way.causeName ?? '涉嫌违反劳动保障法律法规',
        householdId,
        officerIds,
      });
      caseId = begun.case.id;
      if (way.beside === undefined) return;
      const beside = await client.households.create(way.beside);
      await as('王建国');
      await client.cases.addParty({ caseId, version: begun.case.version, householdId: beside.householdId });
      await as('李敏');
    },
    look: async () => {
      definitions ??= await client.regulation.definitions();
      const { file, periods, templates } = await client.cases.open({ caseId });
      const procedure = found(
        definitions.procedures.find((candidate) => candidate.id === file.case.procedure),
        file.case.procedure,
      );
      return {
        input: {
          file,
          procedure,
          templates: new Map([...definitions.templates, ...templates].map((item) => [item.id, item])),
        },
        periods,
      };
    },
    create: (templateId, partyId) =>
      allowed(
        templateId,
        client.documents.create({ caseId, templateId, ...(partyId === undefined ? {} : { partyId }) }),
      ),
    save: async ({ id, version, templateId }, values) =>
      (await allowed(templateId, client.documents.save({ paperId: id, version, values }))).paper,
    exhibit: async ({ mime, ...about }) => {
      const recorded =
        mime === 'audio/webm'
          ? {
              kind: '视听资料',
              device: 'ZFY-007',
              noticeSpoken: true,
              transcript: '问答如笔录。',
              maker: '李敏',
              proves: '办理过程',
            }
          : { kind: '书证' };
      const details = ExhibitDetails.parse({ source: '当事人提供', ...recorded, ...about });
      return (
        await upload(workstation, client, {
          caseId,
          fileName: files[mime],
          mime,
          content: readFileSync(join(exhibitsDir, files[mime])),
          details,
        })
      ).id;
    },
    sign: ({ id, version, templateId }, signatures) =>
      allowed(templateId, client.documents.sign({ paperId: id, version, signatures })),
    approve: async ({ id, version, templateId }, template) => {
      let paper = await allowed(templateId, client.documents.submit({ paperId: id, version }));
      const { file } = await client.cases.open({ caseId });
      const signed = new Set<string>();
      while (paper.status === 'approving') {
        const [gap] = approvalGaps(template, paper, file.settings);
        const name = found(
          roleHolders[gap?.by ?? '']?.find((text) => !signed.has(text)),
          `person left for ${gap?.label ?? ''} of ${templateId}`,
        );
        signed.add(name);
        await as(name);
        paper = await client.documents.approve({
          paperId: id,
          version: paper.version,
          verdict: '同意',
          opinion: '情况属实，同意。',
        });
      }
      await as('李敏');
      return paper;
    },
    issue: async ({ id, version, templateId }) => {
      await allowed(templateId, client.documents.issue({ paperId: id, version }));
    },
    fileVolume: async () => {
      const { retention, archiveNo } = await client.archive.plan({ caseId });
      const inspectorId = await office.personId('周静');
      const { jobId } = await allowed(
        'filing',
        client.archive.make({ caseId, retention, archiveNo, inspectorId, situation: '卷内文件齐全。' }),
      );
      const job = await office.ended(jobId);
      if (job.state !== 'done') throw new Error(job.faults.join(' '));
    },
  };
}
