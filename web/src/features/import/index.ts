/** Importing tables: a file is dropped, looked at, mapped, tried and brought in, and ends in an account. */
export { ImportFilePage } from './ImportFilePage.tsx';
export { ImportPage } from './ImportPage.tsx';
