/** A payload as a tree. Every value is a button that uses it for the chosen field; lists and objects fold. */
import { VisuallyHidden } from '@mantine/core';
import { inside, inWords, isList, isObject, type Json } from './sample.ts';
import { words } from './messages.ts';
import classes from './webhook-mapping.module.css';

interface TreeProps {
  sample: Json;
  /** The pointer that the chosen field has now. */
  chosen: string | undefined;
  /** What the chosen field is called. */
  field: string;
  onPick: (pointer: string) => void;
}

export function SampleTree({ sample, ...rest }: TreeProps) {
  return (
    <nav className={classes['tree']} aria-label={words.tree}>
      <Branch value={sample} pointer="" depth={0} {...rest} />
    </nav>
  );
}

function Branch({ value, pointer, depth, ...rest }: Omit<TreeProps, 'sample'> & { value: Json; pointer: string; depth: number }) {
  return (
    <ul className={classes['branch']}>
      {inside(value, pointer).map((one) => (
        <li key={one.pointer}>
          {isObject(one.value) || (isList(one.value) && one.value.length > 0) ? (
            <details open={depth < 2}>
              <summary>
                <span className={classes['name']}>{one.name}</span>
                <span className={classes['size']}>{isList(one.value) ? `[${one.value.length}]` : '{…}'}</span>
              </summary>
              {isList(one.value) && <Leaf {...one} {...rest} name={words.useList} />}
              <Branch value={one.value} pointer={one.pointer} depth={depth + 1} {...rest} />
            </details>
          ) : (
            <Leaf {...one} {...rest} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Leaf({ name, pointer, value, chosen, field, onPick }: Omit<TreeProps, 'sample'> & { name: string; pointer: string; value: Json }) {
  const text = inWords(value, 80);
  return (
    <button type="button" className={classes['leaf']} aria-pressed={chosen === pointer} onClick={() => onPick(pointer)}>
      <span className={classes['name']}>{name}</span>{' '}
      <span className={classes['value']} data-kind={typeof value}>
        {text === '' ? '""' : text}
      </span>
      <VisuallyHidden>{words.useFor(field)}</VisuallyHidden>
    </button>
  );
}
