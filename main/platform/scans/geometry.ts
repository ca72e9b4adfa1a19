/** A point of a picture in pixels or of a sheet in points; y runs down. */
export interface Point {
  x: number;
  y: number;
}
export interface Size {
  width: number;
  height: number;
}

/** How a sheet lies in a picture: enlarged by `scale` (pixels a point), turned clockwise by `angle` (degrees), its upper left corner at `origin`. */
export interface Lie {
  scale: number;
  angle: number;
  origin: Point;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export function turned({ x, y }: Point, angle: number): Point {
  const [cos, sin] = [Math.cos(radians(angle)), Math.sin(radians(angle))];
  return { x: cos * x - sin * y, y: sin * x + cos * y };
}

/** Where a point of the sheet is in the picture. */
export function inPicture({ scale, angle, origin }: Lie, point: Point): Point {
  const { x, y } = turned(point, angle);
  return { x: origin.x + scale * x, y: origin.y + scale * y };
}

/** The lie that brings points of the sheet nearest to where they were seen in the picture (least squares); at least two points. */
export function lieOf(onSheet: readonly Point[], seen: readonly Point[]): Lie {
  const [from, to] = [mean(onSheet), mean(seen)];
  let [along, across, spread] = [0, 0, 0];
  for (const [index, { x, y }] of onSheet.entries()) {
    const there = seen[index] ?? to;
    const [dx, dy, sx, sy] = [x - from.x, y - from.y, there.x - to.x, there.y - to.y];
    along += dx * sx + dy * sy;
    across += dx * sy - dy * sx;
    spread += dx * dx + dy * dy;
  }
  const scale = Math.hypot(along, across) / spread;
  const angle = degrees(Math.atan2(across, along));
  const { x, y } = turned(from, angle);
  return { scale, angle, origin: { x: to.x - scale * x, y: to.y - scale * y } };
}

/** How far, in points of the sheet, what was seen lies from where the lie has it: the mean of squares' root. */
export function misfit(lie: Lie, onSheet: readonly Point[], seen: readonly Point[]): number {
  const squares = onSheet.map((point, index) => distance(inPicture(lie, point), seen[index] ?? { x: 0, y: 0 }) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length) / lie.scale;
}

/** An angle as one from -180 (without) to 180 degrees. */
export const asTurn = (angle: number): number => angle - 360 * Math.ceil((angle - 180) / 360);

/** The box, from its upper left corner, that holds a picture turned about its origin. */
export function boxTurned({ width, height }: Size, angle: number): Point & Size {
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ].map((corner) => turned(corner, angle));
  const [left, top] = [Math.min(...corners.map(({ x }) => x)), Math.min(...corners.map(({ y }) => y))];
  return {
    x: left,
    y: top,
    width: Math.max(...corners.map(({ x }) => x)) - left,
    height: Math.max(...corners.map(({ y }) => y)) - top,
  };
}
