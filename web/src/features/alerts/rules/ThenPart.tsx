/** Who is told as well, and when, until somebody acknowledges. */
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { AudienceStep } from '@watchdesk/domain/notification';
import { AudienceField } from '../../../audience/index.ts';
import { DurationInput } from '../../../ui/index.ts';
import { isAboutTickets, useForm } from './form.ts';
import { words } from './messages.ts';
import { Line, Part, Words } from './Part.tsx';
import classes from './rules.module.css';

const said = words.ladder;
const MINUTE_MS = 60_000;
const MOST = 10;
const FIRST_MS = 30 * MINUTE_MS;

export function ThenPart() {
  const { draft, change, faultAt } = useForm();
  const { ladder = [], ...group } = draft.audience;
  const set = (next: readonly AudienceStep[]) => change({ audience: { ...group, ...(next.length > 0 && { ladder: next }) } });
  const next: AudienceStep = { people: [], roles: ['manager'], teams: [], channels: [], afterMs: (ladder.at(-1)?.afterMs ?? 0) + FIRST_MS };
  return (
    <Part word={words.parts.later}>
      {ladder.length > 0 && (
        <ol className={classes['steps']}>
          {ladder.map(({ afterMs, ...whom }, index) => (
            // A step has no name of its own: its place tells it from the others.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className={classes['step']}>
              <Line>
                <Words>{said.after}</Words>
                <div className={classes['bare']}>
                  <DurationInput
                    label={said.afterLabel}
                    seconds={afterMs / 1000}
                    error={faultAt(`audience.ladder.${index}.afterMs`)}
                    onChange={(seconds) => set(ladder.with(index, { ...whom, afterMs: seconds * 1000 }))}
                  />
                </div>
                <Words>{said.tell}</Words>
              </Line>
              <AudienceField
                label={said.label(index + 1)}
                value={whom}
                isOfTicket={isAboutTickets(draft.subject)}
                onChange={(changed) => set(ladder.with(index, { ...changed, afterMs }))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={said.remove(index + 1)}
                onClick={() => set(ladder.toSpliced(index, 1))}
              >
                <IconX size={16} stroke={1.7} />
              </ActionIcon>
            </li>
          ))}
        </ol>
      )}
      <div className={classes['line']}>
        {ladder.length === 0 && <span className={classes['hint']}>{said.none}</span>}
        {ladder.length < MOST && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => set([...ladder, next])}
          >
            {said.add}
          </Button>
        )}
      </div>
    </Part>
  );
}
