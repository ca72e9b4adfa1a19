import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FolderTicket } from '../../../shared/contract/desktop.ts';
import { FolderChooser } from './folder-chooser.tsx';
import { isComposing } from '../../ui/keys.ts';
import { Labelled } from '../../ui/labelled.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import { useSession } from '../../data/session.ts';
import { queries } from '../../data/queries.ts';
import { FieldAndButton } from '../../ui/form-grid.tsx';

interface FolderProps {
  /** Asks for it in the window's own dialog. */
  title: string;
  /** What the folder is for; left out, something is written into it. */
  label?: string;
  help?: string;
  /** Null while none is settled. */
  folder: FolderTicket | null;
  /** Told null while another one is being typed. */
  onFolder: (folder: FolderTicket | null) => void;
}

/** A folder outside the profile: a folder picked in the window's own dialog, or chosen from a list or typed where the window has none. */
export function TargetFolder(props: FolderProps) {
  const { host } = useSession();
  return host.canChooseFolder ? <Picked {...props} /> : <Typed {...props} />;
}

const LABEL = '存放到';
const HELP = '移动硬盘、光盘刻录文件夹都可以；不要放在案卷库里面。';

function Picked({ title, label = LABEL, help = HELP, folder, onFolder }: FolderProps) {
  const choose = useMutation({
    ...queries.desktop.chooseFolder.mutationOptions(),
    onSuccess: (chosen) => chosen !== null && onFolder(chosen),
  });
  return (
    <>
      <Labelled label={label} required width="full" help={help}>
        {(control) => (
          <FieldAndButton>
            <input {...control} readOnly value={folder?.shown ?? ''} />
            <ReasonButton busy={choose.isPending} onClick={() => choose.mutate({ title })}>
              选择文件夹
            </ReasonButton>
          </FieldAndButton>
        )}
      </Labelled>
      <RefusalNote error={choose.error} onClose={choose.reset} />
    </>
  );
}

function Typed({ title, label = LABEL, help = HELP, folder, onFolder }: FolderProps) {
  const [text, setText] = useState(folder?.shown ?? '');
  const [choosing, setChoosing] = useState(false);
  const choose = (chosen: string): void => {
    setChoosing(false);
    setText(chosen);
    check.mutate({ folder: chosen });
  };
  const check = useMutation({ ...queries.desktop.typedFolder.mutationOptions(), onSuccess: onFolder });
  const use = (): void => {
    if (folder === null && text.trim() !== '') check.mutate({ folder: text.trim() });
  };
  return (
    <>
      <Labelled label={label} required width="full" help={`${help}也可以直接填写完整位置。`}>
        {(control) => (
          <FieldAndButton>
            <input
              {...control}
              name="target-folder"
              autoComplete="off"
              spellCheck={false}
              maxLength={1024}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                onFolder(null);
              }}
              onBlur={use}
              onKeyDown={(event) => event.key === 'Enter' && !isComposing(event.nativeEvent) && use()}
            />
            <ReasonButton onClick={() => setChoosing(true)} data-testid="open-folders">
              选择文件夹
            </ReasonButton>
            <ReasonButton
              reason={folder === null ? null : '就是现在的文件夹。'}
              busy={check.isPending}
              onClick={use}
              data-testid="use-folder"
            >
              用这个文件夹
            </ReasonButton>
          </FieldAndButton>
        )}
      </Labelled>
      {choosing && (
        <FolderChooser
          title={title}
          from={text.trim() === '' ? null : text.trim()}
          onClose={() => setChoosing(false)}
          onChoose={choose}
        />
      )}
      <RefusalNote error={check.error} onClose={check.reset} />
    </>
  );
}
