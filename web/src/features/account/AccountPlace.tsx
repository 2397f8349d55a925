/** What is one's own: the account, what one is told, and what of it arrived. A persona of the demonstration has no account and the rest. */
import { Outlet, useLocation } from '@tanstack/react-router';
import { PlaceTabs } from '../../place-tabs/index.ts';
import { useSession } from '../../session/session.ts';
import classes from './account.module.css';
import { messages } from './messages.ts';

const ACCOUNT = { to: '/account', label: messages.tabs.account } as const;
const TOLD = [
  { to: '/account/notifications', label: messages.tabs.notifications },
  { to: '/account/deliveries', label: messages.tabs.deliveries },
] as const;

export function AccountPlace() {
  const { account } = useSession();
  const isLog = useLocation().pathname === '/account/deliveries';
  // Before the second factor nothing else opens.
  const tabs = account?.needsSecondFactor ? [ACCOUNT] : account ? [ACCOUNT, ...TOLD] : TOLD;
  return (
    <div className={classes['place']} data-wide={isLog || undefined}>
      <PlaceTabs label={messages.tabs.label} tabs={tabs} />
      <Outlet />
    </div>
  );
}
