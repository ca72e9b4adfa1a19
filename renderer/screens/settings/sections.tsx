import type { ReactNode } from 'react';
import type { Office, Officer } from '../../../shared/case-file.ts';
import type { KeyChangeDue } from '../../../shared/contract/key-change.ts';
import type { Reads } from '../../../shared/contract/right.ts';
import type { Unit } from '../../../shared/contract/staff.ts';
import { AbsenceSection } from './absence-section.tsx';
import { CausesSection } from './causes/causes-section.tsx';
import { CalendarSection } from './calendar/calendar-section.tsx';
import { DisplaySection } from './display-section.tsx';
import { FaultsSection } from './faults/faults-section.tsx';
import { NotesSection } from './notes-section.tsx';
import { OfficeSection } from './office-section.tsx';
import { OwnPasswordSection } from './own-password-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { RecoverySection } from './recovery-section.tsx';
import { ApprovalsSection } from './rules/approvals-section.tsx';
import { CopiesSection } from './rules/copies-section.tsx';
import { RecordingSection } from './rules/recording-section.tsx';
import { RetentionSection } from './rules/retention-section.tsx';
import { RulesSection } from './rules/rules-section.tsx';
import { WeightsSection } from './rules/weights-section.tsx';
import { TemplatesSection } from './templates/templates-section.tsx';
import { UnitsSection } from './units-section.tsx';

export interface SectionsGiven {
  office: Office;
  staff: { people: readonly Officer[]; units: readonly Unit[]; keyChange: KeyChangeDue | null };
}

export interface Section {
  key: string;
  group: '本机关' | '人员' | '文书与规则' | '我的';
  label: string;
  /** What is set there, by the words somebody looks for. */
  words: string;
  /** Who sees it: what 法规科 decides lies among the cases. */
  reads: Reads;
  /** Name under which its drafts are kept. */
  drafts?: string;
  content: (given: SectionsGiven) => ReactNode;
}

const sections: readonly Section[] = [
  {
    key: 'office',
    group: '本机关',
    label: '机关信息',
    words: '全称、代字、政府、法院、电话、地址、全宗号、文稿相机、防截屏',
    reads: 'office',
    drafts: 'office',
    content: ({ office }) => <OfficeSection office={office} />,
  },
  {
    key: 'calendar',
    group: '本机关',
    label: '工作日历',
    words: '放假、调休、工作日',
    reads: 'content',
    drafts: 'calendar year',
    content: () => <CalendarSection />,
  },
  {
    key: 'recovery',
    group: '本机关',
    label: '恢复信',
    words: '恢复码、忘记密码',
    reads: 'content',
    content: () => <RecoverySection />,
  },
  {
    key: 'faults',
    group: '本机关',
    label: '故障记录',
    words: '错误、编号、导出',
    reads: 'office',
    content: () => <FaultsSection />,
  },
  {
    key: 'people',
    group: '人员',
    label: '人员',
    words: '岗位、执法证、停用、重设密码',
    reads: 'office',
    content: ({ staff }) => <PeopleSection {...staff} />,
  },
  {
    key: 'absence',
    group: '人员',
    label: '请假',
    words: '休假、出差、代理人、代签、销假',
    reads: 'office',
    content: ({ staff }) => <AbsenceSection people={staff.people} />,
  },
  {
    key: 'units',
    group: '人员',
    label: '科室',
    words: '大队、窗口、负责人',
    reads: 'office',
    content: ({ staff }) => <UnitsSection units={staff.units} />,
  },
  {
    key: 'templates',
    group: '文书与规则',
    label: '文书模板',
    words: '栏目、正文、审批、签名、新建文书',
    reads: 'content',
    drafts: 'template',
    content: () => <TemplatesSection />,
  },
  {
    key: 'causes',
    group: '文书与规则',
    label: '案由',
    words: '适用规定、询问提纲、证据清单、裁量、听证、法制审核',
    reads: 'content',
    drafts: 'cause',
    content: () => <CausesSection />,
  },
  {
    key: 'rules',
    group: '文书与规则',
    label: '规则设置',
    words: '较大数额罚款、自动锁定、审批、卷内顺序、页号',
    reads: 'content',
    drafts: 'rules 规则设置',
    content: () => <RulesSection />,
  },
  {
    key: 'approvals',
    group: '文书与规则',
    label: '审批流程',
    words: '谁审批、签批、次序、告知书、催告书、强制执行申请书',
    reads: 'content',
    drafts: 'rules 审批流程',
    content: () => <ApprovalsSection />,
  },
  {
    key: 'copies',
    group: '文书与规则',
    label: '打印份数',
    words: '成套打印、几份、给谁、留存',
    reads: 'content',
    drafts: 'rules 打印份数',
    content: () => <CopiesSection />,
  },
  {
    key: 'weights',
    group: '文书与规则',
    label: '评查权重',
    words: '扣分、核查项',
    reads: 'content',
    drafts: 'rules 评查权重',
    content: () => <WeightsSection />,
  },
  {
    key: 'recording',
    group: '文书与规则',
    label: '音像记录清单',
    words: '录像、录音、执法记录仪',
    reads: 'content',
    drafts: 'rules 音像记录清单',
    content: () => <RecordingSection />,
  },
  {
    key: 'retention',
    group: '文书与规则',
    label: '保管期限表',
    words: '永久、三十年、十年',
    reads: 'content',
    drafts: 'rules 保管期限表',
    content: () => <RetentionSection />,
  },
  {
    key: 'notes',
    group: '文书与规则',
    label: '待核实事项',
    words: '未经核实、请法规科确认',
    reads: 'content',
    content: () => <NotesSection />,
  },
  {
    key: 'password',
    group: '我的',
    label: '我的密码',
    words: '修改密码',
    reads: 'office',
    content: () => <OwnPasswordSection />,
  },
  {
    key: 'display',
    group: '我的',
    label: '显示',
    words: '字号、深浅、夜间、大字',
    reads: 'office',
    content: () => <DisplaySection />,
  },
];

/** The parts of 设置 for who has these keys, in the order they are shown. */
export const sectionsOf = (reads: Reads): readonly Section[] =>
  sections.filter((section) => reads === 'content' || section.reads === 'office');
