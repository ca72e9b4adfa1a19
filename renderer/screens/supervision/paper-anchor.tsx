import { useMutation } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { useState } from 'react';
import type { supervision } from '../../../shared/contract/supervision.ts';
import { queries } from '../../data/queries.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './supervision.module.css';

type Compared = InferContractRouterOutputs<typeof supervision>['comparePaperAnchor'];

/** The anchor on the last slip against this machine: an older copy of the whole folder is told by nothing on the machine itself. */
export function PaperAnchor() {
  const [code, setCode] = useState('');
  const compare = useMutation(queries.supervision.comparePaperAnchor.mutationOptions());
  return (
    <details className={css.wide}>
      <summary>核对纸上锚点</summary>
      <form
        aria-label="核对纸上锚点"
        className={css.anchorForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') compare.mutate({ code });
        }}
      >
        <TextField
          required
          label="清单、回执上的锚点"
          maxLength={60}
          autoComplete="off"
          name="paper-anchor"
          value={code}
          onChange={setCode}
        />
        <ReasonButton
          type="submit"
          reason={code.trim() === '' ? '请照最近一张移送清单或者回执输入锚点。' : null}
          busy={compare.isPending}
        >
          与本机核对
        </ReasonButton>
        <RefusalNote error={compare.error} onClose={compare.reset} />
        {compare.data !== undefined && <Outcome compared={compare.data} />}
      </form>
    </details>
  );
}

function Outcome({ compared }: { compared: Compared }) {
  const isGood = compared.outcome === 'same';
  return (
    <p className={isGood ? css.good : css.bad} role={isGood ? 'status' : 'alert'}>
      {sentenceOf(compared)}
    </p>
  );
}

function sentenceOf({ outcome, seq, entries }: Compared): string {
  switch (outcome) {
    case 'same':
      return `一致：第${seq}条和以前的记录都在本机，没有被换过。`;
    case 'other':
      return `不一致：本机的第${seq}条记录不是纸上的那一条，案卷库可能被换成了另一份。请先核对有没有输错；没有输错的，请停止使用，并报告法规科。`;
    case 'missing':
      return `本机只记到第${entries}条，没有纸上的第${seq}条：案卷库可能被换成了旧的。请停止使用，用备份核对，并报告法规科。`;
    case 'unreadable':
      return '锚点没有输全。照纸上的样子输入，例如 3F9A-07C2-81DE 第128条。';
  }
}
