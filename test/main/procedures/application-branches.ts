import { addDays } from '../../../shared/time/moments.ts';
import type { Standing, Way } from '../../support/walk/walker.ts';

/** A way through a procedure that is not the usual one. */
export interface Branch extends Way {
  name: string;
  /** The papers the case ends with, without those every case of its procedure has. */
  papers: string;
}

export const today = ({ now }: Standing): string => now.slice(0, 10);

/** A 法制审核 that agrees. */
export const reviewed: Way['write'] = {
  J29: {
    conclusion: '同意',
    checks: ['主体', '人员资格', '管辖', '事实和证据', '法律适用', '程序', '裁量', '文书', '涉嫌犯罪移送'].map(
      (item) => ({
        item,
        result: '合法适当',
      }),
    ),
  },
  J30: {
    host: '孙伟',
    attendees: [
      { name: '张丽', post: '支队长' },
      { name: '赵强', post: '法规科长' },
      { name: '周静', post: '办公室主任' },
    ],
  },
};

/** Branches of what is applied for: 许可, 工伤认定, 给付. */
export const applicationBranches: readonly Branch[] = [
  { name: '不予受理', procedure: 'permit', take: { accept: 'X06' }, papers: 'X06 J40' },
  { name: '补正后受理', procedure: 'permit', also: { receive: ['X04'] }, papers: 'X04 J40 X05 J40 J31 X11 J40 J47b' },
  { name: '不予许可', procedure: 'permit', take: { decide: 'X12' }, papers: 'X05 J40 J31 X12 J40' },
  {
    name: '延续',
    procedure: 'permit',
    take: { decide: 'X13b' },
    write: { X13b: { certNo: '22040001' } },
    papers: 'X05 J40 J31 X13b J40 J47b',
  },
  {
    name: '利害关系人听证',
    procedure: 'permit',
    also: { 'serve-acceptance': ['X08a'], 'serve-others': ['X08c'] },
    wait: { hear: 14 },
    write: {
      X08c: (standing) => ({ hearingAt: `${addDays(today(standing), 14)}T09:00`, host: '赵强', recorder: '周静' }),
      X08d: (standing) => ({
        host: '赵强',
        recorder: '周静',
        startAt: `${today(standing)}T09:00`,
        endAt: `${today(standing)}T09:25`,
      }),
      ...reviewed,
    },
    papers: 'X05 J40 X08a J40 X08c J40 X08d J29 J31 X11 J40 J47b',
  },
  {
    name: '特别程序和延长',
    procedure: 'permit',
    also: { 'serve-acceptance': ['X09'], 'serve-special-time': ['X10a'] },
    wait: { 'approve-decision': 35 },
    write: {
      X09: { days: 5 },
      X10a: (standing) => ({ oldDeadline: addDays(today(standing), 28), newDeadline: addDays(today(standing), 42) }),
    },
    papers: 'X05 J40 X09 J40 X10a X10b J40 J31 X11 J40 J47b',
  },
  {
    name: '申请人撤回',
    procedure: 'permit',
    also: { 'serve-acceptance': ['J46'] },
    write: { J46: { matter: '申请人撤回申请' }, J45: { closeType: '终结' } },
    papers: 'X05 J40 J46',
  },
  {
    name: '单位限期举证',
    procedure: 'injury',
    write: { G01: { relation: '本人' } },
    papers: 'G03 J40 G05 J40 G06 J31 G09 J40',
  },
  { name: '不予受理', procedure: 'injury', take: { accept: 'G04' }, papers: 'G04 J40' },
  { name: '不予认定', procedure: 'injury', take: { decide: 'G10' }, papers: 'G03 J40 G06 J31 G10 J40' },
  {
    name: '中止和恢复',
    procedure: 'injury',
    write: { G03: { clear: '否，60日内决定' } },
    also: { 'serve-acceptance': ['G07'], 'serve-suspension': ['G08'] },
    wait: { G08: 90, 'approve-decision': 30 },
    papers: 'G03 J40 G07 J40 G08 J40 G06 J31 G09 J40',
  },
  { name: '补正材料', procedure: 'injury', also: { apply: ['G02'] }, papers: 'G02 J40 G03 J40 G06 J31 G09 J40' },
  {
    name: '受理前撤回',
    procedure: 'injury',
    also: { apply: ['J46'] },
    write: { J46: { matter: '申请人撤回申请' }, J45: { closeType: '终结' } },
    papers: 'J46',
  },
  { name: '不予给付', procedure: 'benefit', write: { P01d: { result: '不予给付' } }, papers: 'P01b J40 P01c P01d J40' },
  {
    name: '申请人撤回',
    procedure: 'benefit',
    also: { accept: ['J46'] },
    write: { J46: { matter: '申请人撤回申请' }, J45: { closeType: '终结' } },
    papers: 'P01b J46 J40',
  },
];
