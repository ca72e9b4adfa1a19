import type { Law } from '../../../shared/causes/law.ts';
import type { CaseFile } from '../../../shared/case-file.ts';
import type { HandoverItem } from '../../../shared/contract/handover.ts';
import type { Template } from '../../../shared/template/template.ts';
import type { HashedItem } from '../archive/dossier-items.ts';
import type { VolumeItem } from '../archive/order.ts';

/** An item of the plan that goes into the package, and what it is of the case. */
export interface Chosen<Source = VolumeItem> {
  item: HandoverItem;
  source: Source;
}

/** What a package is made of: for whom, about which case, and the chosen items. */
export interface PackageRequest {
  kind: 'court' | 'reconsideration';
  recipient: string;
  caseNo: string;
  opponents: string[];
  answer: string;
  agent: string;
  file: CaseFile;
  chosen: Chosen<HashedItem>[];
  templates: ReadonlyMap<string, Template>;
  /** By which the 法律依据目录 is made. */
  laws: readonly Law[];
  today: string;
}
