import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartyDetails } from '../../../shared/identity/party.ts';
import { queries } from '../../data/queries.ts';
import { useRight } from '../../data/rights.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { CredentialDialog } from './credential-dialog.tsx';

export interface FromCredentialProps {
  party: PartyDetails;
  onFill: (party: PartyDetails) => void;
}

/** The way from a form of a party to a picture of its 营业执照 or 身份证. */
export function FromCredential({ party, onFill }: FromCredentialProps) {
  const [isOpen, setOpen] = useState(false);
  const office = useQuery(queries.staff.office.queryOptions());
  const notMine = useRight('households.create');
  return (
    <div data-width="full">
      <ReasonButton kind="quiet" reason={notMine} onClick={() => setOpen(true)} data-testid="from-credential">
        从营业执照、身份证填写…
      </ReasonButton>
      {isOpen && (
        <CredentialDialog
          party={party}
          stillDevice={office.data?.office.stillDevice ?? ''}
          onClose={() => setOpen(false)}
          onFill={(filled) => {
            setOpen(false);
            onFill(filled);
          }}
        />
      )}
    </div>
  );
}
