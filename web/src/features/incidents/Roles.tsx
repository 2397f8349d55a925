/** Who has which role: one click takes it, a choice gives it to somebody. */
import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { INCIDENT_ROLES, type IncidentRole } from '@watchdesk/domain/event';
import { ROLES } from '@watchdesk/domain/incident';
import { useState } from 'react';
import type { Incident } from '../../api/client.ts';
import { including, useDirectory } from '../../directory/use-directory.ts';
import { useIncidentDeed, useMayAct } from '../../incidents/index.ts';
import { useSession } from '../../session/session.ts';
import { ErrorState, Panel } from '../../ui/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';

const said = words.roles;

interface RoleProps {
  incident: Incident;
  role: IncidentRole;
  mayAct: boolean;
}

function Role({ incident, role, mayAct }: RoleProps) {
  const { person } = useSession();
  const people = useDirectory('agents');
  const deed = useIncidentDeed(incident.id, () => setIsChoosing(false));
  const [isChoosing, setIsChoosing] = useState(false);
  const holders = incident.roles[role];
  const self = person.agentId ?? person.name;
  const label = said.names[role];
  const give = (agent: string, is = true): void => deed.mutate({ do: 'role', role, agent, is });
  return (
    <li>
      <div className={classes['role']}>
        <span title={ROLES[role].does}>{label}</span>
        {holders.map(({ id, name }) => (
          <span key={id} className={classes['holder']}>
            <bdi>{name}</bdi>
            {mayAct && (
              <button type="button" aria-label={said.remove(name, label)} disabled={deed.isPending} onClick={() => give(id, false)}>
                <IconX size={12} aria-hidden="true" />
              </button>
            )}
          </span>
        ))}
        {holders.length === 0 && <span className={classes['nobody']}>{said.none}</span>}
      </div>
      {mayAct && !isChoosing && (
        <div className={classes['roleDeeds']}>
          {!holders.some(({ id }) => id === self) && (
            <Button size="compact-xs" variant="subtle" aria-label={said.takeOf(label)} loading={deed.isPending} onClick={() => give(self)}>
              {said.take}
            </Button>
          )}
          <Button size="compact-xs" variant="default" onClick={() => setIsChoosing(true)} aria-label={said.assign(label)}>
            …
          </Button>
        </div>
      )}
      {isChoosing && (
        <Select
          className={classes['choose'] ?? ''}
          aria-label={said.assign(label)}
          placeholder={said.placeholder}
          size="xs"
          searchable
          limit={50}
          autoFocus
          defaultDropdownOpened
          data={including(people.data, { id: self, name: person.name })}
          onChange={(agent) => agent !== null && give(agent)}
          onBlur={() => setIsChoosing(false)}
        />
      )}
      {deed.error && <ErrorState error={deed.error} compact />}
    </li>
  );
}

export function Roles({ incident }: { incident: Incident }) {
  const mayAct = useMayAct() && !['closed', 'dismissed', 'proposed'].includes(incident.stage);
  return (
    <Panel title={said.title} flush>
      <ul className={classes['roles']}>
        {INCIDENT_ROLES.map((role) => (
          <Role key={role} incident={incident} role={role} mayAct={mayAct} />
        ))}
      </ul>
    </Panel>
  );
}
