/** The button of a filter, whatever opens under it: its name, or its name with what is chosen. */
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import classes from './filters.module.css';

interface FilterButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  label: string;
  chosen: readonly string[];
}

/** What the button says: the filter's name alone, with one or two values, or with how many. */
function summarise(label: string, chosen: readonly string[]): string {
  if (chosen.length === 0) return label;
  return chosen.length <= 2 ? `${label}: ${chosen.join(', ')}` : `${label}: ${chosen.length}`;
}

export function FilterButton({ label, chosen, ...others }: FilterButtonProps) {
  return (
    <button type="button" {...others} className={classes['trigger']} data-active={chosen.length > 0 || undefined}>
      <span className={classes['summary']}>{summarise(label, chosen)}</span>
      <IconChevronDown size={14} stroke={1.8} aria-hidden="true" />
    </button>
  );
}
