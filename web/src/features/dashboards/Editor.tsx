/** Arranging one's own dashboard: tiles are moved, resized, renamed, added and removed; nothing is kept until it is saved. */
import { Button, Textarea, TextInput, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconArrowForwardUp, IconDeviceFloppy, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Dashboard, DashboardSpec } from '../../api/client.ts';
import { isSame, Overtaken, useDraft, useUnsaved } from '../../drafts/index.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { EmptyState, ErrorState } from '../../ui/index.ts';
import { added, removed } from './arrange.ts';
import { Arranged } from './Arranged.tsx';
import type { View } from '../../tiles/index.ts';
import classes from './editor.module.css';
import { messages } from './messages.ts';
import { TileLibrary } from './TileLibrary.tsx';
import { useSave } from './use-dashboards.ts';
import { useUndo } from './use-undo.ts';

const words = messages.editor;

interface EditorProps {
  dashboard: Dashboard;
  view: View;
  onLeave: () => void;
}

/** Where the person calls a field otherwise than the API does. */
const fieldName = (field: string): string => field.replace(/^spec\./, '');

export function Editor({ dashboard: { id, version, spec: saved }, view, onLeave }: EditorProps) {
  const own = useDraft<DashboardSpec>(version ?? 0, saved);
  const { draft, change, base } = own;
  const { step, undo, redo } = useUndo(draft, change);
  const [isAdding, setIsAdding] = useState(false);
  const [told, setTold] = useState('');
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const isChanged = !isSame(draft, base.saved);
  const save = useSave(id, (done) => notifications.show({ message: words.saved(done.version ?? 0) }));
  useUnsaved(isChanged);
  const keep = (): void => {
    if (isChanged && own.newer === null) save.mutate({ spec: draft, baseVersion: base.version });
  };
  const leave = (): void => {
    // The browser's own question, as where one leaves the page.
    // oxlint-disable-next-line no-alert
    if (!isChanged || window.confirm(words.discardText)) onLeave();
  };
  useKeys(messages.title, [
    ...(undo ? [{ keys: 'mod+z', label: words.undo, run: undo }] : []),
    ...(redo ? [{ keys: 'mod+shift+z', label: words.redo, run: redo }] : []),
  ]);
  return (
    <>
      <div className={classes['bar']}>
        <TextInput
          aria-label={words.name}
          className={classes['name']}
          value={draft.title}
          maxLength={100}
          onChange={({ currentTarget }) => step({ ...draft, title: currentTarget.value })}
        />
        <div className={classes['actions']}>
          <Button size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setIsAdding(true)}>
            {words.add}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowBackUp size={15} aria-hidden="true" />}
            disabled={!undo}
            onClick={() => undo?.()}
          >
            {words.undo}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowForwardUp size={15} aria-hidden="true" />}
            disabled={!redo}
            onClick={() => redo?.()}
          >
            {words.redo}
          </Button>
          <Button
            size="xs"
            leftSection={<IconDeviceFloppy size={15} aria-hidden="true" />}
            disabled={!isChanged || own.newer !== null}
            loading={save.isPending}
            onClick={keep}
          >
            {words.save}
          </Button>
          <Button size="xs" variant="default" onClick={leave}>
            {isChanged ? words.discard : words.leave}
          </Button>
        </div>
      </div>
      <Textarea
        aria-label={words.description}
        placeholder={words.description}
        className={classes['description']}
        autosize
        maxLength={500}
        value={draft.description}
        onChange={({ currentTarget }) => step({ ...draft, description: currentTarget.value })}
      />
      <Overtaken {...own} />
      {save.error && own.newer === null && <ErrorState error={save.error} fieldName={fieldName} compact />}
      <p className={classes['hint']}>{phone ? words.phoneHint : words.hint}</p>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      {draft.tiles.length === 0 ? (
        <EmptyState title={messages.empty}>{messages.emptyHint}</EmptyState>
      ) : (
        <Arranged
          tiles={draft.tiles}
          view={view}
          isStacked={phone ?? false}
          onTold={setTold}
          onChange={(tiles) => step({ ...draft, tiles: [...tiles] })}
          onRemove={(tile) => step({ ...draft, tiles: removed(draft.tiles, tile) })}
        />
      )}
      {isAdding && (
        <TileLibrary
          view={view}
          onClose={() => setIsAdding(false)}
          onAdd={(tile, size) => {
            step({ ...draft, tiles: added(draft.tiles, tile, size).tiles });
            setIsAdding(false);
          }}
        />
      )}
    </>
  );
}
