export {
  type Asked,
  type Asking,
  askedAfter,
  type Contact,
  expiresAt,
  type Held,
  HELD_REASONS,
  type HeldReason,
  heldBack,
  type Resolved,
  resolvedOf,
} from './asking.ts';
export {
  type AskedFurther,
  FURTHER_KINDS,
  FURTHER_LIMITS,
  type FurtherAnswer,
  furtherAnswersIn,
  furtherIn,
  type FurtherQuestion,
} from './further.ts';
export { surveyLetter } from './letter.ts';
export { CES_SCALES, type CesScale, scaleOf, scoreIn, scoresOf } from './scale.ts';
export { DEFAULT_SETTINGS, LIMITS, type SurveySettings, surveySettings, type SurveyWording } from './settings.ts';
export { languageFor, LANGUAGES, wordingOf, wordsIn } from './wording.ts';
export type { Words } from './words/words.ts';
