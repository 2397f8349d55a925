export { type Closings, closingsOf } from './closings.ts';
export { ensureAllRules, ensureRules } from './defaults.ts';
export { readHolidays } from './holidays.ts';
export { createRulebooks, rulebookOf, type Rulebooks } from './rulebooks.ts';
export { addVersions, askToReclock, lockRules, readVersions, type StoredVersion } from './versions.ts';
