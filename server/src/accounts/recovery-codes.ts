/** Recovery codes as people type them off a paper: with blanks or dashes wherever they are, in large letters or small. */
import type { Library } from './library.ts';

/** The codes that are left of somebody; none where there is no second factor. */
export async function recoveryCodesOf(library: Library, userId: string): Promise<readonly string[]> {
  const { adapter } = await library.$context;
  if ((await adapter.count({ model: 'twoFactor', where: [{ field: 'userId', value: userId }] })) === 0) return [];
  const { backupCodes } = await library.api.viewBackupCodes({ body: { userId } });
  return backupCodes;
}

/** The code that was meant, as it is kept; what is like none of them stays as it was typed. */
export const spelledAs = (codes: readonly string[], typed: string): string => codes.find((one) => plain(one) === plain(typed)) ?? typed;

const plain = (code: string): string => code.replaceAll(/[\s\p{Pd}]/gu, '').toLowerCase();
