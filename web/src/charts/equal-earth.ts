/**
 * The Equal Earth projection (Šavrič, Patterson and Jenny, 2018): countries keep their areas, so that a large one does not look
 * as if it mattered more than it does. In units of the earth's radius; y grows downwards, as on a screen.
 */
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const M = Math.sqrt(3) / 2;
const DEGREE = Math.PI / 180;

const height = (t: number): number => t * (A1 + A2 * t ** 2 + t ** 6 * (A3 + A4 * t ** 2));
const slope = (t: number): number => A1 + 3 * A2 * t ** 2 + t ** 6 * (7 * A3 + 9 * A4 * t ** 2);

/** Of longitude and latitude in degrees. */
export function project([longitude, latitude]: readonly number[]): [number, number] {
  const t = Math.asin(M * Math.sin(latitude! * DEGREE));
  return [(longitude! * DEGREE * Math.cos(t)) / (M * slope(t)), -height(t)];
}

/** The way back, by Newton's method; off by less than a millionth of a degree. */
export function unproject([x, y]: readonly number[]): [number, number] {
  let t = -y! / A1;
  for (let step = 0; step < 8; step++) t -= (height(t) + y!) / slope(t);
  return [(M * x! * slope(t)) / Math.cos(t) / DEGREE, Math.asin(Math.sin(t) / M) / DEGREE];
}
