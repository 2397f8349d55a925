/**
 * CSV: tables of any help desk, read by a mapping file. import-csv.ts brings one in; prepare.ts is everything before the
 * door; detect/ looks at a file nobody has said anything about, preview-csv.ts tries a mapping on its first rows; shapes/ says what rows mean; read-records.ts and open-file.ts face what files can do to us.
 */
export type { Account } from './account.ts';
export { removeDeadSpills } from './group-entries.ts';
export { describeAccount } from './describe-account.ts';
export { importCsv, type ImportOptions, type ImportResult, tryCsv } from './import-csv.ts';
export { type Column, type Detection, detectTable, type Shape, type Told } from './detect/index.ts';
export { checkMapping, type Mapping, readMapping } from './mapping.ts';
export { previewCsv, type Preview } from './preview-csv.ts';
export { prepare } from './prepare.ts';
export { createProgress } from './progress.ts';
export { timeReader } from './date-format.ts';
export { openTable } from './read-table.ts';
