import { boxTurned, type Point, type Size, turned } from '../scans/geometry.ts';

/** Where the detector sees ink of text: a probability for each pixel. */
export interface TextMap extends Size {
  data: Float32Array;
}
export type LineBox = Point & Size;

/** As PP-OCR takes its map: what counts as text, the mean a whole line must have, and by how much the map shrinks a line. */
const isText = 0.3;
const leastMean = 0.5;
const shrunkBy = 1.6;
/** Pixels of the map; what is smaller is a speck. */
const leastSide = 3;
/** A line that is longer than this times its height tells how the page lies. */
const tellsAngle = 3;

/** Pixels that hang together, as offsets into the map. */
type Blob = number[];

/** The pixels of text, each piece that hangs together by itself. */
function blobsIn({ data, width, height }: TextMap): Blob[] {
  const seen = new Uint8Array(data.length);
  const blobs: Blob[] = [];
  for (let start = 0; start < data.length; start += 1) {
    if (seen[start] === 1 || (data[start] ?? 0) <= isText) continue;
    const blob: Blob = [start];
    seen[start] = 1;
    let sum = 0;
    for (const place of blob) {
      sum += data[place] ?? 0;
      const [x, y] = [place % width, Math.floor(place / width)];
      for (const next of [
        x > 0 ? place - 1 : -1,
        x < width - 1 ? place + 1 : -1,
        y > 0 ? place - width : -1,
        y < height - 1 ? place + width : -1,
      ]) {
        if (next < 0 || seen[next] === 1 || (data[next] ?? 0) <= isText) continue;
        seen[next] = 1;
        blob.push(next);
      }
    }
    if (sum / blob.length >= leastMean) blobs.push(blob);
  }
  return blobs;
}

/** How a blob lies: the angle of its longer axis in degrees, clockwise, and both axes by their spread. */
function lieOfBlob(blob: Blob, width: number): { angle: number; along: number; across: number } {
  let [sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0];
  for (const place of blob) {
    const [x, y] = [place % width, Math.floor(place / width)];
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
    syy += y * y;
  }
  const count = blob.length;
  const [cxx, cyy] = [sxx / count - (sx / count) ** 2, syy / count - (sy / count) ** 2];
  const cxy = sxy / count - (sx / count) * (sy / count);
  const [mean, spread] = [(cxx + cyy) / 2, Math.hypot((cxx - cyy) / 2, cxy)];
  return {
    angle: (Math.atan2(2 * cxy, cxx - cyy) * 90) / Math.PI,
    along: Math.sqrt(mean + spread),
    across: Math.sqrt(Math.max(0, mean - spread)),
  };
}

/** The angle (-90 to 90 degrees, clockwise) by which most of the text lies off the level. */
function angleOf(blobs: readonly Blob[], width: number): number {
  const lies = blobs
    .map((blob) => lieOfBlob(blob, width))
    .filter(({ along, across }) => along > tellsAngle * across)
    .toSorted((a, b) => a.angle - b.angle);
  const half = lies.reduce((sum, { along }) => sum + along, 0) / 2;
  const isLying = lies.filter(({ angle }) => Math.abs(angle) > 45).reduce((sum, { along }) => sum + along, 0) > half;
  // Counted from its quarter turn: -89° and 89° are neighbours.
  const near = (angle: number): number => (isLying && angle < 0 ? angle + 180 : angle);
  let passed = 0;
  for (const { angle, along } of lies.toSorted((a, b) => near(a.angle) - near(b.angle))) {
    passed += along;
    if (passed >= half) return near(angle);
  }
  return 0;
}

/** The lines of a map and the angle they all lie at; boxes in pixels of `picture` after it was turned back by that angle. */
export function findLines(map: TextMap, picture: Size): { angle: number; boxes: LineBox[] } {
  const blobs = blobsIn(map);
  const angle = angleOf(blobs, map.width);
  const whole = boxTurned(picture, -angle);
  const [across, down] = [picture.width / map.width, picture.height / map.height];
  const boxes = blobs.flatMap((blob) => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const place of blob) {
      const there = { x: (place % map.width) * across, y: Math.floor(place / map.width) * down };
      const { x, y } = turned(there, -angle);
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x + across), Math.max(bottom, y + down)];
    }
    const [width, height] = [right - left, bottom - top];
    if (width < leastSide * across || height < leastSide * down) return [];
    const more = (width * height * shrunkBy) / (2 * (width + height));
    const box = {
      x: left - whole.x - more,
      y: top - whole.y - more,
      width: width + 2 * more,
      height: height + 2 * more,
    };
    return [within(box, whole)];
  });
  return { angle, boxes };
}

/** The box in whole pixels, within a picture of this size. */
function within({ x, y, width, height }: LineBox, size: Size): LineBox {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  const [right, bottom] = [Math.min(Math.floor(size.width), x + width), Math.min(Math.floor(size.height), y + height)];
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.floor(right - left)),
    height: Math.max(1, Math.floor(bottom - top)),
  };
}
