/** How much of the group's work one person does, against an even share, and what of it is still in hand. */
import { UnstyledButton } from '@mantine/core';
import type { PersonProfile } from '../../api/client.ts';
import { numberMessages, useExplain, type Filter } from '../../numbers/index.ts';
import { formatCount, formatShare, Panel } from '../../ui/index.ts';
import classes from './agent.module.css';
import { messages } from './messages.ts';

const words = messages.load;

export function Workload({ profile, filters }: { profile: PersonProfile; filters: readonly Filter[] }) {
  const explain = useExplain();
  const { load, peers, figures, open, waiting, speciality } = profile;
  const held = (values: readonly string[]) => ({ metric: 'backlog', filters: [...filters, { dimension: 'status', values }] });
  const rows = [
    [words.answered, figures['tickets_answered']?.value ?? 0, { metric: 'tickets_answered', filters }],
    [words.resolved, figures['resolved']?.value ?? 0, { metric: 'resolved', filters }],
    [words.open, open, held(['new', 'open'])],
    [words.waiting, waiting, held(['pending', 'on_hold'])],
  ] as const;
  return (
    <Panel title={words.title}>
      <p className={classes['text']}>{load === null ? words.unknown : words.sentence(formatShare(load), formatShare(1 / (peers + 1)))}</p>
      {load !== null && (
        <div className={classes['track']} aria-hidden="true">
          <span style={{ width: `${100 * load}%` }} />
          <i style={{ left: `${100 / (peers + 1)}%` }} />
        </div>
      )}
      <dl className={classes['counts']}>
        {rows.map(([label, value, explained]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <UnstyledButton
                className={classes['count']}
                aria-label={numberMessages.explainValue(label, formatCount(value))}
                onClick={() => explain(explained)}
              >
                {formatCount(value)}
              </UnstyledButton>
            </dd>
          </div>
        ))}
      </dl>
      {speciality && (
        <p className={classes['text']}>{words.more(speciality.kind, formatShare(speciality.share), formatShare(speciality.usual))}</p>
      )}
    </Panel>
  );
}
