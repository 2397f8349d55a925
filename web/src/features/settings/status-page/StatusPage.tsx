/** The status page: what it is and follows, in which state its components are, maintenances, and how many are told. */
import { Anchor } from '@mantine/core';
import { useSession } from '../../../session/session.ts';
import { ErrorState, formatCount, Panel, PlaceHead, RowsSkeleton } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { MaintenancePanel } from './MaintenancePanel.tsx';
import { words } from './messages.ts';
import { StatesPanel } from './StatesPanel.tsx';
import { newDraft } from './status-form.ts';
import { StatusPageForm } from './StatusPageForm.tsx';
import { type StatusPageState, useStatusPage } from './use-status-page.ts';

export function StatusPage() {
  const { workspace } = useSession();
  const { data, error, refetch } = useStatusPage();
  return (
    <div className={classes['page']}>
      <PlaceHead title={words.title} text={words.text} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={8} />}
      {data && (
        <>
          <Where of={data} />
          {data.settings !== null && (
            <>
              {data.components.length > 0 && <StatesPanel settings={data.settings} components={data.components} />}
              {data.components.length > 0 && <MaintenancePanel settings={data.settings} maintenances={data.maintenances} />}
            </>
          )}
          <StatusPageForm state={data} initial={data.settings ?? newDraft(workspace.name, workspace.timeZone)} />
          <SubscribersPanel of={data.subscribers} />
        </>
      )}
    </div>
  );
}

function Where({ of: { settings, url } }: { of: StatusPageState }) {
  if (!settings?.enabled || url === null) return <p className={classes['text']}>{words.isOff}</p>;
  return (
    <p className={classes['text']}>
      {words.isAt}{' '}
      <Anchor href={url} target="_blank" rel="noreferrer" inherit>
        {url}
      </Anchor>
    </p>
  );
}

const SubscribersPanel = ({ of }: { of: StatusPageState['subscribers'] }) => (
  <Panel title={words.subscribers} sentence={words.subscribersSentence}>
    <dl className={classes['facts']}>
      {(['mail', 'webhook', 'pending'] as const).map((kind) => (
        <div key={kind}>
          <dt>{words.counts[kind]}</dt>
          <dd>
            <b>{formatCount(of[kind])}</b>
          </dd>
        </div>
      ))}
    </dl>
  </Panel>
);
