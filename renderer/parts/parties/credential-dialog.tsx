import { use, useState } from 'react';
import type { PartyDetails } from '../../../shared/identity/party.ts';
import { ActBar } from '../../ui/act-bar.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { SelectField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { dayWords } from '../days/day-words.ts';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import { Camera } from '../uploads/camera.tsx';
import { useDroppedFiles } from '../uploads/upload.tsx';
import { CredentialFields } from './credential-fields.tsx';
import css from './credential-dialog.module.css';
import { type StoredPicture, StoredPicturesContext } from './stored-pictures.ts';
import { useCredential } from './use-credential.ts';

export interface CredentialDialogProps {
  party: PartyDetails;
  /** The document camera of the office; '' where it has none. */
  stillDevice: string;
  onFill: (party: PartyDetails) => void;
  onClose: () => void;
}

const ENDINGS = ['.jpg', '.jpeg', '.png', '.webp', '.tif', '.tiff', '.pdf'];

/** 从证照填写: a photo or scan of a 营业执照 or 身份证 is read, looked at beside what was read, and what is confirmed fills the party. */
export function CredentialDialog({ party, stillDevice, onFill, onClose }: CredentialDialogProps) {
  const { seen, error, isReading, read, drop } = useCredential();
  const [hasCamera, setCamera] = useState(false);
  const take = ([file]: readonly Blob[]): void => {
    setCamera(false);
    if (file !== undefined) read(file);
  };
  useDroppedFiles(isReading || hasCamera ? null : take);
  return (
    <>
      <Dialog title="从证照填写" onClose={onClose} width={seen === null ? 640 : 1180} data-testid="credential">
        {seen !== null ? (
          <CredentialFields seen={seen} party={party} onFill={onFill} onOther={drop} />
        ) : (
          <div className={css.choose}>
            {isReading ? (
              <p role="status">正在识别，一般几秒钟……</p>
            ) : (
              <p>选一张营业执照或者身份证（人像面）的照片、扫描件；也可以直接粘贴（Ctrl+V）或者拖到这里。</p>
            )}
            {!isReading && <FromStored onRead={read} />}
            <RefusalNote error={error} />
            <ActBar note="图片只在本机识别，不保存。">
              {isReading ? (
                <ReasonButton autoFocus onClick={drop}>
                  停止识别
                </ReasonButton>
              ) : (
                <>
                  <ReasonButton onClick={() => setCamera(true)}>拍照</ReasonButton>
                  <FileButton reason={null} accept={ENDINGS} onFiles={take} data-testid="credential-file">
                    选择文件
                  </FileButton>
                </>
              )}
            </ActBar>
          </div>
        )}
      </Dialog>
      {hasCamera && (
        <Camera stillDevice={stillDevice} onClose={() => setCamera(false)} onPhoto={(photo) => take([photo])} />
      )}
    </>
  );
}

/** What the cases have stored already; the likeliest is chosen. */
function FromStored({ onRead }: { onRead: (picture: StoredPicture) => void }) {
  const stored = use(StoredPicturesContext);
  const [chosen, choose] = useState('');
  const picture = stored.find(({ exhibitId }) => exhibitId === chosen) ?? stored[0];
  if (picture === undefined) return null;
  return (
    <div className={css.stored}>
      <SelectField
        label="或者识别已经收存的证据"
        name="credential-stored"
        options={stored.map(({ exhibitId, title, at }) => ({
          value: exhibitId,
          label: `${title}（${dayWords(at.slice(0, 10))}收存）`,
        }))}
        value={picture.exhibitId}
        onChange={choose}
      />
      <ReasonButton onClick={() => onRead(picture)} data-testid="read-stored">
        识别这一份
      </ReasonButton>
    </div>
  );
}
