import { useState } from 'react';
import type { ControlProps } from '../../../ui/labelled.tsx';
import { articlesTyped } from './template-draft.ts';

/** Numbers of articles as a line of text: 13、22. What is no article is left out when the field is left. */
export function ArticlesInput({
  value,
  onChange,
  readOnly,
  control,
  name,
}: {
  value: readonly number[];
  onChange: (articles: number[]) => void;
  readOnly: boolean;
  control: ControlProps;
  name: string;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = (): void => {
    if (typed !== null) onChange(articlesTyped(typed));
    setTyped(null);
  };
  return (
    <input
      {...control}
      className="input"
      name={name}
      autoComplete="off"
      placeholder="如 13、22"
      readOnly={readOnly}
      value={typed ?? value.join('、')}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
    />
  );
}
