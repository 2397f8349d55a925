/** Swaps that are offered: whom they are for accepts or declines, who made one takes it back. Nothing where there is none. */
import { Button } from '@mantine/core';
import type { OnCallSchedule } from '../../api/client.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { useMayWriteRules, useSession } from '../../session/session.ts';
import { ErrorState, Panel, Person, useTicking } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './on-call.module.css';
import { spanInWords } from './said.ts';
import { useAcceptSwap, useDropSwap } from './use-on-call.ts';

const words = messages.offers;

export function Offers({ offers }: { offers: OnCallSchedule['swaps'] }) {
  const accept = useAcceptSwap();
  const drop = useDropSwap();
  const zone = useTimeZone();
  const mayWrite = useMayWriteRules();
  const { person: self } = useSession();
  const now = useTicking((at) => Math.floor(at / 60_000) * 60_000);
  const failed = accept.error ?? drop.error;
  if (offers.length === 0 && !failed) return null;
  const me = `person:${self.id}`;
  return (
    <Panel title={words.title} sentence={words.sentence} className={classes['panel'] ?? ''}>
      {failed && <ErrorState error={failed} compact />}
      <ul className={classes['agreed']}>
        {offers.map(({ id, by, to, gives, takes, reason }) => (
          <li key={id}>
            <Person person={by} />
            <span>
              {words.says(to.name, spanInWords(gives.from, gives.to, now, zone), spanInWords(takes.from, takes.to, now, zone))}
              {reason !== '' && <small>{reason}</small>}
            </span>
            <span className={classes['deeds']}>
              {(to.id === me || mayWrite) && (
                <Button
                  size="xs"
                  loading={accept.isPending && accept.variables === id}
                  aria-label={words.of(to.id === me ? words.accept : words.set, by.name)}
                  onClick={() => accept.mutate(id)}
                >
                  {to.id === me ? words.accept : words.set}
                </Button>
              )}
              {(to.id === me || by.id === me || mayWrite) && (
                <Button
                  size="xs"
                  variant="default"
                  loading={drop.isPending && drop.variables === id}
                  aria-label={words.of(by.id === me ? words.takeBack : words.decline, by.name)}
                  onClick={() => drop.mutate(id)}
                >
                  {by.id === me ? words.takeBack : words.decline}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
