/** What is wrong with a field, said at it; the field names it with `aria-describedby`. */
import classes from './editor.module.css';

interface FaultProps {
  id?: string;
  /** Nothing is said where nothing is wrong. */
  children: string | undefined;
  /** Of a whole part and no single field: the focus may come here. */
  isWhole?: boolean;
}

export function Fault({ id, children, isWhole = false }: FaultProps) {
  if (children === undefined) return null;
  return (
    <p id={id} className={classes['fault']} {...(isWhole ? { tabIndex: -1, 'data-fault': true } : {})}>
      {children}
    </p>
  );
}
