/** Every dashboard one has: one's own, what others share, and the standard ones, each with a sketch of itself. */
import { Button } from '@mantine/core';
import { IconLayoutDashboard, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Dashboard } from '../../api/client.ts';
import { BlockSkeleton, EmptyState, ErrorState, SectionTitle } from '../../ui/index.ts';
import classes from './list.module.css';
import { messages } from './messages.ts';
import { Preview } from './Preview.tsx';
import { useCreate, useDashboards } from './use-dashboards.ts';

function Card({ dashboard: { id, spec, isMine, kind, owner, shared } }: { dashboard: Dashboard }) {
  const facts = [
    messages.tiles(spec.tiles.length),
    ...(kind === 'own' && !isMine && owner ? [messages.by(owner)] : []),
    ...(isMine && shared ? [messages.isShared] : []),
  ];
  return (
    <li>
      <Link to="/dashboards/$dashboardId" params={{ dashboardId: id }} className={classes['card']}>
        <Preview tiles={spec.tiles} />
        <h3>{spec.title}</h3>
        {spec.description && <p>{spec.description}</p>}
        <p className={classes['facts']}>{facts.join(' · ')}</p>
      </Link>
    </li>
  );
}

function Section({ title, dashboards }: { title: string; dashboards: readonly Dashboard[] }) {
  if (dashboards.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={classes['group']}>{title}</h2>
      <ul className={classes['cards']}>
        {dashboards.map((dashboard) => (
          <Card key={dashboard.id} dashboard={dashboard} />
        ))}
      </ul>
    </section>
  );
}

export function DashboardsPage() {
  const { data, error, refetch } = useDashboards();
  const navigate = useNavigate();
  const create = useCreate(
    ({ id }) => void navigate({ to: '/dashboards/$dashboardId', params: { dashboardId: id }, search: { edit: true } }),
  );
  const mine = data?.filter(({ isMine }) => isMine) ?? [];
  const make = (
    <Button
      size="xs"
      leftSection={<IconPlus size={15} aria-hidden="true" />}
      loading={create.isPending}
      onClick={() => create.mutate({ title: messages.untitled, description: '', tiles: [] })}
    >
      {messages.make}
    </Button>
  );
  return (
    <div className={classes['page']}>
      <SectionTitle order={1} title={messages.title} sentence={messages.sentence} actions={make} />
      {create.error && <ErrorState error={create.error} compact />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <BlockSkeleton height={420} />}
      {data && (
        <>
          <Section title={messages.own} dashboards={mine} />
          <Section title={messages.shared} dashboards={data.filter(({ kind, isMine }) => kind === 'own' && !isMine)} />
          <Section title={messages.standard} dashboards={data.filter(({ kind }) => kind === 'standard')} />
          {mine.length === 0 && (
            <EmptyState icon={IconLayoutDashboard} title={messages.nothing} compact>
              {messages.nothingHint}
            </EmptyState>
          )}
        </>
      )}
    </div>
  );
}
