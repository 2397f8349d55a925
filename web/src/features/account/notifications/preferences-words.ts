/** What preferences come to, in plain sentences that a person can check against what they meant. */
import { listed, quietInWords, type Severity, zoneInWords } from '../../../notices/index.ts';
import type { Preferences, Way } from './use-preferences.ts';

const NAMES: Record<Severity, string> = { info: 'what is good to know', warning: 'warnings', critical: 'what is critical' };
const SEVERITIES = Object.keys(NAMES) as Severity[];

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const severitiesBy = ({ ways }: Preferences, way: Way): Severity[] => SEVERITIES.filter((severity) => ways[severity].includes(way));

/** `Everything`, `Warnings and what is critical`, `nothing`. */
function namesOf(severities: readonly Severity[]): string {
  if (severities.length === SEVERITIES.length) return 'everything';
  return severities.length === 0 ? 'nothing' : listed(severities.map((severity) => NAMES[severity]));
}

/** Whether one verb is enough for them. */
const isOne = (severities: readonly Severity[]): boolean =>
  severities.length !== 2 && !(severities.length === 1 && severities[0] === 'warning');

export function preferencesInWords(preferences: Preferences, workspaceZone: string): string {
  const { quiet, onShiftOnly, digestAt, timeZone } = preferences;
  const [inbox, mail] = [severitiesBy(preferences, 'inbox'), severitiesBy(preferences, 'mail')];
  if (inbox.length === 0 && mail.length === 0)
    return 'You are told nothing, not even what is critical. What the workspace’s channels are told goes on.';
  const same = inbox.length > 0 && inbox.join() === mail.join();
  const comes = (severities: readonly Severity[]) => (isOne(severities) ? 'comes' : 'come');
  const ways = same
    ? `${upper(namesOf(inbox))} ${comes(inbox)} into your inbox and by e-mail.`
    : `${upper(namesOf(inbox))} ${comes(inbox)} into your inbox${mail.length === 0 ? ', and nothing by e-mail.' : `, and by e-mail ${comes(mail)} ${namesOf(mail)}.`}`;
  const zone = timeZone ?? workspaceZone;
  // Of a digest and what holds it, the later counts.
  const isDigest = digestAt !== null && mail.includes('info');
  const waits = [...(quiet ? [quietInWords(quiet, zone)] : []), ...(onShiftOnly ? ['while you are off shift'] : [])];
  return [
    ways,
    ...(mail.length > 0 && waits.length > 0
      ? [
          `Letters wait ${listed(waits)}; ${mail.some((severity) => severity !== 'info') ? 'P1 comes all the same, and what is critical of no single ticket' : 'the inbox does not'}.`,
        ]
      : []),
    ...(isDigest ? [`What is good to know comes in one letter a day, at ${digestAt} (${zoneInWords(zone)}).`] : []),
    ...(!inbox.includes('critical') && !mail.includes('critical') ? ['Careful: of what is critical you hear nothing.'] : []),
  ].join(' ');
}
