/** What was wrong with a form and is about no single field of it. */
import { IconAlertCircle } from '@tabler/icons-react';
import classes from './account.module.css';

export function FormFault({ children }: { children: string | null }) {
  if (children === null) return null;
  return (
    <p role="alert" className={classes['fault']}>
      <IconAlertCircle size={18} stroke={1.7} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
