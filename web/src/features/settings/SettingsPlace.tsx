/** The place of what administrators see to. The server refuses others; they are told so here without asking it. */
import { Outlet } from '@tanstack/react-router';
import { IconLock } from '@tabler/icons-react';
import { PlaceTabs } from '../../place-tabs/index.ts';
import { useSession } from '../../session/session.ts';
import { EmptyState } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './settings.module.css';

const TABS = [
  { to: '/settings', label: messages.tabs.people },
  { to: '/settings/roles', label: messages.tabs.roles },
  { to: '/settings/single-sign-on', label: messages.tabs.singleSignOn },
  { to: '/settings/keys', label: messages.tabs.keys },
  { to: '/settings/connections', label: messages.tabs.connections },
  { to: '/settings/import', label: messages.tabs.import },
  { to: '/settings/channels', label: messages.tabs.channels },
  { to: '/settings/deliveries', label: messages.tabs.deliveries },
  { to: '/settings/surveys', label: messages.tabs.surveys },
  { to: '/settings/status-page', label: messages.tabs.statusPage },
  { to: '/settings/incidents', label: messages.tabs.incidents },
  { to: '/settings/privacy', label: messages.tabs.privacy },
  { to: '/settings/audit', label: messages.tabs.audit },
  { to: '/settings/mail', label: messages.tabs.mail },
] as const;

export function SettingsPlace() {
  const isAdmin = useSession().scopes.includes('admin');
  if (!isAdmin)
    return (
      <EmptyState icon={IconLock} title={messages.notYours}>
        {messages.notYoursText}
      </EmptyState>
    );
  return (
    <div className={classes['place']}>
      <PlaceTabs label={messages.label} tabs={TABS} />
      <Outlet />
    </div>
  );
}
