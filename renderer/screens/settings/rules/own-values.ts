/** The office's own values with one set; what is proposed anyway, or emptied, is no value of its own. */
export function withOwn<Value>(
  own: Readonly<Record<string, Value>>,
  key: string,
  value: Value | null,
  proposed: Value | null,
): Record<string, Value> {
  const { [key]: _, ...others } = own;
  return value === null || value === proposed ? others : { ...others, [key]: value };
}
