import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Tray } from '../../../shared/contract/tray.ts';
import { queries } from '../../data/queries.ts';
import { useRight } from '../../data/rights.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { Camera } from '../../parts/uploads/camera.tsx';
import { UploadList, useDroppedFiles } from '../../parts/uploads/upload.tsx';
import { useTrayUploads } from '../../parts/uploads/uploads.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { Segments, segmentPane } from '../../ui/segments.tsx';
import { AsideDialog } from './aside-dialog.tsx';
import { ScanFolderDialog } from './scan-folder-dialog.tsx';
import { SheetView } from './sheet-view.tsx';
import { itemsOf, type TrayItem } from './tray-items.ts';
import { TrayQueue } from './tray-queue.tsx';
import css from './tray.module.css';
import { useTrayActs } from './use-tray-acts.ts';
import { WhatUnknown, FileTrouble, PlaceProposal, StillOut } from './where-to.tsx';

/** 收件: sheets that came in on paper, until a person puts each where it belongs (第十七条). */
export function TrayScreen() {
  const notMine = useRight('tray.list');
  const tray = useQuery({ ...queries.tray.list.queryOptions(), enabled: notMine === null });
  const isReady = tray.isFetched || notMine !== null;
  return (
    <div className={css.screen} data-ready={isReady ? 'tray' : undefined}>
      {notMine === null ? (
        <Receiving />
      ) : (
        <>
          <ScreenHead title="收件" />
          <EmptyState title="收件不在您的岗位之内。" why={notMine} />
        </>
      )}
      <RefusalNote error={tray.error} />
      {tray.data !== undefined && <OpenTray tray={tray.data} />}
    </div>
  );
}

const CHOOSE = 'add-scans';

/** The ways in: files chosen or dropped anywhere, and the camera. */
function Receiving() {
  const [camera, setCamera] = useState(false);
  const [folder, setFolder] = useState(false);
  const uploads = useTrayUploads();
  const office = useQuery(queries.staff.office.queryOptions());
  const reason = useRight('tray.begin');
  const isDragging = useDroppedFiles(reason === null ? (files) => uploads.add(files, '添加') : null);
  useKey('Alt+P', reason === null ? () => setCamera(true) : null, { hint: '拍照' });
  useKey(
    'Alt+N',
    reason === null ? () => document.querySelector<HTMLElement>(`[data-testid=${CHOOSE}]`)?.click() : null,
    {
      hint: '添加扫描件',
    },
  );
  return (
    <>
      <ScreenHead title="收件" facts="签好的文书扫描或者拍照，先放这里，再归进案件">
        <ReasonButton reason={reason} onClick={() => setFolder(true)} data-testid="scan-folder">
          扫描仪文件夹
        </ReasonButton>
        <ReasonButton keyHint="Alt+P" reason={reason} onClick={() => setCamera(true)}>
          拍照
        </ReasonButton>
        <FileButton
          keyHint="Alt+N"
          data-testid={CHOOSE}
          reason={reason}
          onFiles={(files) => uploads.add(files, '添加')}
        >
          添加扫描件
        </FileButton>
      </ScreenHead>
      {isDragging && (
        <div className={css.drop} role="status">
          松开鼠标，放进收件
        </div>
      )}
      {uploads.items.length > 0 && <UploadList items={uploads.items} onDrop={uploads.drop} />}
      {folder && <ScanFolderDialog onClose={() => setFolder(false)} />}
      {camera && (
        <Camera
          stillDevice={office.data?.office.stillDevice ?? ''}
          onClose={() => setCamera(false)}
          onPhoto={(photo) => uploads.add([photo], '拍照')}
        />
      )}
    </>
  );
}

type Shown = 'queue' | 'sheet' | 'where';

function OpenTray({ tray }: { tray: Tray }) {
  const items = itemsOf(tray);
  const [chosenKey, choose] = useState<string>();
  const [place, setPlace] = useState(0);
  const [shown, show] = useState<Shown>('queue');
  const [aside, setAside] = useState(false);
  const chosen = items.findIndex(({ key }) => key === chosenKey);
  // What is put away leaves; the one that took its place is next.
  const index = chosen >= 0 ? chosen : Math.min(place, items.length - 1);
  const item = items[index];
  const acts = useTrayActs(() => {
    setPlace(index);
    choose(undefined);
  });
  const go = (to: number): void => choose(items[Math.max(0, Math.min(to, items.length - 1))]?.key);
  useKey('Alt+ArrowDown', items.length > 1 ? () => go(index + 1) : null, { hint: '下一份' });
  useKey('Alt+ArrowUp', items.length > 1 ? () => go(index - 1) : null);
  if (item === undefined) return <NothingHere />;
  return (
    <>
      <Segments
        label="看哪一部分"
        segments={[
          { key: 'queue', name: '收到的', count: String(items.length) },
          { key: 'sheet', name: '扫描件' },
          { key: 'where', name: '归到哪里' },
        ]}
        shown={shown}
        onShow={show}
      />
      <div className={css.panes}>
        <div className={css.queue} data-pane {...segmentPane('queue', shown)}>
          <TrayQueue items={items} chosen={item.key} onChoose={choose} />
        </div>
        <ItemInHand
          key={item.key}
          item={item}
          tray={tray}
          shown={shown}
          acts={acts}
          onAside={() => setAside(true)}
          onShow={show}
        />
      </div>
      {aside && <AsideDialog item={item} acts={acts} onClose={() => setAside(false)} />}
    </>
  );
}

const NothingHere = () => (
  <div className={css.nothing} data-pane tabIndex={-1}>
    <EmptyState
      title="收件里没有东西。"
      why="签好的文书扫描成图片或者 PDF，拖到这里，或者按 Alt+N 添加；凭页脚的识别码会自己认出是哪份文书的哪一页。"
      article={17}
    />
  </div>
);

interface ItemInHandProps {
  item: TrayItem;
  tray: Tray;
  shown: Shown;
  acts: ReturnType<typeof useTrayActs>;
  onAside: () => void;
  onShow: (shown: Shown) => void;
}

function ItemInHand({ item, tray, shown, acts, onAside, onShow }: ItemInHandProps) {
  const [index, setIndex] = useState(0);
  const sheets =
    item.kind === 'proposal'
      ? [...item.proposal.sheets, ...item.proposal.doubles]
      : item.kind === 'unknown'
        ? item.unknown.sheets
        : [];
  const showSheet = (to: number): void => {
    setIndex(to);
    onShow('sheet');
  };
  return (
    <>
      <div className={css.sheet} data-pane {...segmentPane('sheet', shown)}>
        <SheetView
          sheets={sheets}
          pages={item.kind === 'proposal' ? item.proposal.pages : null}
          index={Math.min(index, Math.max(0, sheets.length - 1))}
          onIndex={setIndex}
          onTurn={acts.turn}
          onStraighten={acts.straighten}
        />
      </div>
      <div className={css.where} data-pane {...segmentPane('where', shown)}>
        <RefusalNote error={acts.error} onClose={acts.forget} />
        {item.kind === 'proposal' && <PlaceProposal item={item} acts={acts} onAside={onAside} onSheet={showSheet} />}
        {item.kind === 'unknown' && <WhatUnknown item={item} papers={tray.out} acts={acts} onAside={onAside} />}
        {item.kind === 'file' && <FileTrouble item={item} acts={acts} onAside={onAside} />}
        {item.kind === 'out' && <StillOut paper={item.out} />}
      </div>
    </>
  );
}
