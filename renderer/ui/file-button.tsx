import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { ButtonLabel, buttonLook, ReasonButton } from './reason-button.tsx';

export interface FileButtonProps {
  /** `quiet` in rows and toolbars. */
  kind?: 'plain' | 'quiet';
  /** Why no file can be chosen now; the button greys and says so. */
  reason: string | null;
  /** Shown at the right of the label; the key itself is bound by `useKey`. */
  keyHint?: string;
  /** Endings the window of the system shows; left out, all files. */
  accept?: readonly string[];
  onFiles: (files: File[]) => void;
  'data-testid'?: string;
  'data-add-exhibit'?: true;
  children: ReactNode;
}

/** Lets files be chosen in the window of the system; the same file can be chosen again. */
export function FileButton({ kind = 'plain', reason, keyHint, accept, onFiles, children, ...rest }: FileButtonProps) {
  if (reason !== null)
    return (
      <ReasonButton kind={kind} reason={reason} keyHint={keyHint} {...rest}>
        {children}
      </ReasonButton>
    );
  return (
    <FileTrigger
      allowsMultiple
      {...(accept !== undefined && { acceptedFileTypes: accept })}
      onSelect={(files) => onFiles([...(files ?? [])])}
    >
      <Button className={buttonLook(kind)} {...rest}>
        <ButtonLabel keyHint={keyHint}>{children}</ButtonLabel>
      </Button>
    </FileTrigger>
  );
}
