/**
 * The mapping of a webhook, built from a payload: its tree, the fields, and what comes of it, side by side. It stands by itself: it is given
 * a mapping and tells when it is another, so that it can lie in a page, a dialog or a step of setting up a connection.
 */
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { problemOf } from '../../../ui/index.ts';
import { EMPTY, type Mapping, type Path, type Source, sourceOf, valueAt, withValue } from './document.ts';
import { MappingForm } from './MappingForm.tsx';
import { words } from './messages.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import { type Json, lookAt, pointersOf } from './sample.ts';
import { SamplePanel } from './SamplePanel.tsx';
import { groupsOf } from './targets.ts';
import { type MappedType, useDraft, usePreview } from './use-webhook-mapping.ts';
import type { Target } from './ValueField.tsx';
import { Panel } from '../../../ui/index.ts';
import classes from './webhook-mapping.module.css';

interface EditorProps {
  mapping: Mapping | undefined;
  types: readonly MappedType[];
  /** Whose words are used in the preview. */
  connection?: string | undefined;
  received?: readonly { at: string; body: string }[];
  onChange: (mapping: Mapping) => void;
  /** Below the fields: what saves it, say. */
  children?: React.ReactNode;
}

const SETTLED_MS = 250;

export function WebhookMappingEditor({ mapping: given, types, connection, received = [], onChange, children }: EditorProps) {
  const mapping = given ?? EMPTY;
  const [samples, setSamples] = useState<readonly Json[]>([]);
  const [shown, setShown] = useState(0);
  const [wanted, setWanted] = useState<Target>();
  const [isUnknown, setUnknown] = useState(false);
  const draft = useDraft();
  const [tried] = useDebouncedValue(mapping, SETTLED_MS);
  const preview = usePreview(tried, samples, connection);
  const problem = preview.error ? problemOf(preview.error) : undefined;
  const items = mapping['items'] as string | undefined;
  const sample = samples[shown];
  const payload = useMemo(() => (items === undefined || sample === undefined ? sample : lookAt(sample, `${items}/0`)), [items, sample]);
  const pointers = useMemo(() => pointersOf(payload), [payload]);
  const groups = groupsOf(mapping, types);
  const targets = groups.flatMap((group) => group.targets);
  const chosen = targets.find(({ path }) => path.join('.') === wanted?.path.join('.')) ?? targets[0];
  const eachOf = ({ path }: Target) =>
    path[0] === 'rules' ? (valueAt(mapping, ['rules', path[1]!, 'each']) as string | undefined) : undefined;
  const source = chosen && (valueAt(mapping, chosen.path) as Source | undefined);

  const take = (next: readonly Json[]) => {
    setSamples(next);
    setShown(Math.max(0, next.length - 1));
    const [first] = next;
    if (given !== undefined || first === undefined || samples.length > 0) return;
    draft.mutate(first, { onSuccess: (found) => (found ? onChange(found) : setUnknown(true)) });
  };
  const pick = (pointer: string) => {
    if (!chosen) return;
    setUnknown(false);
    onChange(withValue(mapping, chosen.path, sourceOf(pointer, payload, chosen.kind, eachOf(chosen), source)));
  };
  const faultOf = (path: Path) => {
    const place = path.join('.');
    return problem?.fields.find(({ field }) => field === place || field.startsWith(`${place}.`))?.message;
  };
  return (
    <div className={classes['editor']}>
      <SamplePanel
        samples={samples}
        shown={shown}
        payload={payload}
        received={received}
        chosen={source?.pointer}
        field={chosen?.label ?? ''}
        onShow={setShown}
        onSamples={take}
        onPick={pick}
      />
      <Panel title={words.mapping}>
        {isUnknown && <p className={classes['hint']}>{words.noDraft}</p>}
        <MappingForm
          mapping={mapping}
          groups={groups}
          types={types}
          sample={payload}
          pointers={pointers}
          chosen={chosen}
          faultOf={samples.length > 0 ? faultOf : () => undefined}
          onChoose={setWanted}
          onChange={onChange}
        />
        {children}
      </Panel>
      <PreviewPanel preview={preview.data} problem={problem} error={preview.error} hasSample={samples.length > 0} />
    </div>
  );
}
