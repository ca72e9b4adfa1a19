import type { PaperClass, Role } from '../template/template.ts';
import type { Judgement, Severity } from './finding.ts';
import { papersOfClass } from './checks/faults.ts';

/**
 * What the regulation and the review standards ask and a machine cannot answer from the snapshot of one case. A person answers,
 * 是 meaning that all is in order; `seeAt` names where in the workstation the facts for the answer can be seen.
 */
export interface Question {
  id: string;
  article: number;
  basis: string;
  question: string;
  /** Why no check decides it. */
  why: string;
  /** How bad it is when the answer is 否. */
  severity: Severity;
  /** 归档: asked of the case before it is filed. 评查: answered when 法规科 reviews a file or the office, never missed in one case. */
  asked: '归档' | '评查';
  /** Cases it is asked of; all where absent. */
  about?: (judgement: Judgement) => boolean;
  /** Who may judge it, where it is not everybody who may answer questions: facts and law are no matter of the archive. */
  by?: readonly Role[];
  /** The papers it is judged by, the best one first. */
  judgedBy?: readonly PaperClass[];
  seeAt?: string;
}

const standard = '案卷评查标准';
const regulation = '全过程记录制度';

/** Who works out facts and law (第十三条、第二十六条) and who keeps the forms (第五条); the archive sees neither. */
const judges: readonly Role[] = ['承办人', '承办单位负责人', '法规科'];

const decided = (judgement: Judgement): boolean => papersOfClass(judgement, 'decision').length > 0;
const ownMotion = (judgement: Judgement): boolean => judgement.procedure.ownMotion;

export const questions: readonly Question[] = [
  {
    id: 'R02b',
    article: 2,
    basis: regulation,
    severity: 'err',
    asked: '评查',
    question: '由受委托组织办理的，委托书是否在有效期内、事项是否在委托范围内？',
    why: '委托书的范围要由人对照判断。',
  },
  {
    id: 'R03b',
    article: 3,
    basis: regulation,
    severity: 'err',
    asked: '评查',
    question: '最近一次验证中，操作记录链是否完整、没有断档？',
    why: '案卷快照里没有操作记录，由验证任务逐条核对。',
    seeAt: '监督—验证',
  },
  {
    id: 'R04a',
    article: 4,
    basis: regulation,
    severity: 'err',
    asked: '评查',
    question: '抽查的改动能否看到改前和改后的内容？',
    why: '改动记录在操作记录里，不在案卷快照里。',
    seeAt: '案件—记录',
  },
  {
    id: 'R04b',
    article: 4,
    basis: regulation,
    severity: 'err',
    asked: '评查',
    question: '最近一次验证是否通过？',
    why: '操作记录链由验证任务核对。',
    seeAt: '监督—验证',
  },
  {
    id: 'R11a',
    article: 11,
    basis: regulation,
    severity: 'info',
    asked: '评查',
    question: '受理地点装有视频监控的，是否登记了可用片段（可选，没有不扣分）？',
    why: '是否安装监控由承办单位决定。',
  },
  {
    id: 'R36c',
    article: 36,
    basis: regulation,
    severity: 'err',
    asked: '评查',
    question: '执法记录设备和音像资料是否都由单位保管，没有人自行保管？',
    why: '设备在谁手里，程序看不到。',
  },
  {
    id: 'R37a',
    article: 37,
    basis: regulation,
    severity: 'veto',
    asked: '评查',
    question: '记录是否都保存到期限届满，没有提前销毁？',
    why: '程序不提供删除；程序以外的介质和纸质材料要由人核查。',
  },
  {
    id: 'R38b',
    article: 38,
    basis: regulation,
    severity: 'err',
    asked: '评查',
    question: '长期保存的光盘、移动存储介质是否与入库原件核对一致？',
    why: '介质不在本机，须取出介质核对校验值。',
  },
  {
    id: 'R41a',
    article: 41,
    basis: regulation,
    severity: 'err',
    asked: '评查',
    question: '移送复议机关、法院的每一件原件，是否都留有核对一致的复制件？',
    why: '程序核对查阅审批表上的留存；移送记录不在案卷快照里，纸质原件要由人核对。',
    seeAt: '移送',
  },
  {
    id: 'R41b',
    article: 41,
    basis: regulation,
    severity: 'err',
    asked: '评查',
    question: '复议机关、法院是否出具了接收回执并已登记？',
    why: '回执由对方出具。',
    seeAt: '移送',
  },
  {
    id: 'R42b',
    article: 42,
    basis: regulation,
    severity: 'veto',
    asked: '评查',
    question: '抽查期内的查阅记录是否完整？',
    why: '查阅记录在操作记录里，不在案卷快照里。',
    seeAt: '监督—办理记录',
  },
  {
    id: 'R44a',
    article: 44,
    basis: regulation,
    severity: 'warn',
    asked: '评查',
    question: '每次使用前是否检查了执法记录设备的电量和存储空间？',
    why: '检查在设备上进行，程序看不到。',
  },
  {
    id: 'R45a',
    article: 45,
    basis: regulation,
    severity: 'warn',
    asked: '评查',
    question: '设备故障期间是否停止使用并及时报修，没有私自拆装？',
    why: '设备的故障和维修由人报告。',
  },
  {
    id: 'R46a',
    article: 46,
    basis: regulation,
    severity: 'info',
    asked: '评查',
    question: '法规科本期抽查样本和评查表是否已经形成？',
    why: '抽查由法规科组织，涉及多个案件。',
    seeAt: '监督',
  },
  {
    id: 'R47a',
    article: 47,
    basis: regulation,
    severity: 'info',
    asked: '评查',
    question: '每个承办单位的主要负责人（第一责任人）是否已登记并在任？',
    why: '任职以干部任免文件为准。',
    seeAt: '设置—科室',
  },
  {
    id: 'R48b',
    article: 48,
    basis: regulation,
    severity: 'veto',
    asked: '评查',
    question: '原始声像资料是否都没有被删减、修改、私自复制或者传播？',
    why: '程序以外的行为要由人核查；程序内的异常见验证结果。',
    seeAt: '监督—验证',
  },
  {
    id: 'R50a',
    article: 50,
    basis: regulation,
    severity: 'info',
    asked: '评查',
    question: '评查口径和设置的变更是否由法规科作出？',
    why: '解释权属于法规科，变更理由要由人判断。',
    seeAt: '监督—办理记录',
  },
  {
    id: 'V04',
    article: 26,
    basis: standard,
    severity: 'veto',
    asked: '归档',
    by: judges,
    judgedBy: ['report', 'review', 'decision'],
    about: decided,
    question: '事实是否清楚，主要证据是否充分并经查证？',
    why: '证据的证明力要由人判断，程序只核对有没有证据。',
  },
  {
    id: 'V05',
    article: 26,
    basis: standard,
    severity: 'veto',
    asked: '归档',
    by: judges,
    judgedBy: ['decision', 'report'],
    about: decided,
    question: '定性和适用依据（法、条、款、项）是否准确有效，决定是否在法定种类和幅度内？',
    why: '法律适用和裁量要由人判断。',
  },
  {
    id: 'V09',
    article: 14,
    basis: standard,
    severity: 'veto',
    asked: '归档',
    by: judges,
    judgedBy: ['report', 'decision'],
    about: ownMotion,
    question: '涉嫌犯罪应当移送的，是否都已移送（没有涉嫌犯罪的答“不适用”）？',
    why: '是否涉嫌犯罪要由人判断，程序只核对调查结论建议移送的有没有移送文书。',
  },
  {
    id: 'A01',
    article: 10,
    basis: standard,
    severity: 'warn',
    asked: '归档',
    by: judges,
    judgedBy: ['decision'],
    question: '所用文书是否为统一或者经备案的格式？',
    why: '备案情况由法规科掌握。',
  },
  {
    id: 'A06',
    article: 35,
    basis: standard,
    severity: 'warn',
    asked: '归档',
    question: '卷内材料是否按本局规定的顺序排列？',
    why: '程序按设置的顺序组卷，纸质卷的装订要由人核对。',
    seeAt: '归档',
  },
];
