/** Which of the outages and incidents a map is asked to show. Lists are words with commas between. */
export interface Narrowing {
  severity?: string;
  stage?: string;
  service?: string;
  region?: string;
  source?: string;
  planned?: boolean;
}

/** The values of one filter, each once. */
export const valuesOf = (text: string | undefined): string[] =>
  [...new Set((text ?? '').split(',').map((one) => one.trim()))].filter((one) => one !== '');
