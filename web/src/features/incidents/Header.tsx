/** What it is, how bad and why, and where it stands: each a click away from being another. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Incident } from '../../api/client.ts';
import { incidentMessages, SeverityBadge, StageWord, useIncidentDeed, useMayAct, useMaySpeak } from '../../incidents/index.ts';
import { ErrorState } from '../../ui/index.ts';
import { Decide } from './Decide.tsx';
import classes from './incidents.module.css';
import { words } from './messages.ts';
import { proposalWords } from './proposal-messages.ts';
import { ResolveDialog } from './ResolveDialog.tsx';
import { SeverityDialog } from './SeverityDialog.tsx';

const said = words.status;
const STEPS = ['investigating', 'identified', 'monitoring', 'resolved'] as const;

function Status({ incident }: { incident: Incident }) {
  const deed = useIncidentDeed(incident.id);
  const { stage, id, keptOpenBy, owesEnd } = incident;
  const [isResolving, setIsResolving] = useState(false);
  const mayEnd = useMaySpeak(incident.roles) || !owesEnd;
  if (stage === 'proposed') return <Decide incident={id} />;
  if (stage === 'dismissed')
    return (
      <Group gap="xs">
        <StageWord stage={stage} />
        {incident.mergedInto !== null && (
          <Link to="/incidents/$incidentId" params={{ incidentId: incident.mergedInto }}>
            {proposalWords.decide.mergedInto(incident.mergedInto)}
          </Link>
        )}
        {incident.declaredAt === null && (
          <Button size="xs" variant="default" loading={deed.isPending} onClick={() => deed.mutate({ do: 'declare' })}>
            {proposalWords.decide.accept}
          </Button>
        )}
        {incident.dismissedFor !== null && <bdi className={classes['aside']}>{incident.dismissedFor}</bdi>}
        {deed.error && <ErrorState error={deed.error} compact />}
      </Group>
    );
  return (
    <div className={classes['status']}>
      <SegmentedControl
        key={id}
        aria-label={said.label}
        value={stage as (typeof STEPS)[number]}
        disabled={deed.isPending}
        onChange={(status: (typeof STEPS)[number]) =>
          status === 'resolved' && owesEnd ? setIsResolving(true) : deed.mutate({ do: 'status', status })
        }
        data={STEPS.map((value) => ({
          value,
          label: incidentMessages.stages[value],
          disabled: value === 'resolved' && stage !== 'resolved' && !mayEnd,
        }))}
      />
      {stage === 'resolved' && (
        <Button
          size="xs"
          variant={keptOpenBy === null ? 'filled' : 'default'}
          disabled={keptOpenBy !== null}
          title={keptOpenBy === null ? said.closeHint : words.keptOpenBy[keptOpenBy]}
          loading={deed.isPending}
          onClick={() => deed.mutate({ do: 'status', status: 'closed' })}
        >
          {said.close}
        </Button>
      )}
      {stage === 'closed' && <StageWord stage={stage} />}
      {stage === 'resolved' && keptOpenBy !== null && <span className={classes['aside']}>{words.keptOpenBy[keptOpenBy]}</span>}
      {stage === 'resolved' && owesEnd && <span className={classes['late']}>{said.owesEnd}</span>}
      {stage !== 'resolved' && stage !== 'closed' && !mayEnd && <span className={classes['aside']}>{said.notYours}</span>}
      {deed.error && <ErrorState error={deed.error} compact />}
      {isResolving && <ResolveDialog incident={incident} onClose={() => setIsResolving(false)} />}
    </div>
  );
}

export function Header({ incident }: { incident: Incident }) {
  const { id, title, severity, severityReason, summary, services, regions, stage } = incident;
  const [isChanging, setIsChanging] = useState(false);
  const mayAct = useMayAct();
  const isLive = stage !== 'closed' && stage !== 'dismissed';
  return (
    <header className={classes['header']}>
      <div className={classes['headline']}>
        <SeverityBadge severity={severity} isLarge />
        <h1>
          <span className={classes['number']}>{id}</span> <bdi>{title}</bdi>
        </h1>
      </div>
      <p className={classes['because']}>
        <bdi>{severityReason}.</bdi>
        {[...services, ...regions].map((one) => (
          <bdi key={one} className={classes['tag']}>
            {one}
          </bdi>
        ))}
        {mayAct && isLive && stage !== 'proposed' && (
          <Button size="compact-sm" variant="subtle" onClick={() => setIsChanging(true)}>
            {words.assess.change}
          </Button>
        )}
      </p>
      {summary !== '' && <p className={classes['summary']}>{summary}</p>}
      {mayAct ? <Status incident={incident} /> : <StageWord stage={stage} />}
      {isChanging && <SeverityDialog incident={incident} onClose={() => setIsChanging(false)} />}
    </header>
  );
}
