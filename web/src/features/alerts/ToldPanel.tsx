/** Who was told of an alert, by which way, and why somebody was not. */
import { DeliveryTable } from '../../deliveries/index.ts';
import { useMayWriteRules } from '../../session/session.ts';
import { EmptyState, ErrorState, Panel, RowsSkeleton } from '../../ui/index.ts';
import { words } from './messages.ts';
import { useTold } from './use-alerts.ts';

const said = words.one;

export function ToldPanel({ id }: { id: string }) {
  const seesAll = useMayWriteRules();
  const { data, error, refetch } = useTold(id);
  const deliveries = data?.deliveries ?? [];
  return (
    <Panel title={seesAll ? said.told : said.toldOwn} flush>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} compact />}
      {!data && !error && <RowsSkeleton rows={3} />}
      {data && deliveries.length === 0 && (
        <EmptyState title={seesAll ? said.toldNobody : said.toldNobodyOwn} compact>
          {seesAll ? said.toldNobodyText : said.toldNobodyOwnText}
        </EmptyState>
      )}
      {deliveries.length > 0 && <DeliveryTable deliveries={deliveries} isOwn={!seesAll} isOfOne />}
    </Panel>
  );
}
