/** The filters that directories ask by: one attribute that equals one value (RFC 7644, section 3.4.2.2). */
import type { ProvidedFilter } from '../../accounts/index.ts';
import { ScimRefusal } from './words.ts';

const FILTER = /^\s*([a-z][\w:.$-]*(?:\[[^\]]{0,100}\])?(?:\.[a-z]+)?)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*$/i;
const USER_URN = /^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/i;

const OF_ATTRIBUTE: Readonly<Record<string, keyof ProvidedFilter>> = {
  id: 'id',
  username: 'userName',
  externalid: 'externalId',
  emails: 'email',
  'emails.value': 'email',
  displayname: 'name',
  'name.formatted': 'name',
  active: 'active',
};

/** The attribute in small letters and without what is asked within it, and the value. Throws a refusal for any other filter. */
export function readFilter(text: string): { attribute: string; value: string } {
  const [, path, given] = FILTER.exec(text) ?? [];
  if (path === undefined || given === undefined)
    throw new ScimRefusal('invalidFilter', 'filter must be one attribute that equals one value, such as userName eq "anna@example.com"');
  const attribute = path
    .replace(USER_URN, '')
    .replace(/\[[^\]]*\]/, '')
    .toLowerCase();
  try {
    return { attribute, value: String(JSON.parse(given)) };
  } catch {
    throw new ScimRefusal('invalidFilter', 'filter must have its value in quotation marks, as in JSON');
  }
}

export function userFilter(text: string | undefined): ProvidedFilter {
  if (text === undefined) return {};
  const { attribute, value } = readFilter(text);
  const field = OF_ATTRIBUTE[attribute];
  if (!field) throw new ScimRefusal('invalidFilter', `filter must be by one of ${Object.keys(OF_ATTRIBUTE).join(', ')}`);
  return { [field]: field === 'active' ? value.toLowerCase() === 'true' : value };
}
