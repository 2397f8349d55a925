/** An automation being read or changed: when, if and then as fields, what they say beside them, then the dry run. */
import { useMemo } from 'react';
import type { AutomationSpec } from '../../../api/client.ts';
import { EditorFrame, useDraft, Versions } from '../../../drafts/index.ts';
import { useMayWriteRules } from '../../../session/session.ts';
import { useAutomationVersions, useSaveAutomation, useTemplates } from '../use-automations.ts';
import { Basics } from './Basics.tsx';
import { changesBetween, placed } from './changes.ts';
import { DryRun } from './DryRun.tsx';
import { type Form, FormContext } from './form.ts';
import { If } from './If.tsx';
import { messages } from './messages.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import { Then } from './Then.tsx';
import { useNames } from './use-names.ts';
import { usePreview } from './use-preview.ts';
import { When } from './When.tsx';

const words = messages.save;

interface HistoryProps {
  id: string;
  onRestore: ((spec: AutomationSpec) => void) | null;
}

function History({ id, onRestore }: HistoryProps) {
  const query = useAutomationVersions(id);
  const nameOf = useNames(query.data?.map(({ spec }) => spec) ?? []);
  return (
    <Versions
      query={query}
      changesOf={(before, after) => changesBetween(before.spec, after.spec, nameOf)}
      onRestore={onRestore && (({ spec }) => onRestore(spec))}
    />
  );
}

interface AutomationEditorProps {
  /** Null for one that is being made. */
  id: string | null;
  version: number;
  spec: AutomationSpec;
  onSaved: (id: string) => void;
}

export function AutomationEditor({ id, version, spec, onSaved }: AutomationEditorProps) {
  const own = useDraft(version, spec);
  const { draft, base, change: setDraft } = own;
  const mayWrite = useMayWriteRules();
  const { preview, error, isSettled } = usePreview(draft);
  const save = useSaveAutomation((saved) => onSaved(saved.id));
  const nameOf = useNames([draft, base.saved]);
  const template = useTemplates().data?.find((one) => one.id === draft.template);
  const form = useMemo<Form>(
    () => ({
      draft,
      change: (part) => setDraft((now) => ({ ...now, ...part })),
      faults: preview?.faults ?? [],
      unknown: preview?.unknown ?? [],
      mayWrite,
    }),
    [draft, setDraft, preview, mayWrite],
  );
  const faults = placed(preview?.faults ?? [], draft).length;
  const unsure = placed(preview?.unknown ?? [], draft).length;
  return (
    <FormContext value={form}>
      <EditorFrame
        label={draft.name}
        isNew={id === null}
        mayWrite={mayWrite}
        own={own}
        changes={changesBetween(base.saved, draft, nameOf)}
        faults={faults}
        isSettled={isSettled}
        create={words.create}
        onDiscard={() => setDraft(base.saved)}
        saving={{
          words: { title: words.titleNew, text: words.textNew, confirm: words.confirmNew },
          running: words.running,
          note: `${draft.enabled ? words.isOn : words.isOff} ${unsure > 0 ? words.unsure(unsure) : ''}`,
          isPending: save.isPending,
          error: save.error,
          reset: save.reset,
          run: () => save.mutate({ id, spec: draft, baseVersion: base.version }),
        }}
        beside={
          <>
            <PreviewPanel preview={preview} error={error} isSettled={isSettled} template={template} />
            {id !== null && <History id={id} onRestore={mayWrite ? setDraft : null} />}
          </>
        }
        below={<DryRun id={id} draft={draft} faults={faults} isSound={faults === 0 && isSettled} />}
      >
        <Basics />
        <When />
        <If />
        <Then />
      </EditorFrame>
    </FormContext>
  );
}
