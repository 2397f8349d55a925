/** Tells quietly of what comes into the inbox while one is at something else: one short message, for a burst as well. */
import { Anchor } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { arrivals, toldOf } from '../features/inbox/arrivals.ts';
import { words } from '../features/inbox/messages.ts';
import { type Inbox, type InboxItem, useInbox } from '../features/inbox/use-inbox.ts';
import { showBrowserNotice } from '../notices/browser-notices.ts';
import { SeverityMark } from '../notices/SeverityMark.tsx';
import classes from './arrivals.module.css';

const ID = 'inbox';
/** What is critical stays until somebody has seen it. */
const SHOWN_MS = 7_000;

/** `opened`: whether the inbox stands open beside the place, which `open` does. */
export function useArrivals(opened: boolean, open: () => void): void {
  const { data } = useInbox();
  const router = useRouter();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const before = useRef<Inbox>(undefined);
  const unseen = useRef<InboxItem[]>([]);
  useEffect(() => {
    if (!data) return;
    const come = arrivals(before.current, data);
    before.current = data;
    if (opened || router.state.location.pathname === '/inbox') {
      unseen.current = [];
      notifications.hide(ID);
    } else if (come.length > 0) {
      // Those of the message that still stands are counted in it.
      unseen.current = [...come, ...unseen.current];
      const look = () => (phone ? void router.navigate({ to: '/inbox' }) : open());
      tell(unseen.current, { look, phone, onGone: () => (unseen.current = []) });
    }
  }, [data, opened, open, phone, router]);
}

function tell(items: readonly InboxItem[], { look, phone, onGone }: { look: () => void; phone: boolean; onGone: () => void }): void {
  const { title, text, severity } = toldOf(items);
  const shown = {
    id: ID,
    title: (
      <span className={classes['title']}>
        <SeverityMark severity={severity} isShort />
        <bdi>{title}</bdi>
      </span>
    ),
    message: (
      <>
        <span className={classes['text']}>{text}</span>
        <Anchor
          component="button"
          size="sm"
          onClick={() => {
            notifications.hide(ID);
            look();
          }}
        >
          {words.look}
        </Anchor>
      </>
    ),
    role: 'status',
    color: 'gray',
    withBorder: true,
    position: phone ? 'top-center' : 'bottom-right',
    autoClose: severity === 'critical' ? false : SHOWN_MS,
    onClose: onGone,
  } as const;
  // Shown where there is none yet, and changed where there is.
  notifications.show(shown);
  notifications.update(shown);
  showBrowserNotice({ title, body: text, onClick: look });
}
