/** Follows the parts of a picture as its bytes come, whatever size the pieces have. */
export interface EndFinder {
  read: (piece: Uint8Array) => void;
  /** Where the picture ends, in bytes from the beginning of the file; null when its end has not come. */
  end: () => number | null;
}

const endOfImage = 0xd9;
const startOfScan = 0xda;
/** Markers without a length: TEM, RST0–RST7, SOI. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** What stands behind 0xFF within a scan and does not end it: a stuffed 0 and the restart markers. */
const isWithinScan = (byte: number): boolean => byte === 0 || (byte >= 0xd0 && byte <= 0xd7);

type Awaiting = 'marker' | 'length' | 'segment' | 'scan';

/**
 * Where a JPEG ends. Phones put a film behind it, card readers pad it with zeros: neither makes it incomplete, and an end of image within
 * that film, or of the small picture in its head, is not its own.
 */
export function jpegEnd(): EndFinder {
  let awaiting: Awaiting = 'marker';
  let place = 0;
  let end: number | null = null;
  let behindMark = false;
  let marker = 0;
  let lengthBytes = 0;
  let left = 0;

  function takeMarker(byte: number): void {
    if (!behindMark || byte === 0xff) {
      behindMark = byte === 0xff;
      return;
    }
    behindMark = false;
    marker = byte;
    if (byte === endOfImage) end = place + 1;
    else if (!isBare(byte)) [awaiting, lengthBytes, left] = ['length', 0, 0];
  }

  function takeLength(byte: number): void {
    left = left * 256 + byte;
    lengthBytes += 1;
    if (lengthBytes < 2) return;
    left = Math.max(0, left - 2);
    awaiting = 'segment';
    if (left === 0) endSegment();
  }

  function endSegment(): void {
    awaiting = marker === startOfScan ? 'scan' : 'marker';
  }

  function takeOfScan(byte: number): void {
    if (behindMark && !isWithinScan(byte) && byte !== 0xff) {
      awaiting = 'marker';
      takeMarker(byte);
    } else behindMark = byte === 0xff;
  }

  /** How many bytes from `index` on may be passed over without looking at each. */
  function passed(piece: Uint8Array, index: number): number {
    if (awaiting === 'segment') return Math.min(left, piece.length - index);
    if (awaiting !== 'scan' || behindMark) return 0;
    const next = piece.indexOf(0xff, index);
    return (next < 0 ? piece.length : next) - index;
  }

  function read(piece: Uint8Array): void {
    for (let index = 0; index < piece.length && end === null;) {
      const over = passed(piece, index);
      if (over > 0) {
        index += over;
        place += over;
        if (awaiting === 'segment' && (left -= over) === 0) endSegment();
        continue;
      }
      const byte = piece[index] ?? 0;
      if (awaiting === 'marker') takeMarker(byte);
      else if (awaiting === 'length') takeLength(byte);
      else takeOfScan(byte);
      index += 1;
      place += 1;
    }
  }

  return { read, end: () => end };
}
