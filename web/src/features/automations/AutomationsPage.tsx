/** The automations in the order in which they look: what each says, whether it is on, and how often it ran. */
import { Button } from '@mantine/core';
import { IconPlus, IconRobot } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMayWriteRules } from '../../session/session.ts';
import { CardTable, EmptyState, ErrorState, Panel, PlaceHead, RowsSkeleton } from '../../ui/index.ts';
import { AutomationRow } from './AutomationRow.tsx';
import classes from './automations.module.css';
import { messages } from './messages.ts';
import { moved } from './order.ts';
import { useAutomations, useOrderAutomations } from './use-automations.ts';

const words = messages.list;

function New() {
  return (
    <div className={classes['actions']}>
      <Button size="xs" variant="default" component={Link} to="/automations/templates">
        {words.fromTemplate}
      </Button>
      <Button size="xs" component={Link} to="/automations/new" leftSection={<IconPlus size={15} aria-hidden="true" />}>
        {words.add}
      </Button>
    </div>
  );
}

export function AutomationsPage() {
  const { data, error, refetch } = useAutomations();
  const mayWrite = useMayWriteRules();
  const order = useOrderAutomations();
  const ids = data?.map(({ id }) => id) ?? [];
  return (
    <div className={classes['page']}>
      <PlaceHead title={words.title} text={mayWrite ? words.text : `${words.text} ${messages.readOnly}`}>
        {mayWrite && data && data.length > 0 && <New />}
      </PlaceHead>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {order.error && <ErrorState error={order.error} compact />}
      {!error && !data && <RowsSkeleton rows={5} height={64} />}
      {data?.length === 0 && (
        <EmptyState icon={IconRobot} title={words.none} action={mayWrite && <New />}>
          {words.noneText}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <Panel title={words.panel} sentence={words.sentence(data)} flush>
          <CardTable columns={words.columns}>
            {data.map((automation, place) => (
              <AutomationRow
                key={automation.id}
                automation={automation}
                count={data.length}
                onMove={mayWrite ? (by) => order.mutate(moved(ids, place, by)) : null}
                isMoving={order.isPending}
              />
            ))}
          </CardTable>
        </Panel>
      )}
    </div>
  );
}
