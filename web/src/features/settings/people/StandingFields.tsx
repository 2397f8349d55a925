/** What somebody is in the workspace: their role, the agent they are, the teams they see besides. */
import { MultiSelect, Select } from '@mantine/core';
import { useDirectory } from '../../../directory/use-directory.ts';
import type { Role } from '../../../session/session.ts';
import { messages } from '../messages.ts';

const words = messages.people;
const ROLES = Object.entries(messages.roles.names).map(([value, label]) => ({ value, label }));

export interface Standing {
  role: Role;
  agentId: string | null;
  teams: string[];
}

interface StandingFieldsProps {
  value: Standing;
  onChange: (part: Partial<Standing>) => void;
  faultOf: (field: string) => string | undefined;
}

export function StandingFields({ value, onChange, faultOf }: StandingFieldsProps) {
  const agents = useDirectory('agents');
  const teams = useDirectory('teams');
  return (
    <>
      <Select
        label={words.role}
        description={messages.roles.does[value.role]}
        data={ROLES}
        value={value.role}
        allowDeselect={false}
        error={faultOf('role')}
        onChange={(role) => role && onChange({ role: role as Role })}
      />
      <Select
        label={words.agent}
        description={words.agentHint}
        placeholder={words.noAgent}
        data={agents.data ?? []}
        value={value.agentId}
        searchable
        clearable
        nothingFoundMessage={words.nothing}
        error={faultOf('agentId')}
        onChange={(agentId) => onChange({ agentId })}
      />
      <MultiSelect
        label={words.teams}
        description={words.teamsHint}
        data={teams.data ?? []}
        value={value.teams}
        searchable
        nothingFoundMessage={words.nothing}
        error={faultOf('teams')}
        onChange={(chosen) => onChange({ teams: chosen })}
      />
    </>
  );
}
