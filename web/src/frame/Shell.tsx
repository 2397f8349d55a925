/**
 * The room all places share: the rail, the bar above, the bar below on a phone, and the place itself. On a wall the
 * place stands alone. What is inside may rely on a session and on the live connection.
 */
import { useDisclosure } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useRouter, useRouterState, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { titleWith } from '../features/inbox/arrivals.ts';
import { useInbox } from '../features/inbox/use-inbox.ts';
import { useKeyListener } from '../keys/use-keys.ts';
import { LiveProvider } from '../live/live.tsx';
import { useTimeZone, useWall } from '../period/viewing.ts';
import { sessionQuery } from '../session/session.ts';
import { TimeZoneContext } from '../ui/index.ts';
import { BottomBar } from './BottomBar.tsx';
import { HistoryNotice } from './HistoryNotice.tsx';
import { messages } from './messages.ts';
import { placeOf, titleOf } from './places.ts';
import { Rail } from './Rail.tsx';
import classes from './Shell.module.css';
import { TopBar } from './TopBar.tsx';
import { useArrivals } from './use-arrivals.tsx';
import { useFrameKeys } from './use-frame-keys.ts';
import { useRail } from './use-rail.ts';

const Palette = lazy(() => import('./Palette.tsx').then((part) => ({ default: part.Palette })));
const ExplainPanel = lazy(() => import('../numbers/ExplainPanel.tsx').then((part) => ({ default: part.ExplainPanel })));
const InboxDrawer = lazy(() => import('../features/inbox/index.ts').then((part) => ({ default: part.InboxDrawer })));
const KeySheet = lazy(() => import('./KeySheet.tsx').then((part) => ({ default: part.KeySheet })));

function usePlace() {
  const place = useRouterState({ select: ({ location }) => placeOf(location.pathname) });
  const title = useRouterState({ select: ({ location }) => titleOf(location.pathname) });
  const unread = useInbox().data?.unread ?? 0;
  const wall = useWall();
  useEffect(() => {
    document.title = titleWith(wall ? 0 : unread, title === messages.product ? title : `${title} · ${messages.product}`);
  }, [title, unread, wall]);
  return place;
}

/** Whether a number is explained, or was before, so that the panel can also go away as it came. */
function useExplains(): boolean {
  const { explain } = useSearch({ strict: false });
  const [did, setDid] = useState(explain !== undefined);
  if (explain && !did) setDid(true);
  return did;
}

/** On a wall nobody is told of anything: it hangs there for everybody. */
function Arrivals({ opened, open }: { opened: boolean; open: () => void }) {
  useArrivals(opened, open);
  return null;
}

function Room() {
  const place = usePlace();
  const wall = useWall();
  const zone = useTimeZone();
  const [railOpen, toggleRail] = useRail();
  const [inboxOpened, inbox] = useDisclosure(false);
  const sheet = useFrameKeys(toggleRail, inbox.toggle);
  const explains = useExplains();
  useKeyListener();
  return (
    <TimeZoneContext value={zone}>
      {wall ? (
        <main id="main" className={classes['wall']}>
          <Outlet />
        </main>
      ) : (
        <div className={classes['frame']} data-rail={railOpen ? 'open' : 'narrow'}>
          <a href="#main" className={classes['skip']}>
            {messages.skip}
          </a>
          <Rail open={railOpen} onToggle={toggleRail} />
          <TopBar place={place} onKeys={sheet.open} inboxOpened={inboxOpened} onInbox={inbox.toggle} />
          <Arrivals opened={inboxOpened} open={inbox.open} />
          <HistoryNotice place={place} />
          <main id="main" tabIndex={-1} className={classes['main']}>
            <Outlet />
          </main>
          <BottomBar />
        </div>
      )}
      <Suspense>
        <Palette />
        {explains && <ExplainPanel />}
        {inboxOpened && !wall && <InboxDrawer onClose={inbox.close} />}
        {sheet.opened && <KeySheet onClose={sheet.close} />}
      </Suspense>
    </TimeZoneContext>
  );
}

/** The session ended while somebody looked: once past the door they are where they were. Whoever left is on the way there already. */
function ToDoor() {
  const { history, navigate } = useRouter();
  useEffect(() => {
    const { href, pathname } = history.location;
    if (pathname !== '/sign-in') void navigate({ to: '/sign-in', search: { next: href }, replace: true });
  }, [history, navigate]);
  return null;
}

export function Shell() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  if (!session) return <ToDoor />;
  const { workspace } = session;
  return (
    <LiveProvider key={workspace.id} workspace={workspace.id}>
      <Room />
    </LiveProvider>
  );
}
