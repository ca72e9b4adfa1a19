import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/labelled-fields.tsx';
import { isComposing } from '../../ui/keys.ts';
import { fetchBytes } from '../../data/fetch-bytes.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import css from './camera.module.css';
import { ActBar } from '../../ui/act-bar.tsx';
import { Note } from '../../ui/note.tsx';

interface CameraProps {
  /** A kept photo, in the full resolution of the camera. */
  onPhoto: (photo: File) => void;
  /** A document camera beside the browser's own ones; '' where the office has none. */
  stillDevice: string;
  onClose: () => void;
}

/** Stills through the camera: Space shoots, Enter keeps, Backspace shoots anew. */
export function Camera({ onPhoto, onClose, stillDevice }: CameraProps) {
  const [deviceId, setDeviceId] = useState<string>();
  const video = useRef<HTMLVideoElement>(null);
  const { devices, stream, fault } = useCamera(deviceId);
  const shot = useShot(video);
  const { photo, address, shoot, forget } = shot;
  const still = useMutation({ mutationFn: takeStill, onSuccess: shot.show });
  const keep = (): void => {
    if (photo === undefined) return;
    onPhoto(photo);
    forget();
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.target instanceof HTMLSelectElement) return;
    const keys: Readonly<Record<string, () => void>> =
      photo === undefined ? { ' ': shoot } : { Enter: keep, Backspace: forget };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <Dialog title="拍照" onClose={onClose} width={860} data-testid="camera">
      <div className={css.camera} onKeyDown={onKeyDown}>
        {still.error !== null && <RefusalNote error={still.error} />}
        {fault !== null && (
          <Note isAlert>
            <p>{fault}</p>
          </Note>
        )}
        <div className={css.picture}>
          <video
            ref={(element) => showIn(element, stream, video)}
            autoPlay
            muted
            playsInline
            hidden={photo !== undefined}
            aria-label="取景"
          />
          {address !== undefined && <img src={address} alt="刚拍的照片" />}
        </div>
        <ActBar>
          {devices.length > 1 && <DeviceSelect devices={devices} value={deviceId} onChange={setDeviceId} />}
          {photo !== undefined ? (
            <ReviewButtons onForget={forget} onKeep={keep} />
          ) : (
            <>
              {stillDevice !== '' && (
                <ReasonButton busy={still.isPending} onClick={() => still.mutate()}>
                  用文稿相机拍
                </ReasonButton>
              )}
              <ShootButton isReady={stream !== null} onShoot={shoot} />
            </>
          )}
        </ActBar>
      </div>
    </Dialog>
  );
}

function DeviceSelect({
  devices,
  value,
  onChange,
}: {
  devices: readonly MediaDeviceInfo[];
  value: string | undefined;
  onChange: (deviceId: string) => void;
}) {
  return (
    <label className={css.device}>
      摄像头
      <Select
        options={devices.map(({ deviceId, label }, index) => ({
          value: deviceId,
          label: label === '' ? `摄像头 ${index + 1}` : label,
        }))}
        value={value ?? devices[0]?.deviceId ?? ''}
        onChange={onChange}
      />
    </label>
  );
}

function ShootButton({ isReady, onShoot }: { isReady: boolean; onShoot: () => void }) {
  return (
    <ReasonButton
      kind="primary"
      autoFocus
      data-testid="shoot"
      keyHint="空格"
      reason={isReady ? null : '摄像头还没有画面。'}
      onClick={onShoot}
    >
      拍照
    </ReasonButton>
  );
}

function ReviewButtons({ onForget, onKeep }: { onForget: () => void; onKeep: () => void }) {
  return (
    <>
      <ReasonButton keyHint="退格" onClick={onForget}>
        重拍
      </ReasonButton>
      <ReasonButton kind="primary" autoFocus data-testid="keep-photo" keyHint="回车" onClick={onKeep}>
        留用
      </ReasonButton>
    </>
  );
}

interface CameraState {
  devices: readonly MediaDeviceInfo[];
  /** What the camera sees, in its highest resolution; null until it is open. */
  stream: MediaStream | null;
  fault: string | null;
}

/** Opens the camera and lets it go afterwards. */
function useCamera(deviceId: string | undefined): CameraState {
  const [state, setState] = useState<CameraState>({ devices: [], stream: null, fault: null });
  useEffect(() => {
    const opened = navigator.mediaDevices.getUserMedia({
      video: {
        ...(deviceId !== undefined && { deviceId: { exact: deviceId } }),
        width: { ideal: 4096 },
        height: { ideal: 2160 },
      },
    });
    let gone = false;
    const show = async (): Promise<void> => {
      const stream = await opened;
      const devices = (await navigator.mediaDevices.enumerateDevices()).filter(
        (device) => device.kind === 'videoinput',
      );
      if (!gone) setState({ devices, stream, fault: null });
    };
    show().catch((fault: unknown) => {
      if (!gone) setState((before) => ({ ...before, stream: null, fault: cameraFaultSentence(fault) }));
    });
    return () => {
      gone = true;
      // A camera that never opened has nothing to let go.
      opened.then(
        (stream) => stream.getTracks().forEach((track) => track.stop()),
        () => undefined,
      );
    };
  }, [deviceId]);
  return state;
}

function showIn(
  element: HTMLVideoElement | null,
  stream: MediaStream | null,
  video: RefObject<HTMLVideoElement | null>,
): void {
  video.current = element;
  if (element !== null && element.srcObject !== stream) element.srcObject = stream;
}

interface Shot {
  photo: File | undefined;
  address: string | undefined;
  shoot: () => void;
  /** Shows a picture taken elsewhere. */
  show: (photo: File) => void;
  forget: () => void;
}

function useShot(video: RefObject<HTMLVideoElement | null>): Shot {
  const [shot, setShot] = useState<{ photo: File; address: string }>();
  useEffect(
    () => () => {
      if (shot !== undefined) URL.revokeObjectURL(shot.address);
    },
    [shot],
  );
  const show = (photo: File): void => setShot({ photo, address: URL.createObjectURL(photo) });
  const shoot = (): void => {
    if (video.current === null || video.current.videoWidth === 0) return;
    void stillOf(video.current).then(show);
  };
  return { photo: shot?.photo, address: shot?.address, shoot, show, forget: () => setShot(undefined) };
}

/** A picture of the document camera, taken by the workstation. */
async function takeStill(): Promise<File> {
  const response = await fetchBytes(byteRoutes.still, {});
  return new File([await response.blob()], '照片.jpg', { type: 'image/jpeg' });
}

/** The picture on show as a JPEG of the camera's own resolution. */
async function stillOf(video: HTMLVideoElement): Promise<File> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const picture = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  return new File([picture], '照片.jpg', { type: 'image/jpeg' });
}

function cameraFaultSentence(fault: unknown): string {
  switch (fault instanceof DOMException ? fault.name : '') {
    case 'NotAllowedError':
      return '系统没有允许本程序使用摄像头，请在系统的隐私设置中允许后再试。';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return '没有找到摄像头。请接好摄像头或者高拍仪，再打开一次。';
    case 'NotReadableError':
      return '摄像头正被其他程序占用，请关闭那个程序后再试。';
    default:
      return '摄像头没有打开，请重新插接后再试。';
  }
}
