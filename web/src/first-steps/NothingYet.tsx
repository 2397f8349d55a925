/** Of a place that shows tickets, while there is none: what fills it, and for whom that is. */
import { Button } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession } from '../session/session.ts';
import { EmptyState } from '../ui/index.ts';
import { messages } from './messages.ts';

const words = messages.nothing;

export function NothingYet() {
  const { scopes } = useSession();
  const mayTakeSteps = scopes.includes('rules:write');
  return (
    <EmptyState
      icon={IconInbox}
      title={words.title}
      action={
        mayTakeSteps && (
          <Button component={Link} to="/overview" size="xs">
            {words.go}
          </Button>
        )
      }
    >
      {mayTakeSteps ? words.admin : words.others}
    </EmptyState>
  );
}
