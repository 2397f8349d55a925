/** The inbox as a page: on a phone the only one, at a desk for whoever reads up on a night. */
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Panel } from '../../ui/index.ts';
import classes from './inbox.module.css';
import { InboxList } from './InboxList.tsx';
import { words } from './messages.ts';

export function InboxPage() {
  return (
    <div className={classes['page']}>
      <div className={classes['pageHead']}>
        <div>
          <h1>{words.title}</h1>
          <p>{words.text}</p>
        </div>
        <Anchor component={Link} to="/account/notifications" size="sm">
          {words.preferences}
        </Anchor>
      </div>
      <Panel title={words.list} flush>
        <InboxList />
      </Panel>
    </div>
  );
}
