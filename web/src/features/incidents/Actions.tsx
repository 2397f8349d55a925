/** The action items that follow from an incident, each tracked until it is done or dropped. */
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Incident } from '../../api/client.ts';
import { useDirectory } from '../../directory/use-directory.ts';
import { useIncidentDeed } from '../../incidents/index.ts';
import { ErrorState, formatDate, Panel, StateWord } from '../../ui/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';

const said = words.actions;
const LONGEST = 500;
const TONES = { open: 'warning', done: 'good', dropped: 'idle' } as const;

function Add({ id }: { id: string }) {
  const people = useDirectory('agents');
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState('');
  const deed = useIncidentDeed(id, () => {
    setTitle('');
    setOwner(null);
    setDueOn('');
  });
  return (
    <form
      className={classes['addAction']}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') deed.mutate({ do: 'action', action: crypto.randomUUID(), title, owner, ...(dueOn !== '' && { dueOn }) });
      }}
    >
      <TextInput
        label={said.what}
        size="xs"
        maxLength={LONGEST}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <Select label={said.owner} size="xs" searchable clearable limit={50} data={people.data ?? []} value={owner} onChange={setOwner} />
      <TextInput label={said.due} size="xs" type="date" value={dueOn} onChange={({ currentTarget }) => setDueOn(currentTarget.value)} />
      <Button type="submit" size="xs" variant="default" disabled={title.trim() === ''} loading={deed.isPending}>
        {said.add}
      </Button>
      {deed.error && <ErrorState error={deed.error} compact />}
    </form>
  );
}

export function Actions({ incident, mayAct }: { incident: Incident; mayAct: boolean }) {
  const deed = useIncidentDeed(incident.id);
  const turn = (action: string, state: 'open' | 'done' | 'dropped'): void => deed.mutate({ do: 'action', action, state });
  const { actions } = incident;
  return (
    <Panel title={said.title} sentence={said.sentence}>
      {actions.length === 0 && <p className={classes['empty']}>{said.none}</p>}
      <ul className={classes['actions']}>
        {actions.map(({ id, title, owner, dueOn, state }) => (
          <li key={id} data-state={state}>
            <div>
              <bdi>{title}</bdi>
              <p>
                <StateWord tone={TONES[state]}>{said.states[state]}</StateWord>
                {owner && <bdi>{owner.name}</bdi>}
                {dueOn !== null && (
                  <span>
                    {said.due} {formatDate(dueOn)}
                  </span>
                )}
              </p>
            </div>
            {mayAct && state === 'open' && (
              <div className={classes['roleDeeds']}>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={said.markDone(title)}
                  disabled={deed.isPending}
                  onClick={() => turn(id, 'done')}
                >
                  {said.done}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={said.dropOf(title)}
                  disabled={deed.isPending}
                  onClick={() => turn(id, 'dropped')}
                >
                  {said.drop}
                </Button>
              </div>
            )}
            {mayAct && state !== 'open' && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={said.reopenOf(title)}
                disabled={deed.isPending}
                onClick={() => turn(id, 'open')}
              >
                {said.reopen}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {deed.error && <ErrorState error={deed.error} compact />}
      {mayAct && <Add id={incident.id} />}
    </Panel>
  );
}
