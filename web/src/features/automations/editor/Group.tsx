/** Some conditions, and how many of them must be true; a group may hold groups. */
import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { AutomationCondition } from '../../../api/client.ts';
import classes from './builder.module.css';
import { useForm } from './form.ts';
import { Leaf } from './Leaf.tsx';
import { messages } from './messages.ts';
import { groupAt, isLeaf, leafOf, MODES, nodeOf, withPart } from './tree.ts';

const words = messages.if;
const DATA = MODES.map((value) => ({ value, label: words.modes[value] }));
/** As deep as the server takes them, less the condition itself and the `not` of a group. */
const DEEPEST = 2;

interface GroupProps {
  /** Null where there is none. */
  node: AutomationCondition | null;
  path: string;
  /** How many groups it lies in. */
  depth: number;
  /** Null where nothing is left of it. */
  onChange: (node: AutomationCondition | null) => void;
}

export function Group({ node, path, depth, onChange }: GroupProps) {
  const { faults } = useForm();
  const group = node === null ? { mode: 'all' as const, parts: [] } : groupAt(node, path);
  const { mode, parts } = group;
  const nodes = parts.map((part) => part.node);
  const own = faults.find(({ field }) => field === `automation.${path}`)?.message;
  const add = (next: AutomationCondition): void => onChange(nodeOf(mode, [...nodes, next]));
  return (
    <div className={classes['group']} role="group" aria-label={words.group} data-nested={depth > 0 || undefined}>
      {(parts.length > 1 || mode !== 'all' || depth > 0) && (
        <div className={classes['mode']}>
          <Select
            size="xs"
            aria-label={words.mode}
            data={DATA}
            value={mode}
            allowDeselect={false}
            error={depth > 0 ? own : undefined}
            onChange={(next) => next && onChange(nodeOf(next, nodes))}
          />
          {depth > 0 && (
            <ActionIcon variant="subtle" color="gray" size={30} aria-label={words.remove(words.group)} onClick={() => onChange(null)}>
              <IconTrash size={16} stroke={1.7} />
            </ActionIcon>
          )}
        </div>
      )}
      {parts.length > 0 && (
        <ul className={classes['conditions']}>
          {parts.map((part, index) => {
            const set = (next: AutomationCondition | null): void => onChange(nodeOf(mode, withPart(group, index, next)));
            return (
              // A condition has no name of its own, and all it shows comes from the draft: its place tells it from the others.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                {isLeaf(part.node) ? (
                  <Leaf leaf={part.node} path={part.path} onChange={set} />
                ) : (
                  <Group node={part.node} path={part.path} depth={depth + 1} onChange={set} />
                )}
              </li>
            );
          })}
        </ul>
      )}
      <div className={classes['adding']}>
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => add(leafOf('priority'))}>
          {words.add}
        </Button>
        {depth < DEEPEST && parts.length > 0 && (
          <Button variant="subtle" size="xs" onClick={() => add({ any: [leafOf('priority')] })}>
            {words.addGroup}
          </Button>
        )}
      </div>
    </div>
  );
}
