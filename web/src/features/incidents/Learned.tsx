/** What detection learned from what people made of its proposals, each with what it does, and how it is taken back. */
import { Button } from '@mantine/core';
import type { Detection } from '../../api/client.ts';
import { ErrorState } from '../../ui/index.ts';
import classes from './evidence.module.css';
import { proposalWords } from './proposal-messages.ts';
import { useForgetLearned } from './use-proposals.ts';

const said = proposalWords.detection;
type One = Detection['learned'][number];

function whatOf({ topic, place }: One): string {
  const name = topic.name === null ? said.anything : topic.kind === 'word' ? said.word(topic.name) : topic.name;
  return said.learnedOf(name, place.name);
}

const effectOf = ({ factor }: One): string => (factor < 1 ? said.later(Math.round(1 / factor)) : said.sooner(Math.round(factor)));

export function Learned({ detection: { learned, learnedInAll }, mayWrite }: { detection: Detection; mayWrite: boolean }) {
  const forget = useForgetLearned();
  return (
    <section className={classes['learned']} aria-label={said.learned}>
      <h3>{said.learned}</h3>
      <p className={classes['aside']}>{learned.length === 0 ? said.learnedNone : said.learnedText}</p>
      <ul className={classes['tickets']}>
        {learned.map((one) => (
          <li key={one.key}>
            <span>
              <bdi>{whatOf(one)}</bdi>
              <small>{effectOf(one)}</small>
            </span>
            {mayWrite && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={said.takeBackOf(whatOf(one))}
                disabled={forget.isPending}
                onClick={() => forget.mutate(one.key)}
              >
                {said.takeBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {learnedInAll > learned.length && <p className={classes['aside']}>{said.more(learnedInAll - learned.length)}</p>}
      {forget.error && <ErrorState error={forget.error} compact />}
      {mayWrite && learned.length > 1 && (
        <Button size="compact-sm" variant="default" loading={forget.isPending} onClick={() => forget.mutate(undefined)}>
          {said.takeBackAll}
        </Button>
      )}
    </section>
  );
}
