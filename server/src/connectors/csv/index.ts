/**
 * CSV: tables of any help desk, read by a mapping file. import-csv.ts brings one in; prepare.ts is everything before the
 * door; shapes/ says what rows mean; read-records.ts and open-file.ts face what files can do to us.
 */
export { describeAccount } from './describe-account.ts';
export { importCsv, type ImportOptions, type ImportResult, tryCsv } from './import-csv.ts';
export { type Mapping, readMapping } from './mapping.ts';
export { prepare } from './prepare.ts';
export { createProgress } from './progress.ts';
