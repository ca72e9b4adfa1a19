/** Items of the case review (案卷评查) and the checks of the same number; papers have these numbers too, so code says which it means. */
export const reviewIds = {
  /** 送达: every paper for somebody outside has its service receipt. */
  serviceReceipts: 'F01',
  /** 送达: leaving, posting and announcing done as they must be. */
  mannerOfService: 'F02',
  /** 执行: proof of compliance, and a demand where it is overdue. */
  compliance: 'G01',
} as const;
