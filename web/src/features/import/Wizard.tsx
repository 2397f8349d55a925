/** What is to be said of a file before it comes in: what it is, what its columns mean, and a look at what would come of it. */
import { Button } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import type { ImportDetection, ImportFile } from '../../api/client.ts';
import { useSession } from '../../session/session.ts';
import { ErrorState, RowsSkeleton } from '../../ui/index.ts';
import { ColumnsStep } from './ColumnsStep.tsx';
import { missing, openQuestions } from './draft.ts';
import { FileStep } from './FileStep.tsx';
import classes from './import.module.css';
import { messages } from './messages.ts';
import { PreviewStep } from './PreviewStep.tsx';
import { type Mapping, type Told, useDetection, useRun } from './use-imports.ts';

const STEPS = ['file', 'columns', 'preview'] as const;
type Step = (typeof STEPS)[number];

/** What a person has said of the file; kept over a reload of the page. */
interface Draft {
  readonly step: Step;
  readonly told: Told;
  /** What holds however the file is read: the name of the help desk, the zone. */
  readonly held?: Mapping;
  /** Null as long as the one found out is right. */
  readonly mapping: Mapping | null;
}

export function Wizard({ of: one, onStarted }: { of: ImportFile; onStarted: () => void }) {
  const { timeZone } = useSession().workspace;
  const [draft, setDraft] = useSessionStorage<Draft>({
    key: `import ${one.id}`,
    defaultValue: { step: 'file', told: toldBy(one.mapping), mapping: one.mapping },
    getInitialValueInEffect: false,
  });
  const { data, error, refetch, isPlaceholderData } = useDetection(one.id, timeZone, draft.told);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={10} />;
  return (
    <Steps
      of={one}
      detection={data}
      draft={draft}
      isBusy={isPlaceholderData}
      onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
      onStarted={onStarted}
    />
  );
}

/** An earlier mapping says how the file is written. */
function toldBy(mapping: Mapping | null): Told {
  if (!mapping) return {};
  const { delimiter, encoding, header } = (mapping['file'] ?? {}) as Told;
  return {
    shape: mapping['shape'] as ImportDetection['shape'],
    ...(delimiter !== undefined && { delimiter }),
    ...(encoding !== undefined && { encoding }),
    ...(header !== undefined && { header }),
  };
}

interface StepsProps {
  of: ImportFile;
  detection: ImportDetection;
  draft: Draft;
  isBusy: boolean;
  onChange: (part: Partial<Draft>) => void;
  onStarted: () => void;
}

function Steps({ of: one, detection, draft: { step, told, held, mapping: made }, isBusy, onChange, onStarted }: StepsProps) {
  const mapping = made ?? { ...detection.mapping, ...held };
  const run = useRun(one.id);
  const place = STEPS.indexOf(step);
  const change = (next: Mapping) => onChange({ mapping: next });
  const lacks = missing(mapping, detection.targets);
  const isOpen = lacks.length > 0 || openQuestions(mapping, detection.targets, detection.columns).length > 0;
  const go = (to: Step) => {
    onChange({ step: to });
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      <ol className={classes['steps']}>
        {STEPS.map((name, index) => (
          <li key={name} aria-current={name === step ? 'step' : undefined} data-done={index < place || undefined}>
            {messages.steps[name]}
          </li>
        ))}
      </ol>
      {step === 'file' && (
        <FileStep
          detection={detection}
          mapping={mapping}
          isBusy={isBusy}
          // Another way of reading finds other columns: what was said of them is begun anew, but for what holds for all.
          onTold={(part) =>
            onChange({ told: { ...told, ...part }, held: { source: mapping['source'], zone: mapping['zone'] }, mapping: null })
          }
          onChange={change}
        />
      )}
      {step === 'columns' && <ColumnsStep detection={detection} mapping={mapping} lacks={lacks} onChange={change} />}
      {step === 'preview' && <PreviewStep of={one} mapping={mapping} />}
      {run.error && <ErrorState error={run.error} compact />}
      <div className={classes['onwards']}>
        {place > 0 && (
          <Button variant="default" onClick={() => go(STEPS[place - 1]!)}>
            {messages.goBack}
          </Button>
        )}
        {step === 'preview' ? (
          <Button loading={run.isPending} onClick={() => run.mutate(mapping, { onSuccess: onStarted })}>
            {messages.preview.run}
          </Button>
        ) : (
          <Button disabled={isBusy || (step === 'columns' && isOpen)} onClick={() => go(STEPS[place + 1]!)}>
            {messages.next[step]}
          </Button>
        )}
      </div>
    </>
  );
}
