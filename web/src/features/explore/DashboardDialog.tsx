/** Puts a question as a tile on one of one's own dashboards, or on a new one. */
import { Button, Modal, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Dashboard, ExplorationSpec } from '../../api/client.ts';
import { ErrorState, TextSkeleton } from '../../ui/index.ts';
import { fieldName } from './field-name.ts';
import { messages } from './messages.ts';
import { tileOf, type NewTile } from './saved.ts';
import classes from './saved.module.css';
import { usePutting, useRoomyDashboards } from './use-explorations.ts';

const words = messages.dashboard;
const NEW = '';

function Done({ dashboard: { id, spec }, onClose }: { dashboard: Dashboard; onClose: () => void }) {
  return (
    <>
      <p role="status" className={classes['text']}>
        {words.done(spec.title)}
      </p>
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.close}
        </Button>
        <Button component={Link} to="/dashboards/$dashboardId" params={{ dashboardId: id } as never}>
          {words.open}
        </Button>
      </div>
    </>
  );
}

function Choice({ tile, dashboards, onClose }: { tile: NewTile; dashboards: readonly Dashboard[]; onClose: () => void }) {
  const [chosen, setChosen] = useState(dashboards[0]?.id ?? NEW);
  const put = usePutting();
  if (put.data) return <Done dashboard={put.data} onClose={onClose} />;
  const on = dashboards.find(({ id }) => id === chosen) ?? { title: tile.title ?? words.untitled };
  return (
    <div className={classes['form']}>
      <NativeSelect
        data-autofocus
        label={words.which}
        value={chosen}
        data={[...dashboards.map(({ id, spec }) => ({ value: id, label: spec.title })), { value: NEW, label: words.newOne }]}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      {put.error && <ErrorState error={put.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button loading={put.isPending} onClick={() => put.mutate({ tile, on })}>
          {words.put}
        </Button>
      </div>
    </div>
  );
}

export function DashboardDialog({ spec, onClose }: { spec: ExplorationSpec; onClose: () => void }) {
  const { data: dashboards, error, refetch } = useRoomyDashboards();
  const made = tileOf(spec);
  return (
    <Modal opened onClose={onClose} title={words.title}>
      {'field' in made && <p className={classes['text']}>{words.cannot(fieldName(made.field), made.message)}</p>}
      {'tile' in made && error && <ErrorState error={error} retry={() => void refetch()} compact />}
      {'tile' in made && !dashboards && !error && <TextSkeleton lines={2} />}
      {'tile' in made && dashboards && <Choice tile={made.tile} dashboards={dashboards} onClose={onClose} />}
    </Modal>
  );
}
