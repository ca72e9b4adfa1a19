import type { CaseFile } from '../../../shared/case-file.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import type { Printer } from '../../platform/print/printer.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { openCase } from '../cases/open-case.ts';
import type { FeatureContext } from '../context.ts';
import type { Override } from '../documents/refuse-blocking.ts';
import { procedureOf, templatesOf } from '../cases/case-definitions.ts';
import { judgementOf } from '../documents/papers.ts';
import type { ExhibitSm3 } from '../evidence/exhibit-sm3.ts';
import type { Jobs } from '../jobs.ts';
import { type VolumeItem, volumeItems } from './order.ts';
import type { VolumePart } from '../../../shared/template/template.ts';

export interface ArchiveTools {
  printer: Printer;
  blobs: BlobStore;
  jobs: Jobs;
  exhibitSm3: ExhibitSm3;
}

/** What the clerk decides about the volume when a case is filed (归档). */
export interface Filing {
  caseId: string;
  retention: string;
  archiveNo: string;
  /** 目录号 and 案卷号 as the archive gives them; '' where it gives none. */
  catalogNo: string;
  volumeNo: string;
  inspectorId: string;
  situation: string;
  overrides: Override[];
  order: string[];
}

/** A case with what goes into its volume and what speaks against filing it. */
export interface FilingCase {
  file: CaseFile;
  procedure: Procedure;
  items: VolumeItem[];
  findings: Finding[];
}

export function filingCase(context: FeatureContext, caseId: string): FilingCase {
  const { file, periods } = openCase(context, caseId);
  const procedure = procedureOf(context, file);
  const items = volumeItems({
    file,
    procedure,
    templates: templatesOf(context, file),
    order: file.settings.volumeOrder,
  });
  return {
    file,
    procedure,
    items: asBound(file, items),
    findings: judge(judgementOf(context, file, periods), 'filing'),
  };
}

/** All in one volume where the office binds so (一案一卷), or where one of the two would be empty. */
export function asBound({ settings }: CaseFile, items: VolumeItem[]): VolumeItem[] {
  const parts = new Set(items.map(({ part }) => part));
  return settings.binding === '正副卷' && parts.size === 2 ? items : items.map((item) => ({ ...item, part: '正卷' }));
}

/** The volumes a case is bound in, the 正卷 first. */
export const boundParts = ({ items }: Pick<FilingCase, 'items'>): { part: VolumePart; items: VolumeItem[] }[] =>
  (['正卷', '副卷'] as const)
    .map((part) => ({ part, items: items.filter((item) => item.part === part) }))
    .filter(({ items: bound }) => bound.length > 0);
