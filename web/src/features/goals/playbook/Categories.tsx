/** Which category is of which kind of issue: by its name, or as somebody says. */
import { NativeSelect } from '@mantine/core';
import { ISSUE_TYPE_IDS, issueTypeOf } from '@watchdesk/domain/playbook';
import type { Playbook } from '../../../api/client.ts';
import { useValues } from '../../../numbers/index.ts';
import { useTimeZone } from '../../../period/viewing.ts';
import { EmptyState, Panel, TextSkeleton } from '../../../ui/index.ts';
import { AddFor } from './ActionList.tsx';
import { messages } from './messages.ts';
import classes from './playbook.module.css';
import { useAssign } from './use-playbook.ts';

const words = messages.categories;
/** Options of the field that are no kind. */
const BY_NAME = 'by name';
const NONE = 'none';

function Kind({ category, playbook, mayWrite }: { category: string; playbook: Playbook; mayWrite: boolean }) {
  const assign = useAssign();
  const nameOf = (id: string | null): string => playbook.issueTypes.find((one) => one.id === id)?.label ?? words.none;
  const said = playbook.assigned.find((one) => one.category === category);
  const byName = words.byName(nameOf(issueTypeOf(category)));
  if (!mayWrite) return <span>{said ? nameOf(said.issueType) : byName}</span>;
  return (
    <NativeSelect
      size="xs"
      aria-label={words.of(category)}
      value={said ? (said.issueType ?? NONE) : BY_NAME}
      data={[
        { value: BY_NAME, label: byName },
        ...playbook.issueTypes.map(({ id, label }) => ({ value: id as string, label })),
        { value: NONE, label: words.none },
      ]}
      onChange={({ currentTarget: { value } }) => {
        const issueType = value === BY_NAME ? undefined : (ISSUE_TYPE_IDS.find((id) => id === value) ?? null);
        assign.mutate({ category, issueType });
      }}
      error={assign.error ? words.refused : undefined}
    />
  );
}

export function Categories({ playbook, mayWrite }: { playbook: Playbook; mayWrite: boolean }) {
  const values = useValues('category', { period: '90d', timeZone: useTimeZone() });
  const known = [
    ...new Set([
      ...(values?.map(({ value }) => value) ?? []),
      ...playbook.assigned.map(({ category }) => category),
      ...playbook.categories.map(({ category }) => category),
    ]),
  ].filter((category) => category !== '');
  return (
    <Panel title={words.title} className={classes['categories'] ?? ''}>
      <p className={classes['sentence']}>{words.sentence}</p>
      {values === null && <TextSkeleton lines={6} />}
      {values !== null && known.length === 0 && <EmptyState title={words.nothing} compact />}
      <ul className={classes['kinds']}>
        {known.map((category) => {
          const own = playbook.categories.find((one) => one.category === category)?.actions.length ?? 0;
          return (
            <li key={category}>
              <span className={classes['category']}>{category}</span>
              <Kind category={category} playbook={playbook} mayWrite={mayWrite} />
              {own > 0 ? <span className={classes['quiet']}>{words.actions(own)}</span> : mayWrite && <AddFor category={category} />}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
