import type { PartyDetails } from '../../../shared/identity/party.ts';
import { hasOddCheck } from '../../../shared/identity/uscc.ts';
import { TextField } from '../../ui/labelled-fields.tsx';

export interface CodeCheckProps {
  value: PartyDetails;
  onChange: (value: PartyDetails) => void;
  onBlur: () => void;
  problem: string | null | undefined;
}

/** Asked where only the check symbol of a code does not fit: it is taken once somebody says how it was compared with the licence. */
export function CodeCheck({ value, onChange, onBlur, problem }: CodeCheckProps) {
  if (!hasOddCheck(value.uscc)) return null;
  return (
    <TextField
      label="已与营业执照核对"
      required
      width="full"
      help="写明怎样核对的，例如“与执照正本逐位核对一致”；随一户式档案保存。"
      name="party-usccChecked"
      autoComplete="off"
      maxLength={128}
      problem={problem}
      value={value.usccChecked}
      onChange={(usccChecked) => onChange({ ...value, usccChecked })}
      onBlur={onBlur}
    />
  );
}
