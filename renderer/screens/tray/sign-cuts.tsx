import { useEffect, useRef, useState } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { TrayProposal, TraySheet } from '../../../shared/contract/tray.ts';
import { looksEmpty, placeOfInk, placeShown } from '../../../shared/template/sign-cut.ts';
import type { SignPlace } from '../../../shared/template/sign-place.ts';
import css from './sign-cuts.module.css';

/** Where the picture of a sheet is; another one once it was turned. */
export const addressOfSheet = ({ id, picture }: TraySheet): string =>
  `${byteRoutes.trayPicture.url({ sheetId: id })}?${picture}`;

export interface SignCutsProps {
  proposal: TrayProposal;
  /** Shows the sheet of a place; `index` among the sheets of the proposal. */
  onSheet: (index: number) => void;
}

interface Cut {
  place: SignPlace;
  label: string;
  sheet: TraySheet;
  index: number;
}

/** A sheet as its codes put it: there points of the print are pixels. */
const liesByCodes = ({ straightened, quarters, angle }: TraySheet): boolean =>
  straightened && quarters === 0 && angle === 0;

/** The places of a proposal that lie on sheets which were straightened by their codes; on others nobody knows where they are. */
function cutsOf({ places, sheets, signers }: TrayProposal): Cut[] {
  return places.flatMap((place) => {
    const index = sheets.findIndex((each) => liesByCodes(each) && each.page === place.page + 1);
    const sheet = sheets[index];
    const several = (signers.find(({ role }) => role === place.role)?.count ?? 1) > 1;
    const label = `${place.role}${several ? `（${place.index + 1}）` : ''}，第${place.page + 1}页`;
    return sheet === undefined ? [] : [{ place, label, sheet, index }];
  });
}

/** The places to sign, cut out of the sheets and put under each other, so that one look tells which is empty. */
export function SignCuts({ proposal, onSheet }: SignCutsProps) {
  const cuts = cutsOf(proposal);
  if (cuts.length === 0) return null;
  return (
    <section className={css.cuts} aria-label="签名处">
      <h3>签名处 {cuts.length} 处，请逐处看是不是签了</h3>
      {cuts.map((cut) => (
        <CutOut key={`${cut.sheet.id} ${cut.place.role} ${cut.place.index}`} cut={cut} onSheet={onSheet} />
      ))}
    </section>
  );
}

function CutOut({ cut: { place, label, sheet, index }, onSheet }: { cut: Cut; onSheet: (index: number) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [empty, setEmpty] = useState(false);
  useEffect(() => {
    let gone = false;
    void loaded(addressOfSheet(sheet)).then((picture) => {
      if (gone || picture === null || canvas.current === null) return;
      draw(canvas.current, picture, place, sheet);
      setEmpty(isEmpty(picture, place, sheet));
    });
    return () => {
      gone = true;
    };
  }, [sheet, place]);
  return (
    <button type="button" className={css.cut} data-testid="sign-cut" onClick={() => onSheet(index)}>
      <span>
        {label}
        {empty && <span className={css.empty}>好像是空的</span>}
      </span>
      <canvas ref={canvas} className={css.picture} />
    </button>
  );
}

/** The picture of a sheet; null where it does not come, which the large view says. */
async function loaded(address: string): Promise<HTMLImageElement | null> {
  const picture = new Image();
  picture.src = address;
  return picture.decode().then(
    () => picture,
    () => null,
  );
}

function draw(canvas: HTMLCanvasElement, picture: HTMLImageElement, place: SignPlace, sheet: TraySheet): void {
  const { x, y, width, height } = placeShown(place, sheet);
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  canvas.getContext('2d')?.drawImage(picture, x, y, width, height, 0, 0, canvas.width, canvas.height);
}

function isEmpty(picture: HTMLImageElement, place: SignPlace, sheet: TraySheet): boolean {
  const { x, y, width, height } = placeOfInk(place, sheet);
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) return false;
  context.drawImage(picture, x, y, width, height, 0, 0, width, height);
  return looksEmpty({ pixels: context.getImageData(0, 0, width, height).data, width, channels: 4 });
}
