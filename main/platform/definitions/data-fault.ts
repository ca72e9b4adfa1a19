import type { Refusal } from '../../../shared/contract/refusals.ts';

/** A data file (模板、流程、期限、日历、制度、案由、法律目录) that cannot be used, with the line of the fault and a Chinese reason. */
export class DataFault extends Error {
  override readonly name = 'DataFault';
  readonly refusal: Extract<Refusal, { code: 'data-file' }>;

  constructor(file: string, line: number | null, reason: string) {
    super(`${file}${line === null ? '' : `:${line}`} ${reason}`);
    this.refusal = { code: 'data-file', file, line, reason };
  }
}
