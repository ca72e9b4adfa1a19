import type { Template } from '../../shared/template/template.ts';

/** Kinds of papers (类别); what clerks use most comes first. */
export const DOMAINS = ['监察', '通用', '检查', '强制', '许可', '工伤', '给付', '奖励', '稽核', '征收', '归档', '应诉'];

const place = ({ domain }: Template): number => (DOMAINS.includes(domain) ? DOMAINS.indexOf(domain) : DOMAINS.length);

export const usualTemplatesFirst = (templates: readonly Template[]): Template[] =>
  templates.toSorted((a, b) => place(a) - place(b));
