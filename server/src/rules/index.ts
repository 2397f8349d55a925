export { type Closings, closingsOf } from './closings.ts';
export { ensureAllRules, ensureRules } from './defaults.ts';
export { readHolidays } from './holidays.ts';
export { readVersions, type StoredVersion } from '../store/rule-versions.ts';
export { createRulebooks, rulebookOf, type Rulebooks } from '../store/rulebooks.ts';
export { addVersions, askToReclock, lockRules } from './versions.ts';
