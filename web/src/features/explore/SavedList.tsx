/** Every question that is kept: one's own, and what others share. */
import { Drawer, TextInput } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Exploration } from '../../api/client.ts';
import { numberMessages, questionTitle, useCatalogue } from '../../numbers/index.ts';
import { EmptyState, ErrorState, Instant, TextSkeleton } from '../../ui/index.ts';
import { ExplorationMenu } from './ExplorationMenu.tsx';
import { messages } from './messages.ts';
import { searchOf } from './saved.ts';
import classes from './saved.module.css';
import { useExplorations } from './use-explorations.ts';

const words = messages.saved;
/** Fewer are seen at a glance. */
const MANY = 8;

interface RowProps {
  exploration: Exploration;
  isOpen: boolean;
  onOpen: () => void;
  onGone: (id: string) => void;
}

function Row({ exploration, isOpen, onOpen, onGone }: RowProps) {
  const { id, spec, isMine, shared, savedBy, savedAt } = exploration;
  const { data: catalogue } = useCatalogue();
  const search = (previous: Record<string, unknown>) => ({ ...previous, ...searchOf(spec), saved: id });
  return (
    <li aria-current={isOpen || undefined}>
      <div>
        <Link to="/explore" search={search as never} onClick={onOpen}>
          {spec.title}
        </Link>
        <p>
          {numberMessages.kinds[spec.chart]}
          {catalogue && ` · ${questionTitle(spec.question, catalogue)}`}
        </p>
        <p>
          {isMine ? shared && `${words.isShared} · ` : `${words.by(savedBy)} · `}
          <Instant at={savedAt} />
        </p>
      </div>
      <ExplorationMenu exploration={exploration} onGone={() => onGone(id)} />
    </li>
  );
}

function Section({
  title,
  explorations,
  ...row
}: { title: string; explorations: readonly Exploration[]; openId: string | null } & Pick<RowProps, 'onOpen' | 'onGone'>) {
  const { openId, ...told } = row;
  if (explorations.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={classes['group']}>{title}</h3>
      <ul className={classes['list']}>
        {explorations.map((one) => (
          <Row key={one.id} exploration={one} isOpen={one.id === openId} {...told} />
        ))}
      </ul>
    </section>
  );
}

interface SavedListProps {
  /** Which one is looked at. */
  openId: string | null;
  onClose: () => void;
  /** Called when one was deleted. */
  onGone: (id: string) => void;
}

export function SavedList({ openId, onClose, onGone }: SavedListProps) {
  const { data, error, refetch } = useExplorations();
  const [wanted, setWanted] = useState('');
  const found = (data ?? []).filter(({ spec }) => spec.title.toLowerCase().includes(wanted.trim().toLowerCase()));
  const row = { openId, onOpen: onClose, onGone };
  return (
    <Drawer opened onClose={onClose} position="right" size={440} title={words.title}>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} compact />}
      {!data && !error && <TextSkeleton lines={6} />}
      {data && data.length > MANY && (
        <TextInput
          className={classes['find']}
          placeholder={words.find}
          aria-label={words.find}
          value={wanted}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        />
      )}
      <Section title={words.own} explorations={found.filter(({ isMine }) => isMine)} {...row} />
      <Section title={words.shared} explorations={found.filter(({ isMine }) => !isMine)} {...row} />
      {data?.length === 0 && (
        <EmptyState icon={IconBookmark} title={words.nothing} compact>
          {words.nothingHint}
        </EmptyState>
      )}
      {data && data.length > 0 && found.length === 0 && <EmptyState title={messages.noMatch} compact />}
    </Drawer>
  );
}
