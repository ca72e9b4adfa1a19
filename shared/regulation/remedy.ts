import type { Office } from '../case-file.ts';

/** 行政复议法（2023修订）in force: the same-level government decides, on-the-spot penalties go to reconsideration first. */
export const reconsiderationLaw2023 = '2024-01-01';
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
  office: Pick<Office, 'government' | 'formerReconsiderationBody' | 'courts' | 'reconsiderationOnline'>;
  /** A penalty decided on the spot (简易程序). */
  onTheSpot: boolean;
  /** The competent court, where the office has several; its first court otherwise. */
  court?: string;
  /** What the party receives; 决定书 where absent. */
  letter?: string;
}

/** Who serves a decision electronically offers the way to hand in the application there (复议法22第二款); nobody knows at printing how it will be served. */
const onlineWords = ({ office: { reconsiderationOnline } }: RemedyQuestion): string =>
  reconsiderationOnline === '' ? '' : `（也可以通过互联网提交行政复议申请书：${reconsiderationOnline}）`;

const letterOf = ({ letter = '决定书' }: RemedyQuestion): string => letter;

const reconsiderationFirst = (question: RemedyQuestion, court: string): Remedy => ({
  paragraphs: [
    `如不服本决定，应当自收到本${letterOf(question)}之日起六十日内先向${question.office.government}申请行政复议${onlineWords(question)}；` +
      `对行政复议决定仍不服的，可以自收到行政复议决定书之日起十五日内向${court}提起行政诉讼。`,
  ],
  lawVersion: '行政复议法（2023年修订）',
  basis: '行政复议法第二十条、第二十三条第一款第一项、第二十四条；行政诉讼法第四十五条',
});

const eitherWay = (question: RemedyQuestion, where: string, suit: string, court: string): string[] => [
  `如不服本决定，可以自收到本${letterOf(question)}之日起六十日内${where}；` +
    `也可以自收到本${letterOf(question)}之日起${suit}内直接向${court}提起行政诉讼。`,
];

/** Before 2024 the party chose between the government and the department above (复议法2017修正12第一款). */
const eitherBody = ({ government, formerReconsiderationBody: former }: RemedyQuestion['office']): string =>
  former === '' || former === government ? `向${government}` : `向${government}或者${former}`;

/**
 * The remedy paragraph (救济途径和期限, 第二十六条第六项) by the law in force on the day of the decision.
 * Source: 行政复议法20,23,24; 行政诉讼法45,46. Before 2024 the party could choose between two bodies, of which the office names the other.
 */
export const remedyFor = (question: RemedyQuestion): Remedy => {
  const { decidedAt, office } = question;
  const court = question.court ?? office.courts[0] ?? '有管辖权的人民法院';
  if (decidedAt >= reconsiderationLaw2023 && question.onTheSpot) return reconsiderationFirst(question, court);
  if (decidedAt >= reconsiderationLaw2023) {
    return {
      paragraphs: eitherWay(question, `向${office.government}申请行政复议${onlineWords(question)}`, '六个月', court),
      lawVersion: '行政复议法（2023年修订）',
      basis: '行政复议法第二十条、第二十四条；行政诉讼法第四十六条',
    };
  }
  const sixMonths = decidedAt >= litigationLaw2014;
  return {
    paragraphs: eitherWay(question, `${eitherBody(office)}申请行政复议`, sixMonths ? '六个月' : '三个月', court),
    lawVersion: '行政复议法（2023年修订前）',
    basis: `行政复议法（2023年修订前）；行政诉讼法${sixMonths ? '第四十六条' : '（2014年修正前）'}`,
    ...(office.formerReconsiderationBody === ''
      ? { note: '2024年1月1日以前可以选择的上一级主管部门尚未登记，请法规科在“设置—本机关”中填写后再制发。' }
      : {}),
  };
};
