/** Web Mercator, in which maps that move are drawn: the world is a square of side 1, west to east and north to south. */

/** Where the square ends; nearer to the poles all lies on its edge. */
const LAST_LATITUDE = 85.051129;
const RADIAN = Math.PI / 180;

/** Degrees east and north → from 0 to 1 each. */
export function mercator(longitude: number, latitude: number): readonly [x: number, y: number] {
  const sine = Math.sin(Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, latitude)) * RADIAN);
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** And back: degrees east and north. */
export function fromMercator(x: number, y: number): readonly [longitude: number, latitude: number] {
  return [(x - 0.5) * 360, (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) / RADIAN];
}
