/** The inbox beside whatever one is at. */
import { Anchor, Drawer } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import classes from './inbox.module.css';
import { InboxList } from './InboxList.tsx';
import { words } from './messages.ts';

export function InboxDrawer({ onClose }: { onClose: () => void }) {
  return (
    <Drawer opened onClose={onClose} position="right" size={460} title={words.title}>
      <InboxList onLeave={onClose} />
      <div className={classes['foot']}>
        <Anchor component={Link} to="/inbox" size="sm" onClick={onClose}>
          {words.page}
        </Anchor>
        <Anchor component={Link} to="/account/notifications" size="sm" onClick={onClose}>
          {words.preferences}
        </Anchor>
      </div>
    </Drawer>
  );
}
