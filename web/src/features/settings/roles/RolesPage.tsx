/** The matrix of roles: what each may do, and what each sees, which the workspace decides. */
import { Button, Select, Switch } from '@mantine/core';
import { useState } from 'react';
import type { Visibility } from '../../../api/client.ts';
import type { Role } from '../../../session/session.ts';
import { CardTable, ErrorState, Panel, PlaceHead, RowsSkeleton } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import classes from '../settings.module.css';
import { useSaveVisibility, useVisibility } from './use-visibility.ts';

const words = messages.roles;
const ROLES = Object.keys(words.names) as Role[];
const REACHES = Object.entries(words.reaches).map(([value, label]) => ({ value, label }));
const ORDER = Object.keys(words.reaches);

type Sees = Visibility[keyof Visibility];
type Reach = Sees['rows'];

/** A sum reaches at least as far as what is seen one by one. */
const widened = (sees: Sees): Sees => (ORDER.indexOf(sees.aggregate) < ORDER.indexOf(sees.rows) ? { ...sees, aggregate: sees.rows } : sees);

export function RolesPage() {
  const { data, error, refetch } = useVisibility();
  return (
    <div className={classes['page']}>
      <PlaceHead title={words.title} text={words.text} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={7} />}
      {data && <Matrix key={JSON.stringify(data)} saved={data} />}
    </div>
  );
}

function Matrix({ saved }: { saved: Visibility }) {
  const [draft, setDraft] = useState(saved);
  const save = useSaveVisibility();
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);
  const change = (role: keyof Visibility, part: Partial<Sees>) =>
    setDraft((before) => ({ ...before, [role]: widened({ ...before[role], ...part }) }));
  const { columns } = words;
  return (
    <Panel title={words.list} flush>
      <CardTable columns={columns}>
        {ROLES.map((role) => (
          <tr key={role}>
            <td data-label={columns.role} data-wide>
              {words.names[role]}
              <div className={classes['quiet']}>{words.does[role]}</div>
            </td>
            {role === 'admin' ? (
              <td data-label={columns.rows} colSpan={3}>
                {words.everything}
              </td>
            ) : (
              <Margins role={words.names[role]} sees={draft[role]} onChange={(part) => change(role, part)} />
            )}
          </tr>
        ))}
      </CardTable>
      {save.error && <ErrorState error={save.error} compact />}
      <div className={`${classes['buttons']} ${classes['foot']}`}>
        <Button variant="default" disabled={!isChanged} onClick={() => setDraft(saved)}>
          {words.undo}
        </Button>
        <Button disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate(draft)}>
          {words.save}
        </Button>
      </div>
    </Panel>
  );
}

function Margins({ role, sees, onChange }: { role: string; sees: Sees; onChange: (part: Partial<Sees>) => void }) {
  const { columns } = words;
  return (
    <>
      {(['rows', 'aggregate'] as const).map((what) => (
        <td key={what} data-label={columns[what]}>
          <Select
            size="xs"
            aria-label={`${columns[what]}, ${role}`}
            data={REACHES}
            value={sees[what]}
            allowDeselect={false}
            onChange={(reach) => onChange({ [what]: reach as Reach })}
          />
        </td>
      ))}
      <td data-label={columns.text}>
        <Switch
          aria-label={`${columns.text}, ${role}`}
          checked={sees.text}
          onChange={(event) => onChange({ text: event.currentTarget.checked })}
        />
      </td>
    </>
  );
}
