/** What npm's report of known weaknesses means for us: which of them fail the check, and which exceptions no longer hold. */

/** As `npm audit --json` writes it (report version 2); without `vulnerabilities` it is the word of an error. */
export interface AuditReport {
  readonly vulnerabilities?: Readonly<Record<string, Vulnerability>>;
  readonly message?: string;
  readonly error?: { readonly summary?: string; readonly code?: string };
}

interface Vulnerability {
  /** Advisories, and names of packages through which others' reach this one. */
  readonly via: readonly (string | Advisory)[];
}

interface Advisory {
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly severity: 'info' | 'low' | 'moderate' | 'high' | 'critical';
  readonly range: string;
}

export interface Exception {
  /** Why it cannot harm here. */
  readonly reason: string;
  /** The last day it holds, such as 2026-12-31: then somebody looks again. */
  readonly until: string;
}

const GRAVE = ['high', 'critical'];

/** One sentence for each grave weakness that has no exception on that day, and for each exception that nothing needs. */
export function faultsOf({ vulnerabilities = {} }: AuditReport, exceptions: Readonly<Record<string, Exception>>, today: string): string[] {
  const all = Object.values(vulnerabilities).flatMap(({ via }) => via.filter((one): one is Advisory => typeof one !== 'string'));
  const known = new Map(all.map((advisory) => [idOf(advisory), advisory]));
  const grave = [...known.values()].filter(({ severity }) => GRAVE.includes(severity));
  return [
    ...grave.flatMap((advisory) => {
      const exception = exceptions[idOf(advisory)];
      if (exception && exception.until >= today) return [];
      const { name, range, severity, title, url } = advisory;
      return [`${name} ${range}: ${severity}: ${title} (${url})${exception ? `; its exception held until ${exception.until}` : ''}`];
    }),
    ...Object.keys(exceptions).flatMap((id) => (known.has(id) ? [] : [`${id} is an exception that nothing needs any more`])),
  ];
}

/** Why the registry said nothing; null when it did say something. */
export const silenceOf = ({ vulnerabilities, message, error }: AuditReport): string | null =>
  vulnerabilities ? null : message || error?.summary || error?.code || 'no report';

const idOf = ({ url }: Advisory): string => url.slice(url.lastIndexOf('/') + 1);
