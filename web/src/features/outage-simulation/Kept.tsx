/** The simulations that the workspace keeps, and the one on the page put among them. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Simulation } from '../../api/client.ts';
import { Age, ErrorState, Panel } from '../../ui/index.ts';
import { words } from './messages.ts';
import classes from './simulation.module.css';
import { useKeep, useKeptList, useRemove } from './use-simulation.ts';

export function KeepField({ simulation: { id, name } }: { simulation: Simulation }) {
  const [typed, setTyped] = useState('');
  const keep = useKeep();
  if (name !== null || keep.isSuccess) return null;
  return (
    <form
      className={classes['act']}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') keep.mutate({ id, name: typed.trim() });
      }}
    >
      <TextInput
        size="xs"
        aria-label={words.kept.name}
        placeholder={words.kept.name}
        maxLength={120}
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
      <Button type="submit" size="xs" variant="default" disabled={typed.trim() === ''} loading={keep.isPending}>
        {words.kept.keep}
      </Button>
      {keep.error && <ErrorState error={keep.error} compact />}
    </form>
  );
}

export function KeptList() {
  const { data } = useKeptList();
  const remove = useRemove();
  if (!data) return null;
  return (
    <Panel title={words.kept.title}>
      {data.length === 0 && <p className={classes['quiet']}>{words.kept.none}</p>}
      <ul className={classes['kept']}>
        {data.map(({ id, name, isMine, savedBy, savedAt }) => (
          <li key={id}>
            <Link to="/incidents/simulation" search={{ saved: id }}>
              {name}
            </Link>
            <span className={classes['quiet']}>
              {savedBy !== null && words.kept.by(savedBy)}, <Age since={savedAt} />
            </span>
            {isMine && (
              <ActionIcon variant="subtle" color="gray" aria-label={words.kept.remove(name ?? '')} onClick={() => remove.mutate(id)}>
                <IconTrash size={15} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {remove.error && <ErrorState error={remove.error} compact />}
    </Panel>
  );
}
