import type { Office } from '../case-file.ts';

/** 行政复议法（2023修订）in force: the same-level government decides, on-the-spot penalties go to reconsideration first. */
const reconsiderationLaw2023 = '2024-01-01';
/** 行政诉讼法（2014修正）in force: six months to sue instead of three. */
const litigationLaw2014 = '2015-05-01';

export interface Remedy {
  paragraphs: string[];
  /** The law in force on the day of the decision. */
  lawVersion: string;
  basis: string;
  /** What a person has to confirm before this goes out. */
  note?: string;
}

export interface RemedyQuestion {
  /** Day of the decision, `YYYY-MM-DD`. */
  decidedAt: string;
  office: Pick<Office, 'government' | 'formerReconsiderationBody' | 'courts'>;
  /** A penalty decided on the spot (简易程序). */
  onTheSpot: boolean;
  /** The competent court, where the office has several; its first court otherwise. */
  court?: string;
}

const reconsiderationFirst = ({ office }: RemedyQuestion, court: string): Remedy => ({
  paragraphs: [
    `如不服本决定，应当自收到本决定书之日起六十日内先向${office.government}申请行政复议；` +
      `对行政复议决定仍不服的，可以自收到行政复议决定书之日起十五日内向${court}提起行政诉讼。`,
  ],
  lawVersion: '行政复议法（2023年修订）',
  basis: '行政复议法第二十条、第二十三条第一款第一项、第二十四条；行政诉讼法第四十五条',
});

const eitherWay = (body: string, suit: string, court: string): string[] => [
  `如不服本决定，可以自收到本决定书之日起六十日内${body === '' ? '依法' : `向${body}`}申请行政复议；` +
    `也可以自收到本决定书之日起${suit}内直接向${court}提起行政诉讼。`,
];

/**
 * The remedy paragraph (救济途径和期限, 第二十六条第六项) by the law in force on the day of the decision.
 * Source: 行政复议法20,23,24; 行政诉讼法45,46. Before 2024 the body is the one the office names, since the party could choose.
 */
export const remedyFor = (question: RemedyQuestion): Remedy => {
  const { decidedAt, office } = question;
  const court = question.court ?? office.courts[0] ?? '有管辖权的人民法院';
  if (decidedAt >= reconsiderationLaw2023 && question.onTheSpot) return reconsiderationFirst(question, court);
  if (decidedAt >= reconsiderationLaw2023) {
    return {
      paragraphs: eitherWay(office.government, '六个月', court),
      lawVersion: '行政复议法（2023年修订）',
      basis: '行政复议法第二十条、第二十四条；行政诉讼法第四十六条',
    };
  }
  const sixMonths = decidedAt >= litigationLaw2014;
  return {
    paragraphs: eitherWay(office.formerReconsiderationBody, sixMonths ? '六个月' : '三个月', court),
    lawVersion: '行政复议法（2023年修订前）',
    basis: `行政复议法（2023年修订前）；行政诉讼法${sixMonths ? '第四十六条' : '（2014年修正前）'}`,
    ...(office.formerReconsiderationBody === ''
      ? { note: '2024年1月1日以前的行政复议机关尚未登记，请法规科在“设置—本机关”中填写后再制发。' }
      : {}),
  };
};
