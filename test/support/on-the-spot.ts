import { upload } from '../../main/sample/upload.ts';
import { ExhibitDetails, type CaseFile, type Paper } from '../../shared/case-file.ts';
import type { Opened } from './open-workstation.ts';

/**
 * What two officers of `like` wrote by hand on a 当场行政处罚决定书 for its party, typed in afterwards as the paper of a case of its
 * own: signed, and ready to be issued.
 */
export async function writtenOnTheSpot({ workstation, client }: Opened, like: CaseFile): Promise<Paper> {
  const officers = like.officers
    .filter(({ certNo, roles }) => certNo !== '' && roles.includes('承办人'))
    .slice(0, 2)
    .map(({ personId, name, certNo }) => ({ personId, name, certNo, certShown: true }));
  const { case: made } = await client.cases.begin({
    procedure: 'penalty.summary',
    householdId: like.parties[0]?.householdId ?? '',
    causeName: '未建立职工名册',
    officerIds: officers.map((row) => row.personId),
  });
  const photo = ExhibitDetails.parse({
    title: '现场照片',
    kind: '书证',
    source: '现场检查',
    maker: '王建国',
    proves: '未建立职工名册',
  });
  await upload(workstation, client, {
    caseId: made.id,
    fileName: '现场.txt',
    mime: 'text/plain',
    content: Buffer.from(`现场情况 ${made.id}`),
    details: photo,
  });
  const draft = await client.documents.create({ caseId: made.id, templateId: 'J34' });
  const { paper: saved } = await client.documents.save({
    paperId: draft.id,
    version: draft.version,
    values: {
      officers,
      at: '2026-03-02T08:40',
      place: '辽源市龙山区人民大街88号',
      act: '未建立职工名册备查。',
      evidence: '现场检查照片2张。',
      basis: '《中华人民共和国劳动合同法实施条例》第三十三条',
      kind: '警告',
      recordingLimits: '执法记录仪电量耗尽，未能录制，已拍照。',
      filedToOrganAt: '2026-03-02',
    },
  });
  const sign = (role: string, name: string) => ({ role, name, mode: '签名' as const, at: '2026-03-02T08:50' });
  return client.documents.sign({
    paperId: saved.id,
    version: saved.version,
    signatures: [sign('当事人', '陈福来'), ...officers.map((row) => sign('执法人员', row.name))],
  });
}
