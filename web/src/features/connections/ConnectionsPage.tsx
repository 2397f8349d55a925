/** Connections: what is connected and how each is, told live, and what else events come in by. */
import { Button } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Connection } from '../../api/client.ts';
import { Age, EmptyState, ErrorState, formatCount, Instant, Panel, PlaceHead, RowsSkeleton, CardTable } from '../../ui/index.ts';
import classes from './connections.module.css';
import { messages } from './messages.ts';
import { StateBadge, StateDetail } from './StateOf.tsx';
import { type ConnectionList, useConnections } from './use-connections.ts';

export function ConnectionsPage() {
  const { data, error, refetch } = useConnections();
  const add = (
    <Button component={Link} to="/settings/connections/new" size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />}>
      {messages.add}
    </Button>
  );
  return (
    <div className={classes['page']}>
      <PlaceHead title={messages.title} text={messages.text}>
        {data && data.connections.length > 0 && add}
      </PlaceHead>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={4} />}
      {data?.connections.length === 0 && (
        <EmptyState
          icon={IconPlugConnected}
          title={messages.none}
          action={
            <div className={classes['deeds']}>
              {add}
              <Button component={Link} to="/settings/import" size="xs" variant="default">
                {messages.orImport}
              </Button>
            </div>
          }
        >
          {messages.noneText}
        </EmptyState>
      )}
      {data && data.connections.length > 0 && <Connections connections={data.connections} />}
      {data && data.sources.length > 0 && <Sources sources={data.sources} />}
    </div>
  );
}

/** What needs somebody first. */
const RANK: readonly Connection['health']['state'][] = [
  'credentials',
  'behind',
  'silent',
  'held_off',
  'back_filling',
  'live',
  'paused',
  'removing',
];

function Connections({ connections }: { connections: readonly Connection[] }) {
  const { columns } = messages;
  const ordered = connections.toSorted((a, b) => RANK.indexOf(a.health.state) - RANK.indexOf(b.health.state));
  return (
    <Panel title={messages.list} flush>
      <CardTable columns={columns}>
        {ordered.map((one) => (
          <ConnectionRow key={one.id} of={one} />
        ))}
      </CardTable>
    </Panel>
  );
}

function ConnectionRow({ of: connection }: { of: Connection }) {
  const { id, name, systemLabel, isRead, health } = connection;
  const { columns } = messages;
  return (
    <tr>
      {/* The name is the label, which the rule does not see through the component. */}
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <td data-label={columns.name} data-wide>
        <Link to="/settings/connections/$connectionId" params={{ connectionId: id }}>
          <bdi>{name}</bdi>
        </Link>
        <div className={classes['quiet']}>{systemLabel}</div>
      </td>
      <td data-label={columns.state} data-wide className={classes['stateCell']}>
        <StateBadge of={connection} />
        <StateDetail health={health} />
      </td>
      <td data-label={columns.last}>{health.lastEventAt ? <Instant at={health.lastEventAt} /> : messages.never}</td>
      <td data-label={columns.lag}>
        {!isRead ? (
          messages.heard
        ) : health.readAt ? (
          <>
            <Age since={health.readAt} /> {messages.ago}
          </>
        ) : (
          '–'
        )}
      </td>
      <td data-label={columns.trouble}>{health.failure ? messages.errors(health.failure.times) : messages.noTrouble}</td>
      <td data-label={columns.letters}>
        {health.deadLetters === 0 ? (
          '0'
        ) : (
          <Link
            to="/settings/connections/$connectionId"
            params={{ connectionId: id }}
            search={{ part: 'letters' }}
            className={classes['bad']}
          >
            {formatCount(health.deadLetters)}
          </Link>
        )}
      </td>
    </tr>
  );
}

function Sources({ sources }: Pick<ConnectionList, 'sources'>) {
  const { sourceColumns } = messages;
  return (
    <Panel title={messages.others} sentence={messages.othersText} flush>
      <CardTable columns={sourceColumns}>
        {sources.map(({ source, kind, label, since }) => (
          <tr key={source}>
            <td data-label={sourceColumns.source} data-wide>
              <bdi>{label}</bdi>
              {label !== source && <div className={`${classes['quiet']} ${classes['code']}`}>{source}</div>}
            </td>
            <td data-label={sourceColumns.kind}>{messages.kinds[kind]}</td>
            <td data-label={sourceColumns.since}>
              <Instant at={since} />
            </td>
          </tr>
        ))}
      </CardTable>
    </Panel>
  );
}
