/** A policy being read or changed: its parts as fields, what they mean beside them, then backtest and history. */
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Calendar, PolicySpec } from '../../../api/client.ts';
import { useMayWriteRules, useSession } from '../../../session/session.ts';
import { Overtaken } from '../Overtaken.tsx';
import { useValueNames } from '../use-teams.ts';
import { useDraft } from '../use-draft.ts';
import { useUnsaved } from '../use-unsaved.ts';
import { Backtest } from './Backtest.tsx';
import { Basics, CalendarChoice } from './Basics.tsx';
import { Clocks } from './Clocks.tsx';
import { Conditions } from './Conditions.tsx';
import { faultAt, FormContext, withTarget, type Form } from './form.ts';
import { History } from './History.tsx';
import { Ladder } from './Ladder.tsx';
import { messages } from './messages.ts';
import classes from './policies.module.css';
import { changesBetween } from './policy-words.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import { SaveDialog } from './SaveDialog.tsx';
import { Targets } from './Targets.tsx';
import { Tiers } from './Tiers.tsx';
import { usePreview } from './use-preview.ts';

const words = messages.save;

interface PolicyEditorProps {
  /** Null for one that is being made. */
  id: string | null;
  version: number;
  spec: PolicySpec;
  calendars: readonly Calendar[];
  onSaved: (id: string, version: number) => void;
}

export function PolicyEditor({ id, version, spec, calendars, onSaved }: PolicyEditorProps) {
  const own = useDraft(version, spec);
  const { draft, base } = own;
  const setDraft = own.change;
  const [isSaving, setSaving] = useState(false);
  const mayWrite = useMayWriteRules();
  const { preview, error, isSettled } = usePreview(id, draft);
  const value = useValueNames();
  const { timeZone: zone } = useSession().workspace;
  const names = { calendar: (calendar: string): string => calendars.find((one) => one.id === calendar)?.name ?? calendar, value, zone };
  const change = (part: Partial<PolicySpec>): void => setDraft((now) => ({ ...now, ...part }));
  const form = useMemo<Form>(
    () => ({
      draft,
      change: (part) => setDraft((now) => ({ ...now, ...part })),
      faultAt: (path) => faultAt(preview?.faults ?? [], path),
      calendars,
      mayWrite,
    }),
    [draft, setDraft, preview, calendars, mayWrite],
  );
  const changes = changesBetween(base.saved, draft, names).length;
  useUnsaved(changes > 0);
  const isSound = preview?.faults.length === 0 && isSettled;
  return (
    <FormContext value={form}>
      <Overtaken {...own} />
      {mayWrite && (
        <div className={classes['savebar']}>
          {preview && preview.faults.length > 0 && (
            <span className={classes['hint']} data-bad>
              {messages.preview.faults(preview.faults.length)}
            </span>
          )}
          <span className={classes['hint']}>{id !== null && (changes > 0 ? words.unsaved(changes) : words.nothing)}</span>
          <Button size="xs" variant="default" disabled={changes === 0} onClick={() => setDraft(base.saved)}>
            {words.discard}
          </Button>
          <Button size="xs" disabled={!isSound || own.newer !== null || (id !== null && changes === 0)} onClick={() => setSaving(true)}>
            {id === null ? words.create : words.button}
          </Button>
        </div>
      )}
      <div className={classes['editor']}>
        <div className={classes['form']} role="group" aria-label={draft.name}>
          <Basics />
          <Targets />
          <Conditions />
          <CalendarChoice />
          <Tiers />
          <Clocks />
          <Ladder />
        </div>
        <aside className={classes['beside']}>
          <PreviewPanel preview={preview} error={error} isSettled={isSettled} />
          {id !== null && <History id={id} names={names} onRestore={mayWrite ? setDraft : null} />}
        </aside>
      </div>
      <Backtest
        id={id}
        draft={draft}
        faults={preview?.faults.length ?? 0}
        isSound={isSound}
        onTake={mayWrite ? (metric, priority, seconds) => change(withTarget(draft, metric, priority, seconds)) : null}
      />
      {isSaving && (
        <SaveDialog
          id={id}
          before={id === null ? null : base.saved}
          draft={draft}
          base={base.version}
          names={names}
          onClose={() => setSaving(false)}
          onSaved={onSaved}
        />
      )}
    </FormContext>
  );
}
