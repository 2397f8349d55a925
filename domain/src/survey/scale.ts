/** Which scores a survey is answered by: CSAT 1 to 5, NPS 0 to 10, effort 1 (very easy) to 5 or 7 (docs/definitions.md, D.8). */
import type { Survey } from '../event/index.ts';

export const CES_SCALES = [5, 7] as const;
export type CesScale = (typeof CES_SCALES)[number];

/** The highest score possible, as `survey.answered` says it. */
export const scaleOf = (survey: Survey, cesScale: CesScale): number => ({ csat: 5, nps: 10, ces: cesScale })[survey];

/** All scores that can be given, the lowest first. */
export function scoresOf(survey: Survey, scale: number): number[] {
  const lowest = survey === 'nps' ? 0 : 1;
  return Array.from({ length: scale - lowest + 1 }, (_, index) => lowest + index);
}

/** The score that somebody wrote, as a form or an address brings it; null where it is none of the survey. */
export function scoreIn(text: unknown, survey: Survey, scale: number): number | null {
  if (typeof text !== 'string' || !/^\d{1,2}$/.test(text)) return null;
  const score = Number(text);
  return scoresOf(survey, scale).includes(score) ? score : null;
}
