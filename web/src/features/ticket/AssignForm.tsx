/** Giving the ticket to somebody, to a team, or to nobody. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { FormFrame, type FormProps } from './FormFrame.tsx';
import { messages } from './messages.ts';
import { including, useDirectory } from '../../directory/use-directory.ts';

export function AssignForm({ ticket, actions }: FormProps) {
  const [assignee, setAssignee] = useState(ticket.assignee?.id ?? null);
  const [team, setTeam] = useState(ticket.team?.id ?? null);
  const people = useDirectory('agents');
  const teams = useDirectory('teams');
  const changed = assignee !== (ticket.assignee?.id ?? null) || team !== (ticket.team?.id ?? null);
  const submit = (): void => actions.run({ do: 'assign', assignee, ...(team === (ticket.team?.id ?? null) ? {} : { team }) });
  return (
    <FormFrame title={messages.assign.title} submit={messages.assign.submit} actions={actions} ready={changed} onSubmit={submit}>
      <Select
        label={messages.assign.person}
        placeholder={messages.assign.nobody}
        searchable
        clearable
        limit={50}
        data-autofocus
        value={assignee}
        onChange={setAssignee}
        data={including(people.data, ticket.assignee)}
      />
      <Select
        label={messages.assign.team}
        placeholder={messages.assign.noTeam}
        searchable
        clearable
        limit={50}
        value={team}
        onChange={setTeam}
        data={including(teams.data, ticket.team)}
      />
    </FormFrame>
  );
}
