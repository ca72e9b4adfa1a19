import type { FaultSource } from '../../../../shared/faults/fault.ts';

export const sourceNames: Readonly<Record<FaultSource, string>> = {
  call: '办理操作',
  bytes: '读取材料',
  job: '后台任务',
  page: '页面',
  process: '程序',
  start: '启动',
};
