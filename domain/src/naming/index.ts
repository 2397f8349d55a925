/**
 * Which names of services, regions and sites are one. People type them, help desks send them, an administrator writes them on a status page: "Checkout", "checkout " and
 * "ＣＨＥＣＫＯＵＴ" are the same service. Whatever decides by such a name compares these keys; what shows one shows it as it was told.
 */

/**
 * What equal names have in common: compatibility forms, letter case, spaces around and within make no difference (NFKC, Unicode Standard Annex 15). Upper case
 * comes first, as it alone makes one of "Straße" and "STRASSE". Empty where there is no name.
 */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC').replaceAll(/\s+/g, ' ').trim();

export const isSameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b);

export const isNamed = (names: readonly string[], name: string): boolean => names.some((one) => isSameName(one, name));

/** Each once, as it was written first. */
export const distinctNames = (names: Iterable<string>): string[] => {
  const kept = new Map<string, string>();
  for (const name of names) if (!kept.has(nameKey(name))) kept.set(nameKey(name), name.trim());
  kept.delete('');
  return [...kept.values()];
};
