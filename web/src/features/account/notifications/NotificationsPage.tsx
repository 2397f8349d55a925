/** What the viewer wants to be told, how and when, beside what that means in words. */
import { Anchor, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFaultFocus } from '../../../account/index.ts';
import { isSame, useUnsaved } from '../../../drafts/index.ts';
import { useSession } from '../../../session/session.ts';
import { BlockSkeleton, ErrorState, problemOf } from '../../../ui/index.ts';
import classes from '../account.module.css';
import { BrowserPanel } from './BrowserPanel.tsx';
import { words } from './messages.ts';
import own from './notifications.module.css';
import { preferencesInWords } from './preferences-words.ts';
import { type Preferences, usePreferences, useSavePreferences } from './use-preferences.ts';
import { WaysPanel } from './WaysPanel.tsx';
import { WhenPanel } from './WhenPanel.tsx';

export function NotificationsPage() {
  const { data, error, refetch } = usePreferences();
  return (
    <div className={classes['page']}>
      <h1>{words.title}</h1>
      {!data &&
        (error ? (
          <ErrorState error={error} retry={() => void refetch()} />
        ) : (
          [180, 220].map((height) => <BlockSkeleton key={height} height={height} />)
        ))}
      {data && <Form saved={data} />}
      <BrowserPanel />
      <p className={classes['text']}>
        <Anchor component={Link} size="sm" to="/account/deliveries">
          {words.log}
        </Anchor>
      </p>
    </div>
  );
}

function Form({ saved }: { saved: Preferences }) {
  const { workspace } = useSession();
  const [draft, setDraft] = useState(saved);
  const save = useSavePreferences(() => notifications.show({ message: words.saved, color: 'green' }));
  const isChanged = !isSame(draft, saved);
  useUnsaved(isChanged);
  const form = useFaultFocus(save.error);
  const faults = save.error ? problemOf(save.error).fields : [];
  const faultOf = (field: string) => faults.find((one) => one.field === field)?.message;
  const change = (part: Partial<Preferences>) => setDraft({ ...draft, ...part });
  return (
    <form
      ref={form}
      noValidate
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft);
      }}
    >
      <div className={own['means']} role="status">
        <b>{words.means}</b> {preferencesInWords(draft, workspace.timeZone)}
      </div>
      <WaysPanel preferences={draft} onChange={change} />
      <WhenPanel preferences={draft} workspaceZone={workspace.timeZone} faultOf={faultOf} onChange={change} />
      {save.error && faults.length === 0 && <ErrorState error={save.error} compact />}
      <div className={own['bar']} data-changed={isChanged || undefined}>
        <span className={classes['quiet']}>{isChanged && words.changed}</span>
        <Button variant="default" disabled={!isChanged} onClick={() => setDraft(saved)}>
          {words.undo}
        </Button>
        <Button type="submit" disabled={!isChanged} loading={save.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
