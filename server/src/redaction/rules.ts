/** What a workspace takes out of texts on their way in. Card numbers from the start; the rest somebody has to want. */

export interface CustomPattern {
  /** What the marker says was taken. */
  readonly name: string;
  /** A regular expression in the syntax of RE2, which needs time in proportion to the text and no more. */
  readonly pattern: string;
  readonly on: boolean;
}

export interface RedactionRules {
  readonly cardNumbers: boolean;
  readonly emailAddresses: boolean;
  readonly phoneNumbers: boolean;
  readonly patterns: CustomPattern[];
}

export const FIRST_RULES: RedactionRules = { cardNumbers: true, emailAddresses: false, phoneNumbers: false, patterns: [] };

/** What stands in the place of what was taken. */
export const MARKERS = { cardNumbers: '[card number]', emailAddresses: '[e-mail address]', phoneNumbers: '[phone number]' } as const;
export const markerOf = ({ name }: Pick<CustomPattern, 'name'>): string => `[${name}]`;

export const MOST_PATTERNS = 20;
export const LONGEST_PATTERN = 200;
export const LONGEST_NAME = 40;
