/** The people, channels and teams that can be told of something, each by its name. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered, answeredAs, api } from '../api/index.ts';
import { useListed } from '../directory/value-names.ts';
import type { ChannelName } from './channel-kind.ts';
import { messages } from './messages.ts';

export interface Recipient {
  readonly value: string;
  readonly label: string;
}

type Kind = 'people' | 'roles' | 'teams' | 'channels' | 'onCall' | 'schedules' | 'policies';

export interface Recipients {
  readonly people: readonly Recipient[];
  readonly channels: readonly Recipient[];
  readonly teams: readonly Recipient[];
  /** Schedules: whoever is on call in one. */
  readonly onCall: readonly Recipient[];
  /** The same by their own names. */
  readonly schedules: readonly Recipient[];
  /** Escalation policies; undefined until they are known. */
  readonly policies: readonly Recipient[] | undefined;
  /** The names of those who may add what is missing. */
  readonly admins: readonly string[];
  /** Whether the channels are known. */
  readonly isReady: boolean;
  /** What one that is named is called, one that is gone as well. */
  readonly nameOf: (kind: Kind, id: string) => string;
  /** What a channel is: Slack, a webhook …; undefined where it is gone. */
  readonly kindOf: (channel: string) => ChannelName['kind'] | undefined;
}

const FRESH_MS = 30_000;

/** `#support-alerts (Slack)`. */
const channelLabel = ({ name, kind, active }: ChannelName): string =>
  `${name} (${messages.kinds[kind]}${active ? '' : `, ${messages.off}`})`;

export function useRecipients(): Recipients {
  const people = useQuery({
    queryKey: ['recipients', 'people'],
    queryFn: ({ signal }) => answeredAs<'/api/v1/notifications/recipients'>(api.GET('/api/v1/notifications/recipients', { signal })),
    staleTime: FRESH_MS,
  });
  const channels = useQuery({
    queryKey: ['settings', 'channel-names'],
    queryFn: ({ signal }) => answeredAs<'/api/v1/channels/names'>(api.GET('/api/v1/channels/names', { signal })),
    staleTime: FRESH_MS,
  });
  const schedules = useQuery({
    queryKey: ['on-call', 'names'],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/on-call/schedules', { signal })).then((answer) =>
        answer.schedules.map(({ id, spec }) => ({ id, name: spec.name })),
      ),
    staleTime: FRESH_MS,
  });
  const policies = useQuery({
    queryKey: ['on-call', 'policy-names'],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/on-call/escalation-policies', { signal })).then((answer) =>
        answer.policies.map(({ id, spec }) => ({ value: id, label: spec.name })),
      ),
    staleTime: FRESH_MS,
  });
  const teams = useListed('team');
  return useMemo(() => {
    const named = {
      people: people.data?.people.map(({ id, name }) => ({ value: id, label: name })),
      channels: channels.data?.channels.map((channel) => ({ value: channel.id, label: channelLabel(channel) })),
      teams: teams.data?.map(({ id, name }) => ({ value: id, label: name })),
      onCall: schedules.data?.map(({ id, name }) => ({ value: id, label: messages.onCallIn(name) })),
      schedules: schedules.data?.map(({ id, name }) => ({ value: id, label: name })),
      policies: policies.data,
    };
    const gone = {
      people: messages.gone,
      channels: messages.goneChannel,
      teams: messages.goneTeam,
      onCall: messages.goneSchedule,
      schedules: messages.goneSchedule,
      policies: messages.gonePolicy,
    };
    return {
      people: named.people ?? [],
      channels: named.channels ?? [],
      teams: named.teams ?? [],
      onCall: named.onCall ?? [],
      schedules: named.schedules ?? [],
      policies: named.policies,
      admins: (people.data?.people ?? []).flatMap(({ name, role }) => (role === 'admin' ? name : [])),
      isReady: channels.data !== undefined,
      nameOf(kind, id) {
        if (kind === 'roles') return messages.roles[id] ?? id;
        const list = named[kind];
        return list ? (list.find(({ value }) => value === id)?.label ?? gone[kind]) : messages.loading;
      },
      kindOf: (channel) => channels.data?.channels.find(({ id }) => id === channel)?.kind,
    };
  }, [people.data, channels.data, teams.data, schedules.data, policies.data]);
}
