/** One map: each word, what it means, and how often it came without a meaning. */
import { ActionIcon, Autocomplete, Button, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useDirectory } from '../../../directory/use-directory.ts';
import { Instant, Panel, sentenceCase, CardTable } from '../../../ui/index.ts';
import classes from '../connections.module.css';
import { messages } from '../messages.ts';
import type { SavedMaps } from '../use-connections.ts';
import { type Draft, rowsOf, type Table, without, withMeaning, type WordRow } from './word-rows.ts';

const words = messages.words;

const STATUSES = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed'];
const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'];
/** Beside these any name: a custom field of ours is called so. */
const FIELDS = ['category', 'product', 'language', 'serviceSite', 'supportTier'];

interface WordTableProps {
  table: Table;
  draft: Draft;
  saved: SavedMaps;
  onChange: (draft: Draft) => void;
}

export function WordTable({ table, draft, saved, onChange }: WordTableProps) {
  const [added, setAdded] = useState('');
  const rows = rowsOf(draft, table, saved);
  const add = () => {
    const word = added.trim();
    setAdded('');
    if (word !== '' && !(word in draft[table])) onChange(withMeaning(draft, table, word, ''));
  };
  return (
    <Panel title={words[table]} sentence={words.sentences[table]} flush>
      {rows.length > 0 && (
        <CardTable columns={words.columns}>
          {rows.map((row) => (
            <Row
              key={row.word}
              row={row}
              table={table}
              onSay={(meaning) => onChange(withMeaning(draft, table, row.word, meaning))}
              onTakeOut={() => onChange(without(draft, table, row.word))}
            />
          ))}
        </CardTable>
      )}
      <form
        className={classes['addWord']}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        {rows.length === 0 && <p className={classes['quiet']}>{words.none}</p>}
        <TextInput
          size="xs"
          aria-label={words.addOf(words[table])}
          placeholder={words.columns.word}
          maxLength={200}
          value={added}
          onChange={(event) => setAdded(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" disabled={added.trim() === ''}>
          {words.add}
        </Button>
      </form>
    </Panel>
  );
}

interface RowProps {
  row: WordRow;
  table: Table;
  onSay: (meaning: string) => void;
  onTakeOut: () => void;
}

function Row({ row: { word, title, meaning, seen, isOwn }, table, onSay, onTakeOut }: RowProps) {
  return (
    <tr data-unknown={meaning === '' || undefined}>
      <td data-label={words.columns.word} className={classes['word']}>
        <bdi>{title ?? word}</bdi>
        {title !== undefined && <small className={classes['quiet']}> {word}</small>}
      </td>
      <td data-label={words.columns.meaning}>
        <div className={classes['meaning']}>
          <Meaning table={table} label={words.meaningOf(title ?? word)} value={meaning} onSay={onSay} />
          {isOwn && (
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label={words.takeOut(title ?? word)} onClick={onTakeOut}>
              <IconX size={14} aria-hidden="true" />
            </ActionIcon>
          )}
        </div>
      </td>
      <td data-label={words.columns.seen} className={classes['quiet']}>
        {seen ? (
          <>
            {words.times(seen.count)}, {words.lastSeen} <Instant at={seen.lastAt} />
          </>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

function Meaning({ table, label, value, onSay }: { table: Table; label: string; value: string; onSay: (meaning: string) => void }) {
  const agents = useDirectory('agents');
  const shared = { size: 'xs', 'aria-label': label, placeholder: words.unknown } as const;
  if (table === 'status' || table === 'priority') {
    const data = table === 'status' ? STATUSES.map((one) => ({ value: one, label: sentenceCase(one) })) : PRIORITIES;
    return <Select {...shared} data={data} value={value === '' ? null : value} clearable onChange={(one) => onSay(one ?? '')} />;
  }
  if (table === 'users')
    return (
      <Select
        {...shared}
        data={[
          ...(agents.data ?? []),
          ...(value !== '' && !agents.data?.some((one) => one.value === value) ? [{ value, label: value }] : []),
        ]}
        value={value === '' ? null : value}
        searchable
        clearable
        onChange={(one) => onSay(one ?? '')}
      />
    );
  return <Autocomplete {...shared} data={FIELDS} value={value} maxLength={200} onChange={onSay} />;
}
