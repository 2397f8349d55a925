/** What each group of the provider makes of people, in order: the first with a role says the role. */
import { ActionIcon, Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useDirectory } from '../../../directory/use-directory.ts';
import type { Role } from '../../../session/session.ts';
import { messages } from '../messages.ts';
import { words } from './messages.ts';
import classes from './single-sign-on.module.css';
import type { Group } from './use-single-sign-on.ts';

const ROLES = [{ value: '', label: words.noRole }, ...Object.entries(messages.roles.names).map(([value, label]) => ({ value, label }))];

interface GroupMapProps {
  groups: readonly Group[];
  onChange: (groups: Group[]) => void;
  faultOf: (field: string) => string | undefined;
}

export function GroupMap({ groups, onChange, faultOf }: GroupMapProps) {
  const teams = useDirectory('teams');
  const change = (at: number, part: Partial<Group>) => onChange(groups.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const moveUp = (at: number) => onChange([...groups.slice(0, at - 1), groups[at]!, groups[at - 1]!, ...groups.slice(at + 1)]);
  return (
    <div className={classes['map']}>
      {groups.length === 0 && <p className={classes['quiet']}>{words.noGroups}</p>}
      <ol className={classes['groups']}>
        {groups.map(({ group, role, teams: chosen }, at) => (
          // A row has no name of its own that stays while it is written; its place is all there is.
          <li key={at} className={classes['group']}>
            <TextInput
              aria-label={words.group(at + 1)}
              placeholder={words.groupPlaceholder}
              maxLength={300}
              value={group}
              error={faultOf(`groups.${at}.group`)}
              onChange={(event) => change(at, { group: event.currentTarget.value })}
            />
            <Select
              aria-label={words.role(at + 1)}
              data={ROLES}
              value={role ?? ''}
              allowDeselect={false}
              onChange={(value) => change(at, { role: value ? (value as Role) : null })}
            />
            <MultiSelect
              aria-label={words.teams(at + 1)}
              placeholder={chosen.length === 0 ? words.teamsPlaceholder : ''}
              data={teams.data ?? []}
              value={chosen}
              searchable
              nothingFoundMessage={words.nothing}
              error={faultOf(`groups.${at}.teams`)}
              onChange={(value) => change(at, { teams: value })}
            />
            <span className={classes['deeds']}>
              <ActionIcon
                variant="default"
                size="input-sm"
                aria-label={words.earlier(at + 1)}
                disabled={at === 0}
                onClick={() => moveUp(at)}
              >
                <IconArrowUp size={16} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size="input-sm"
                aria-label={words.remove(at + 1)}
                onClick={() => onChange(groups.filter((_one, place) => place !== at))}
              >
                <IconTrash size={16} aria-hidden="true" />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        size="xs"
        className={classes['add']}
        leftSection={<IconPlus size={15} aria-hidden="true" />}
        onClick={() => onChange([...groups, { group: '', role: null, teams: [] }])}
      >
        {words.add}
      </Button>
    </div>
  );
}
