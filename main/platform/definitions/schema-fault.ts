import type * as z from 'zod';

/** The first fault a schema found, as the place in the file and a Chinese reason. */
export function sayIssue(error: z.ZodError): { path: PropertyKey[]; reason: string } {
  const issue = error.issues[0];
  return issue === undefined ? { path: [], reason: '内容不合要求' } : deepest(issue, []);
}

type Issue = z.core.$ZodIssue;

/** A union fails with one list of faults for each choice; the choice that got furthest is the one the writer meant. */
function deepest(issue: Issue, above: PropertyKey[]): { path: PropertyKey[]; reason: string } {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return { path: [...path, issue.keys[0] ?? ''], reason: `不认识的项“${issue.keys.join('、')}”` };
  if (issue.code === 'invalid_union') {
    const nested = issue.errors
      .flatMap((choice) => choice.slice(0, 1))
      .toSorted((a, b) => b.path.length - a.path.length)[0];
    return nested === undefined || nested.path.length === 0
      ? { path, reason: `“${nameOf(path)}”的写法不对` }
      : deepest(nested, path);
  }
  return { path, reason: reasonOf(issue, nameOf(path)) };
}

const nameOf = (path: PropertyKey[]): string => String(path.findLast((part) => typeof part === 'string') ?? '文件');

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true或false',
  array: '列表',
  object: '一组键和值',
  record: '一组键和值',
};

const MEASURES: Readonly<Record<string, string>> = { string: '字', array: '项' };

function reasonOf(issue: Issue, name: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? `缺少“${name}”`
        : `“${name}”应为${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.input === undefined && issue.values.length === 0
        ? `缺少“${name}”`
        : `“${name}”只能是：${issue.values.map(String).join('、')}`;
    case 'invalid_key':
      return `“${name}”不能用作键`;
    case 'too_small':
      return `“${name}”至少为${String(issue.minimum)}${MEASURES[issue.origin] ?? ''}`;
    case 'too_big':
      return `“${name}”最多为${String(issue.maximum)}${MEASURES[issue.origin] ?? ''}`;
    case 'invalid_format':
      return `“${name}”的格式不对`;
    default:
      return `“${name}”不合要求`;
  }
}
