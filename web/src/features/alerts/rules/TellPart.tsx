/** Whom to tell, and by which channel. Who may add channels adds one here. */
import { Button, Checkbox, MultiSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { isAboutIncidents } from '@watchdesk/domain/alerting';
import { INCIDENT_ROLES } from '@watchdesk/domain/event';
import { useState } from 'react';
import { AudienceField, isNobody, PolicySelect, useRecipients } from '../../../audience/index.ts';
import { ChannelDialog } from '../../../channels/index.ts';
import { listed } from '../../../notices/index.ts';
import { useSession } from '../../../session/session.ts';
import { isAboutTickets, useForm } from './form.ts';
import { words } from './messages.ts';
import { Part } from './Part.tsx';
import classes from './rules.module.css';

const said = words.tell;

export function TellPart() {
  const { draft, change, faultAt } = useForm();
  const { audience } = draft;
  const { ladder, policy, incidentPath, incidentRoles = [] } = audience;
  const later = {
    ...(ladder && { ladder }),
    ...(policy !== undefined && { policy }),
    ...(incidentPath && { incidentPath }),
    ...(incidentRoles.length > 0 && { incidentRoles }),
  };
  const { channels, admins, isReady } = useRecipients();
  const { scopes, account } = useSession();
  const [isAdding, setAdding] = useState(false);
  // A persona of the demonstration tells nobody outside.
  const mayAdd = scopes.includes('admin') && account !== null;
  return (
    <Part word={words.parts.tell}>
      <AudienceField
        label={said.label}
        value={audience}
        isOfTicket={isAboutTickets(draft.subject)}
        error={faultAt('audience')}
        onChange={(group) => change({ audience: { ...group, ...later } })}
      />
      <div className={classes['line']}>
        {isNobody(audience) && policy === undefined && !incidentPath && incidentRoles.length === 0 && (
          <span className={classes['hint']}>{said.nobody}</span>
        )}
        {mayAdd && (
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {said.addChannel}
          </Button>
        )}
        {!mayAdd && isReady && channels.length === 0 && <span className={classes['hint']}>{said.noChannel(listed(admins))}</span>}
      </div>
      {(isAboutIncidents(draft.subject) || incidentPath) && (
        <Checkbox
          label={said.path}
          description={said.pathHint}
          checked={incidentPath ?? false}
          error={faultAt('audience.incidentPath')}
          onChange={({ currentTarget }) => {
            const { incidentPath: _, ...rest } = audience;
            change({ audience: { ...rest, ...(currentTarget.checked && { incidentPath: true }) } });
          }}
        />
      )}
      {(isAboutIncidents(draft.subject) || incidentRoles.length > 0) && (
        <MultiSelect
          label={said.incidentRoles}
          description={said.incidentRolesHint}
          data={INCIDENT_ROLES.map((value) => ({ value, label: words.incidentRoles[value] }))}
          value={[...incidentRoles]}
          error={faultAt('audience.incidentRoles')}
          onChange={(chosen) => {
            const { incidentRoles: _, ...rest } = audience;
            const roles = INCIDENT_ROLES.filter((role) => chosen.includes(role));
            change({ audience: { ...rest, ...(roles.length > 0 && { incidentRoles: roles }) } });
          }}
        />
      )}
      <PolicySelect
        value={policy}
        error={faultAt('audience.policy')}
        onChange={(chosen) => {
          const { policy: _, ...rest } = audience;
          change({ audience: { ...rest, ...(chosen !== undefined && { policy: chosen }) } });
        }}
      />
      {isAdding && (
        <ChannelDialog
          channel={null}
          onClose={() => setAdding(false)}
          onMade={(id) => change({ audience: { ...audience, channels: [...audience.channels, id] } })}
        />
      )}
    </Part>
  );
}
