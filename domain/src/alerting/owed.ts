/**
 * The page of an incident whose calls did not go out in time and that goes on: after a stop, or because word of it came late. One notice tells all that is owed
 * now, in the conversation of the alert that it carries, so that whoever acknowledges that ends its ladder as ever.
 */
import { type Notice, shortened } from '../notification/index.ts';
import { instantWords } from '../zone/index.ts';
import { type Happened, happenedWords } from './happened.ts';

export interface OwedIncident {
  readonly id: string;
  readonly title: string;
  /** Null while it is only proposed. */
  readonly severity: string | null;
}

interface Owed {
  readonly incident: OwedIncident;
  /** What was to be told, oldest first. */
  readonly happened: readonly { readonly at: number; readonly happened: Happened }[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timeZone: string;
}

/** `carrier`: what would have been told of the worst of them at its time. */
export function owedNotice(carrier: Notice, { incident, happened, now, timeZone }: Owed): Notice {
  const { id, title, severity } = incident;
  const named = severity === null ? id : `${id} (${severity})`;
  const counted = Map.groupBy(happened, (one) => happenedWords(one.happened, () => undefined) ?? one.happened.type);
  const sentences = [...counted].map(([words, all]) => (all.length === 1 ? `${words}.` : `${words}, ${all.length} times.`));
  const since = happened[0]?.at ?? now;
  return {
    ...carrier,
    key: `${carrier.key}:owed`,
    title: shortened(`${named} goes on, and nobody was called in time: ${title}`, 200),
    what: shortened(`These calls did not go out at their time, and are owed now. ${sentences.join(' ')}`, 2000),
    facts: [
      { label: 'Since', value: instantWords(since, timeZone, now) },
      { label: 'Owed', value: String(happened.length) },
    ],
    links: [{ label: 'Open the incident', path: `/incidents/${encodeURIComponent(id)}` }, ...carrier.links],
    at: now,
  };
}
