/** An agent's name leading to their page, where this viewer may see it; else the name alone. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './AgentLink.module.css';
import { useMaySee } from './use-reach.ts';

export function AgentLink({ id, children }: { id: string | null | undefined; children: ReactNode }) {
  const maySee = useMaySee();
  if (!id || !maySee(id)) return children;
  return (
    <Link to="/people/$agentId" params={{ agentId: id }} className={classes['link']}>
      {children}
    </Link>
  );
}
