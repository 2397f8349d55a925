/** What stands where there is nothing, not yet anything, or a failure: designed once, the same everywhere. */
import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconLock, IconMoodEmpty, IconRefresh, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { messages } from './messages.ts';
import { detailOf, nextStep, problemOf, type Problem } from './problem.ts';
import classes from './states.module.css';

interface EmptyStateProps {
  icon?: Icon;
  /** What will be here. */
  title: string;
  /** Why it is empty now, and what fills it. */
  children?: ReactNode;
  /** The step that fills it. */
  action?: ReactNode;
  compact?: boolean;
}

export function EmptyState({ icon: Shape = IconMoodEmpty, title, children, action, compact = false }: EmptyStateProps) {
  return (
    <div className={classes['state']} data-compact={compact || undefined}>
      <span className={classes['icon']} aria-hidden="true">
        <Shape size={compact ? 18 : 24} stroke={1.6} />
      </span>
      <p className={classes['title']}>{title}</p>
      {children && <div className={classes['text']}>{children}</div>}
      {action}
    </div>
  );
}

function ErrorIcon({ problem, size }: { problem: Problem; size: number }) {
  if (problem.code === 'unreachable' || problem.status === 503) return <IconCloudOff size={size} stroke={1.6} />;
  if (problem.status === 401 || problem.status === 403) return <IconLock size={size} stroke={1.6} />;
  return <IconAlertTriangle size={size} stroke={1.6} />;
}

interface ErrorStateProps {
  error: unknown;
  retry?: () => void;
  /** What else one can do, where trying again would not help. */
  action?: ReactNode;
  /** What the person calls a field; by itself what the server does. */
  fieldName?: (field: string) => string;
  compact?: boolean;
}

/** What happened, why, and the next step, from whatever was thrown; `retry` adds the button, where trying again may help. */
export function ErrorState({ error, retry, action, fieldName = String, compact = false }: ErrorStateProps) {
  const problem = problemOf(error);
  const detail = detailOf(problem);
  return (
    <div className={classes['state']} data-tone="bad" data-compact={compact || undefined} role="alert">
      <span className={classes['icon']} aria-hidden="true">
        <ErrorIcon problem={problem} size={compact ? 18 : 24} />
      </span>
      <p className={classes['title']}>{problem.title}</p>
      <div className={classes['text']}>
        {detail && <p>{detail}</p>}
        {problem.fields.map((entry) => (
          <p key={entry.field}>
            <b>{fieldName(entry.field)}</b> {entry.message}
          </p>
        ))}
        <p>{nextStep(problem)}</p>
      </div>
      {retry && problem.status !== 403 && (
        <Button variant="default" size="xs" leftSection={<IconRefresh size={14} aria-hidden="true" />} onClick={retry}>
          {messages.retry}
        </Button>
      )}
      {action}
    </div>
  );
}

/** Lines of text still on their way; the widths differ so that it reads as text. */
export function TextSkeleton({ lines = 3 }: { lines?: number }) {
  return (
    <output className={classes['lines']}>
      <VisuallyHidden>{messages.loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={12} width={`${92 - ((line * 37) % 45)}%`} radius="sm" />
      ))}
    </output>
  );
}

/** Rows of a list still on their way, at the height they will have. */
export function RowsSkeleton({ rows = 8, height = 36 }: { rows?: number; height?: number }) {
  return (
    <output className={classes['loading']}>
      <VisuallyHidden>{messages.loading}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes['row']} style={{ height }}>
          <Skeleton height={12} width={56} radius="sm" />
          <Skeleton height={12} width={`${30 + ((row * 29) % 30)}%`} radius="sm" />
          <Skeleton height={12} width={80} radius="sm" ml="auto" />
        </div>
      ))}
    </output>
  );
}

/** A card of a known height still on its way. */
export function BlockSkeleton({ height }: { height: number | string }) {
  return (
    <output className={classes['block']} style={{ height }}>
      <VisuallyHidden>{messages.loading}</VisuallyHidden>
      <Skeleton height={14} width="min(220px, 40%)" radius="sm" />
      <Skeleton height={12} width="min(420px, 70%)" radius="sm" />
    </output>
  );
}
