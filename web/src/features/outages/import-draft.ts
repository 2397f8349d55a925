/** What the columns of a table of outages are taken for, to begin with: by their names, as networks and tools call them. */
import type { paths } from '../../api/schema.d.ts';
import { words } from './messages.ts';

export type CsvMapping = NonNullable<paths['/api/v1/outages/csv/preview']['post']['requestBody']>['content']['application/json']['mapping'];
export type Field = keyof typeof words.import.fields;

export interface Draft {
  readonly columns: Partial<Record<Field, string>>;
  readonly sourceValue: string;
  readonly zone: string;
  readonly times: 'iso' | 'day first' | 'month first';
  readonly severity: 'SEV1' | 'SEV2' | 'SEV3' | 'SEV4' | 'SEV5';
  readonly plannedColumn: string | null;
  readonly plannedWords: string;
}

/** Plain words of names, the likeliest first. */
const NAMES: Readonly<Record<Field, RegExp>> = {
  externalId: /^(incident|outage|fault|event|external)?_?(id|ref|reference|number)$/i,
  source: /^(source|operator|network|provider|dno)$/i,
  startedAt: /^(started?_?(at|time)?|begann?|received_?time|began_?(at)?|start_?(date|time)|creation_?(date|time)|occurred_?(at)?|from)$/i,
  endedAt: /^(ended?_?(at|time)?|restored_?(at|time)?|end_?(date|time)|last_?seen|to|until)$/i,
  estimatedAt: /^(estimated_?.*|last_?estimate|eta|.*restoration.*)$/i,
  latitude: /^(lat|latitude|y)$/i,
  longitude: /^(lon|lng|long|longitude|x)$/i,
  site: /^(site|substation|location)$/i,
  region: /^(region|area|county|district)$/i,
  service: /^(service|component|utility|product)$/i,
  title: /^(title|name|summary|headline)$/i,
  customers: /^(customers?(_?affected)?|affected(_?customers)?|n_?customers)$/i,
  postcodes: /^(post_?codes?|zip_?codes?|zips?)$/i,
  description: /^(description|details?|message|comment|text|cause)$/i,
};

export function draftOf(columns: readonly string[], fileName: string, zone: string, times: Draft['times']): Draft {
  const taken = new Set<string>();
  const found: Partial<Record<Field, string>> = {};
  for (const [field, name] of Object.entries(NAMES) as [Field, RegExp][]) {
    const column = columns.find((one) => !taken.has(one) && name.test(one.trim()));
    if (column === undefined) continue;
    taken.add(column);
    found[field] = column;
  }
  return {
    columns: found,
    sourceValue: fileName.replace(/\.(csv|tsv|txt|gz)\b/gi, '').slice(0, 64) || 'csv',
    zone,
    times,
    severity: 'SEV3',
    plannedColumn: found.description ?? null,
    plannedWords: words.import.plannedUsual,
  };
}

/** Null while too little is chosen. */
export function mappingOf({ columns, sourceValue, zone, times, severity, plannedColumn, plannedWords }: Draft): CsvMapping | null {
  const { source, externalId, startedAt, ...rest } = columns;
  const isSomewhere = (rest.latitude && rest.longitude) || rest.site || rest.region;
  if (!externalId || !startedAt || !isSomewhere || (!source && sourceValue.trim() === '')) return null;
  return {
    externalId,
    startedAt,
    ...rest,
    source: source ? { column: source } : { value: sourceValue.trim() },
    severity: { otherwise: severity },
    zone,
    times,
    ...(plannedColumn && plannedWords.trim() !== '' && { planned: { column: plannedColumn, contains: plannedWords.trim() } }),
  };
}
