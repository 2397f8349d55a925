/** Whom to tell, in one field: people, roles, teams, channels, whoever has the ticket and the leads of its team. */
import { MultiSelect } from '@mantine/core';
import type { Group } from '@watchdesk/domain/notification';
import { useSession } from '../session/session.ts';
import { messages } from './messages.ts';
import { type Recipient, useRecipients } from './use-recipients.ts';

/** Those whom things are usually told; others are shown where they are named already. */
const ROLES = ['lead', 'manager', 'executive', 'admin'];
const KINDS = ['roles', 'onCall', 'channels', 'teams', 'people'] as const;
type Kind = (typeof KINDS)[number];
const ASSIGNEE = 'assignee';
const TEAM_LEADS = 'team leads';
/** As many options of a group as anybody looks through; the others are found by typing. */
const MOST = 200;

interface AudienceFieldProps {
  label: string;
  value: Group;
  /** Whether it is about a ticket, which somebody may have. */
  isOfTicket: boolean;
  error?: string | undefined;
  onChange: (group: Group) => void;
}

const coded = (kind: Kind, id: string): string => `${kind} ${id}`;

const chosenOf = (group: Group): string[] => [
  ...(group.ticketAssignee ? [ASSIGNEE] : []),
  ...(group.ticketTeamLeads ? [TEAM_LEADS] : []),
  ...KINDS.flatMap((kind) => (group[kind] ?? []).map((id) => coded(kind, id))),
];

function groupOf(chosen: readonly string[]): Group {
  const of = (kind: Kind) => chosen.filter((one) => one.startsWith(`${kind} `)).map((one) => one.slice(kind.length + 1));
  return {
    people: of('people'),
    roles: of('roles'),
    teams: of('teams'),
    channels: of('channels'),
    ...(of('onCall').length > 0 && { onCall: of('onCall') }),
    ...(chosen.includes(ASSIGNEE) && { ticketAssignee: true }),
    ...(chosen.includes(TEAM_LEADS) && { ticketTeamLeads: true }),
  };
}

export function AudienceField({ label, value, isOfTicket, error, onChange }: AudienceFieldProps) {
  const recipients = useRecipients();
  const { person } = useSession();
  const me = ({ value: id, label: name }: Recipient): Recipient => ({ value: id, label: id === person.id ? messages.me(name) : name });
  const offered: Record<Kind, readonly Recipient[]> = {
    roles: ROLES.map((role) => ({ value: role, label: recipients.nameOf('roles', role) })),
    onCall: recipients.onCall,
    channels: recipients.channels,
    teams: recipients.teams,
    // Oneself first: it is the one whom one most often means.
    people: recipients.people.map(me).toSorted((a, b) => Number(b.value === person.id) - Number(a.value === person.id)),
  };
  const optionsOf = (kind: Kind) => {
    const known = new Set(offered[kind].map((one) => one.value));
    const named = (value[kind] ?? []).filter((id) => !known.has(id)).map((id) => ({ value: id, label: recipients.nameOf(kind, id) }));
    return [...offered[kind], ...named].map((one) => ({ ...one, value: coded(kind, one.value) }));
  };
  const groups = [
    {
      group: messages.groups.ticket,
      items: [
        ...(isOfTicket || value.ticketAssignee ? [{ value: ASSIGNEE, label: messages.assignee }] : []),
        ...(isOfTicket || value.ticketTeamLeads ? [{ value: TEAM_LEADS, label: messages.teamLeads }] : []),
      ],
    },
    ...KINDS.map((kind) => ({ group: messages.groups[kind], items: optionsOf(kind) })),
  ].filter(({ items }) => items.length > 0);
  const chosen = chosenOf(value);
  return (
    <MultiSelect
      aria-label={label}
      placeholder={chosen.length === 0 ? messages.find : ''}
      data={groups}
      value={chosen}
      searchable
      limit={MOST}
      maxDropdownHeight={320}
      hidePickedOptions
      nothingFoundMessage={messages.none}
      error={error}
      onChange={(next) => onChange(groupOf(next))}
    />
  );
}
