import type { CaseFile, Paper, Signature } from '../../../shared/case-file.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';
import type { PaperClass, VolumePart } from '../../../shared/template/template.ts';
import type { Values } from '../../../shared/template/values.ts';
import { dayOf } from '../../../shared/time/moments.ts';
import type { PaperJob } from '../../platform/print/job.ts';
import type { FeatureContext } from '../context.ts';
import { paperJobOf } from '../documents/paper-job.ts';
import { templateOf } from '../cases/case-definitions.ts';
import { caseTitle } from './case-title.ts';
import type { Filing, FilingCase } from './filing.ts';
import { mediaIndexOf } from './media-index.ts';

/** What stands on the cover as 卷别. */
export type VolumeKind = VolumePart | '补充卷';

/** 立卷人 and 检查人, two different people (第三十五条). */
export interface FilingPeople {
  filer: string;
  inspector: string;
}

/** Cover, catalogue heading and closing sheet as print jobs, from what the case and the filing already say. */
export function filingForms(
  context: FeatureContext,
  { file, procedure, items }: FilingCase,
  filing: Filing & { volumeKind: VolumeKind },
  { filer, inspector }: FilingPeople,
): Record<'cover' | 'catalogue' | 'closing', PaperJob> {
  const issuedOf = (paperClass: PaperClass): Paper | undefined =>
    file.papers.find(
      (paper) => paper.status === 'issued' && templateOf(context, file, paper.templateId).class === paperClass,
    );
  const job = (templateId: string, values: Values, signatures: Signature[] = []): PaperJob =>
    formJob(context, file, { templateId, values, signatures });
  const filed: Signature = { role: '立卷人', name: filer, mode: '签名', reason: '', witness: '', at: file.today };
  const started = file.papers.find((paper) => paper.templateId === procedure.startsWith && paper.status === 'issued');
  const decision = issuedOf('decision');
  const closing = issuedOf('closing');
  const names = file.officers
    .filter((officer) => file.case.officerIds.includes(officer.personId))
    .map((officer) => officer.name);
  const common: Values = {
    caseTitle: caseTitle(file),
    caseNumber: file.case.number,
    archiveNo: filing.archiveNo,
    filedAt: file.today,
  };
  return {
    cover: job(
      paperIds.volumeCover,
      {
        ...common,
        fondsName: file.office.fondsName || file.office.name,
        fondsNo: file.office.fondsNo,
        organ: file.office.name,
        decisionNo: decision?.number ?? '',
        startedAt: dayOf(started?.issuedAt ?? file.case.createdAt),
        closedAt: textOf(closing, 'terminatedAt') || file.today,
        undertakers: names.join('、'),
        result: textOf(closing, 'closeType'),
        retention: filing.retention,
        volumeKind: filing.volumeKind,
        secrecy: '无',
        catalogNo: filing.catalogNo,
        volumeNo: filing.volumeNo,
      },
      [filed],
    ),
    catalogue: job(paperIds.volumeCatalogue, common),
    closing: job(paperIds.volumeClosingSheet, {
      ...common,
      situation: filing.situation,
      avMediaIndex: mediaIndexOf({
        exhibits: items.flatMap((item) => (item.kind === 'exhibit' ? [item.exhibit] : [])),
        papers: items.flatMap((item) => (item.kind === 'paper' ? [item.paper] : [])),
      }),
      filer,
      inspector,
    }),
  };
}

interface Form {
  templateId: string;
  values: Values;
  signatures: Signature[];
}

const formJob = (context: FeatureContext, file: CaseFile, { templateId, values, signatures }: Form): PaperJob =>
  paperJobOf(
    { signatures, approvals: [] },
    {
      file,
      template: templateOf(context, file, templateId),
      values,
      state: 'issued',
      number: null,
      issuedOn: file.today,
    },
  );

const textOf = (paper: Paper | undefined, key: string): string => {
  const value = paper?.values[key];
  return typeof value === 'string' ? value : '';
};
