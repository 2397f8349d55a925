/** Keeping the question that is explored: under a name, as it has become, as a tile; and the list of those that are kept. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconDeviceFloppy, IconLayoutDashboard } from '@tabler/icons-react';
import { useState } from 'react';
import type { Exploration } from '../../api/client.ts';
import { isSame } from '../../drafts/index.ts';
import { CopyButton, questionTitle } from '../../numbers/index.ts';
import { usePeriod } from '../../period/viewing.ts';
import { problemOf } from '../../ui/index.ts';
import { DashboardDialog } from './DashboardDialog.tsx';
import { ExplorationMenu } from './ExplorationMenu.tsx';
import { messages } from './messages.ts';
import { NameDialog } from './NameDialog.tsx';
import { specOf } from './saved.ts';
import classes from './saved.module.css';
import { SavedList } from './SavedList.tsx';
import type { Explored } from './use-explore.ts';
import { useExploration, useKeep, useReplace } from './use-explorations.ts';

const words = messages.saved;

/** The name of what is looked at, whose it is, and whether it is still as it was kept. */
function Standing({ kept: { spec, isMine, shared, savedBy }, isChanged }: { kept: Exploration; isChanged: boolean }) {
  const facts = [isMine ? (shared ? words.isShared : null) : words.by(savedBy), isChanged ? words.changed : null];
  return (
    <p className={classes['standing']}>
      <b>{spec.title}</b>
      {facts
        .filter((fact) => fact !== null)
        .map((fact) => (
          <span key={fact}> · {fact}</span>
        ))}
    </p>
  );
}

export function Keeping({ explored: { search, question, kind, catalogue, change } }: { explored: Explored }) {
  const period = usePeriod();
  const { data } = useExploration(search.saved ?? null);
  const [open, setOpen] = useState<'list' | 'name' | 'dashboard' | null>(null);
  // One for each time the dialog is opened, so that what is asked for twice is kept once.
  const [key, setKey] = useState('');
  const kept = data && data.id === search.saved ? data : null;
  const keep = useKeep(({ id }) => {
    setOpen(null);
    change({ saved: id });
  });
  const replace = useReplace(() => notifications.show({ message: words.replaced }));
  // Of one that was kept without a period it is whoever looks that says it.
  const now = (title: string) => specOf(title, question, kind, kept && kept.spec.period === undefined ? undefined : period);
  const isChanged = kept !== null && !isSame(now(kept.spec.title), kept.spec);
  const forget = (id: string): void => {
    if (id === search.saved) change({ saved: undefined });
  };
  const refused = (error: unknown): void => {
    const { detail, title } = problemOf(error);
    notifications.show({ message: detail ?? title, color: 'red', autoClose: 8_000 });
  };
  const name = (): void => {
    keep.reset();
    setKey(crypto.randomUUID());
    setOpen('name');
  };
  return (
    <div className={classes['keeping']}>
      {kept && <Standing kept={kept} isChanged={isChanged} />}
      <div className={classes['actions']}>
        {kept?.isMine && isChanged && (
          <Button
            size="compact-sm"
            leftSection={<IconDeviceFloppy size={14} aria-hidden="true" />}
            loading={replace.isPending}
            onClick={() => replace.mutate({ id: kept.id, spec: now(kept.spec.title) }, { onError: refused })}
          >
            {words.saveChanges}
          </Button>
        )}
        {(!kept || isChanged) && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDeviceFloppy size={14} aria-hidden="true" />}
            disabled={question.metrics.length === 0}
            onClick={name}
          >
            {kept ? words.saveAsNew : words.save}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconLayoutDashboard size={14} aria-hidden="true" />}
          disabled={question.metrics.length === 0}
          onClick={() => setOpen('dashboard')}
        >
          {messages.dashboard.short}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconBookmark size={14} aria-hidden="true" />}
          onClick={() => setOpen('list')}
        >
          {words.title}
        </Button>
        <CopyButton what={messages.share} text={() => window.location.href} withLabel />
        {kept && <ExplorationMenu exploration={kept} onGone={() => forget(kept.id)} onCopy={({ id }) => change({ saved: id })} />}
      </div>
      {open === 'list' && <SavedList openId={kept?.id ?? null} onClose={() => setOpen(null)} onGone={forget} />}
      {open === 'dashboard' && (
        <DashboardDialog
          spec={specOf(kept?.spec.title ?? questionTitle(question, catalogue).slice(0, 100), question, kind, period)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'name' && (
        <NameDialog
          title={words.saveAs}
          name={kept ? words.copyOf(kept.spec.title) : questionTitle(question, catalogue)}
          isBusy={keep.isPending}
          error={keep.error}
          onName={(title) => keep.mutate({ spec: now(title), key })}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
