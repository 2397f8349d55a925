/** The incidents that a ticket belongs to, beside its story, and the way to link it to an open one. */
import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { IconLink, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorState, Panel } from '../ui/index.ts';
import classes from './incidents.module.css';
import { messages } from './messages.ts';
import { SeverityBadge } from './SeverityBadge.tsx';
import { StageWord } from './StageWord.tsx';
import { UpdateDue } from './UpdateDue.tsx';
import { ONGOING, useIncidentDeed, useIncidentList, useMayAct } from './use-incidents.ts';

const said = messages.ticket;

function LinkDialog({ ticket, onClose }: { ticket: string; onClose: () => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { data } = useIncidentList({ stage: ONGOING });
  const deed = useIncidentDeed(chosen ?? '', onClose);
  const options = (data?.incidents ?? []).map(({ id, severity, title }) => ({ value: id, label: `${id} ${severity} ${title}` }));
  return (
    <Modal opened onClose={onClose} title={said.link}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== null) deed.mutate({ do: 'tickets', tickets: [ticket], is: true });
        }}
      >
        <Stack gap="sm">
          {data && options.length === 0 ? (
            <p className={classes['hint']}>
              {said.nothing} <Link to="/incidents">{said.toIncidents}</Link>
            </p>
          ) : (
            <Select
              label={said.which}
              placeholder={said.choose}
              searchable
              data-autofocus
              data={options}
              value={chosen}
              onChange={setChosen}
            />
          )}
          {deed.error && <ErrorState error={deed.error} compact />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {said.cancel}
            </Button>
            <Button type="submit" disabled={chosen === null} loading={deed.isPending}>
              {said.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Unlink({ incident, ticket }: { incident: string; ticket: string }) {
  const deed = useIncidentDeed(incident);
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      aria-label={said.unlink(incident)}
      loading={deed.isPending}
      onClick={() => deed.mutate({ do: 'tickets', tickets: [ticket], is: false })}
    >
      <IconX size={14} aria-hidden="true" />
    </Button>
  );
}

export function TicketIncidents({ id }: { id: string }) {
  const { data } = useIncidentList({ ticket: id });
  const [isLinking, setIsLinking] = useState(false);
  const mayAct = useMayAct();
  const isEmpty = !data || data.incidents.length === 0;
  if (!data || (isEmpty && (!mayAct || data.counts.open === 0))) return null;
  return (
    <Panel
      title={said.title}
      actions={
        mayAct && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconLink size={14} aria-hidden="true" />}
            onClick={() => setIsLinking(true)}
          >
            {said.link}
          </Button>
        )
      }
      flush={!isEmpty}
    >
      {isEmpty && <p className={classes['hint']}>{said.none}</p>}
      {!isEmpty && (
        <ul className={classes['list']}>
          {data.incidents.map((incident) => (
            <li key={incident.id}>
              <SeverityBadge severity={incident.severity} />
              <div>
                <Link to="/incidents/$incidentId" params={{ incidentId: incident.id }} className={classes['name']}>
                  {incident.id} <bdi>{incident.title}</bdi>
                </Link>
                <span className={classes['facts']}>
                  <StageWord stage={incident.stage} />
                  {incident.update.dueAt !== null && <UpdateDue update={incident.update} />}
                </span>
              </div>
              {mayAct && <Unlink incident={incident.id} ticket={id} />}
            </li>
          ))}
        </ul>
      )}
      {isLinking && <LinkDialog ticket={id} onClose={() => setIsLinking(false)} />}
    </Panel>
  );
}
