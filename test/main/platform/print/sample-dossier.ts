import sharp from 'sharp';
import type { DossierItem, DossierPlan } from '../../../../main/platform/print/dossier.ts';
import type { MediaCard } from '../../../../main/platform/print/sheets/media-card.ts';
import { jobs, office } from './sample-jobs.ts';

export const card: MediaCard = {
  office: office.name,
  caseNumber: '临人社监立字〔2026〕第001号',
  title: '询问张喆录像',
  kind: '视听资料',
  fileName: '20261009_0930.webm',
  mime: 'video/webm',
  bytes: 123_456_789,
  note: '',
  device: '执法记录仪 DSJ-A8（编号0012）',
  maker: '赵明',
  place: '询问室',
  startAt: '2026-10-09T09:30',
  endAt: '2026-10-09T11:15',
  seconds: 6_300,
  noticeSpoken: true,
  proves: '当事人承认拖欠工资的事实。',
  transcript: '',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  kept: '案卷库',
};

/** A picture with a red corner at its upper left, as its camera stored it. */
export async function picture(
  width: number,
  height: number,
  format: 'jpeg' | 'png' | 'tiff' = 'jpeg',
  orientation?: number,
): Promise<Uint8Array> {
  const corner = await sharp({
    create: { width: Math.round(width / 4), height: Math.round(height / 4), channels: 3, background: '#ff0000' },
  })
    .png()
    .toBuffer();
  const made = sharp({ create: { width, height, channels: 3, background: '#ddddee' } })
    .composite([{ input: corner, left: 0, top: 0 }])
    .toFormat(format);
  return new Uint8Array(await (orientation ? made.withMetadata({ orientation }) : made).toBuffer());
}

export const item = (title: string, content: DossierItem['content']): DossierItem => ({
  title,
  docNo: '',
  responsible: office.name,
  date: '2026-10-09',
  remark: '',
  content,
});

export const plan = (items: DossierItem[], rest: Partial<DossierPlan> = {}): DossierPlan => ({
  title: '临江市老街坊餐饮管理有限公司拖欠工资案',
  cover: jobs.letter({ remedy: [], values: { partyName: '临江市老街坊餐饮管理有限公司' } }),
  catalogue: jobs.list({ values: { caseNumber: '临人社监立字〔2026〕第001号' } }),
  items,
  closing: jobs.record(),
  stamp: { place: '右下角', text: '{page}' },
  ...rest,
});
