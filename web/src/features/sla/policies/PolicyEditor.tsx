/** A policy being read or changed: its parts as fields, what they mean beside them, then backtest and history. */
import { useMemo } from 'react';
import type { Calendar, PolicySpec } from '../../../api/client.ts';
import { useMayWriteRules, useSession } from '../../../session/session.ts';
import { EditorFrame, useDraft, Versions } from '../../../drafts/index.ts';
import { usePolicyVersions, useSavePolicy } from '../use-rules.ts';
import { useValueNames } from '../../../directory/value-names.ts';
import { Backtest } from './Backtest.tsx';
import { Basics, CalendarChoice } from './Basics.tsx';
import { Clocks } from './Clocks.tsx';
import { Conditions } from './Conditions.tsx';
import { faultAt, FormContext, withTarget, type Form } from './form.ts';
import { Ladder } from './Ladder.tsx';
import { messages as place } from '../messages.ts';
import { messages } from './messages.ts';
import { changesBetween, placedFaults, type Names } from './policy-words.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import { Targets } from './Targets.tsx';
import { Tiers } from './Tiers.tsx';
import { usePreview } from './use-preview.ts';

const words = messages.save;

interface HistoryProps {
  id: string;
  names: Names;
  onRestore: ((spec: PolicySpec) => void) | null;
}

function History({ id, names, onRestore }: HistoryProps) {
  return (
    <Versions
      query={usePolicyVersions(id)}
      changesOf={(before, after) => (before.spec && after.spec ? changesBetween(before.spec, after.spec, names) : [])}
      onRestore={onRestore && (({ spec }) => spec && onRestore(spec))}
    />
  );
}

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
  const { draft, base, change: setDraft } = own;
  const mayWrite = useMayWriteRules();
  const { preview, error, isSettled } = usePreview(id, draft);
  const save = useSavePolicy((saved) => onSaved(saved.id, saved.version));
  const value = useValueNames(draft.match);
  const { timeZone: zone } = useSession().workspace;
  const names = { calendar: (calendar: string): string => calendars.find((one) => one.id === calendar)?.name ?? calendar, value, zone };
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
  const faults = placedFaults(preview?.faults ?? []).length;
  return (
    <FormContext value={form}>
      <EditorFrame
        label={draft.name}
        isNew={id === null}
        mayWrite={mayWrite}
        own={own}
        changes={changesBetween(base.saved, draft, names)}
        faults={faults}
        isSettled={isSettled}
        create={words.create}
        onDiscard={() => setDraft(base.saved)}
        saving={{
          words: { title: words.titleNew, text: words.textNew, confirm: words.confirmNew },
          running: place.running,
          isPending: save.isPending,
          error: save.error,
          reset: save.reset,
          run: () => save.mutate({ id, spec: draft, baseVersion: base.version }),
        }}
        beside={
          <>
            <PreviewPanel preview={preview} error={error} isSettled={isSettled} />
            {id !== null && <History id={id} names={names} onRestore={mayWrite ? setDraft : null} />}
          </>
        }
        below={
          <Backtest
            id={id}
            draft={draft}
            faults={faults}
            isSound={faults === 0 && isSettled}
            onTake={mayWrite ? (metric, priority, seconds) => form.change(withTarget(draft, metric, priority, seconds)) : null}
          />
        }
      >
        <Basics />
        <Targets />
        <Conditions />
        <CalendarChoice />
        <Tiers />
        <Clocks />
        <Ladder />
      </EditorFrame>
    </FormContext>
  );
}
