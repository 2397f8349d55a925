/** What a page shows when it is not there yet, not there at all, or has failed. */
import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { BlockSkeleton, EmptyState, ErrorState } from '../ui/index.ts';
import { messages } from './messages.ts';

export function PageLoading() {
  return (
    <div style={{ padding: 16 }}>
      <BlockSkeleton height={400} />
    </div>
  );
}

export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  return <ErrorState error={error} retry={retry} />;
}

export function NotFound() {
  return (
    <EmptyState
      icon={IconMapOff}
      title={messages.notFound.title}
      action={
        <Button component={Link} to="/overview" variant="default" size="xs">
          {messages.notFound.home}
        </Button>
      }
    >
      {messages.notFound.text}
    </EmptyState>
  );
}
