/** What was agreed for single stretches, and ending it. */
import { Button } from '@mantine/core';
import type { OnCallOverride } from '../../api/client.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { useMayWriteRules, useSession } from '../../session/session.ts';
import { ErrorState, Panel, Person, useTicking } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './on-call.module.css';
import { spanInWords } from './said.ts';
import { useEndOverride } from './use-on-call.ts';

const words = messages.overrides;

export function Overrides({ overrides }: { overrides: readonly OnCallOverride[] }) {
  const end = useEndOverride();
  const zone = useTimeZone();
  const mayWrite = useMayWriteRules();
  const { person: self } = useSession();
  const now = useTicking((at) => Math.floor(at / 60_000) * 60_000);
  return (
    <Panel title={words.title} className={classes['panel'] ?? ''}>
      {end.error && <ErrorState error={end.error} compact />}
      {overrides.length === 0 && <p className={classes['hint']}>{words.none}</p>}
      <ul className={classes['agreed']}>
        {overrides.map(({ id, person, from, to, reason, madeBy, swappedWith }) => (
          <li key={id}>
            <Person person={person} />
            <span>
              {spanInWords(from, to, now, zone)}
              <small>{[swappedWith && words.swapped(swappedWith.name), reason, words.by(madeBy)].filter(Boolean).join(' · ')}</small>
            </span>
            {Date.parse(to) > now && (mayWrite || (person.id === `person:${self.id}` && swappedWith === null)) && (
              <Button
                size="xs"
                variant="default"
                loading={end.isPending && end.variables === id}
                aria-label={words.end(person.name)}
                onClick={() => end.mutate(id)}
              >
                {words.endShort}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
