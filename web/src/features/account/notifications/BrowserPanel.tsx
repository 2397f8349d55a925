/** Notifications of this very browser. It is asked only when somebody clicks. */
import { Button } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useState } from 'react';
import { browserNotices, turnOffBrowserNotices, turnOnBrowserNotices } from '../../../notices/index.ts';
import { Panel } from '../../../ui/index.ts';
import classes from '../account.module.css';
import { words } from './messages.ts';

const said = words.browser;

export function BrowserPanel() {
  const [state, setState] = useState(browserNotices);
  const Sign = state === 'on' ? IconBell : IconBellOff;
  return (
    <Panel title={said.title} sentence={said.sentence}>
      <div className={classes['state']}>
        <span className={classes['sign']} data-on={state === 'on' || undefined} aria-hidden="true">
          <Sign size={20} stroke={1.7} />
        </span>
        <p role="status">{said[state]}</p>
        {state === 'off' && (
          <Button size="xs" variant="default" onClick={() => void turnOnBrowserNotices().then(setState)}>
            {said.turnOn}
          </Button>
        )}
        {state === 'on' && (
          <Button size="xs" variant="default" onClick={() => setState(turnOffBrowserNotices())}>
            {said.turnOff}
          </Button>
        )}
      </div>
    </Panel>
  );
}
