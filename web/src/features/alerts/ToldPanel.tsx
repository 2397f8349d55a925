/** Who was told of an alert, by which way, and why somebody was not: in one sentence, and line by line. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { DeliveryTable } from '../../deliveries/index.ts';
import { useMayWriteRules } from '../../session/session.ts';
import { EmptyState, ErrorState, Panel, RowsSkeleton } from '../../ui/index.ts';
import { tellsNobody, toldInWords } from './alert-words.ts';
import classes from './alerts.module.css';
import { words } from './messages.ts';
import { type AlertDetail, useTold } from './use-alerts.ts';

const said = words.one;
/** More of them are folded: what became of them stands above. */
const MOST_AT_ONCE = 10;

export function ToldPanel({ alert }: { alert: AlertDetail }) {
  const writesRules = useMayWriteRules();
  const { data, error, refetch } = useTold(alert);
  // A lead's own rules are known by the answer.
  const seesAll = data ? data.of !== 'own' : writesRules;
  const [isOpen, setOpen] = useState(false);
  const all = data?.deliveries ?? [];
  const deliveries = all.filter((one) => !tellsNobody(one));
  const isFolded = deliveries.length > MOST_AT_ONCE && !isOpen;
  const shown = toldInWords(deliveries);
  return (
    <Panel
      title={seesAll ? said.told : said.toldOwn}
      sentence={data?.next ? said.toldLatest(deliveries.length, shown) : shown}
      actions={
        deliveries.length > MOST_AT_ONCE && (
          <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? said.toldFold : said.toldUnfold(deliveries.length)}
          </Button>
        )
      }
      flush
    >
      {error && !data && <ErrorState error={error} retry={() => void refetch()} compact />}
      {!data && !error && <RowsSkeleton rows={3} />}
      {data && all.length === 0 && (
        <EmptyState title={seesAll ? said.toldNobody : said.toldNobodyOwn} compact>
          {seesAll ? said.toldNobodyText : said.toldNobodyOwnText}
        </EmptyState>
      )}
      {all.length > 0 && deliveries.length === 0 && <p className={classes['nobody']}>{said.ruleTellsNobody}</p>}
      {deliveries.length > 0 && !isFolded && <DeliveryTable deliveries={deliveries} isOwn={!seesAll} isOfOne />}
    </Panel>
  );
}
