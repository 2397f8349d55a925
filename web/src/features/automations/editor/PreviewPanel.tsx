/** Beside what is being typed: what it says as a sentence, what is wrong with it, and what is still to be said. */
import { IconAlertCircle } from '@tabler/icons-react';
import type { AutomationTemplate } from '../../../api/client.ts';
import editor from '../../../drafts/editor.module.css';
import { Fault, Verdict } from '../../../drafts/index.ts';
import { Panel, TextSkeleton } from '../../../ui/index.ts';
import { openAsks } from './blank.ts';
import classes from './builder.module.css';
import { placed } from './changes.ts';
import { useForm } from './form.ts';
import { messages } from './messages.ts';
import type { Preview } from './use-preview.ts';

const words = messages.preview;

interface PreviewPanelProps {
  preview: Preview | undefined;
  error: unknown;
  isSettled: boolean;
  template: AutomationTemplate | undefined;
}

export function PreviewPanel({ preview, error, isSettled, template }: PreviewPanelProps) {
  const { draft } = useForm();
  const asks = openAsks(draft, template);
  return (
    <Panel title={words.title} sentence={isSettled ? undefined : words.checking} className={classes['preview'] ?? ''}>
      <div aria-live="polite" data-old={!isSettled || undefined}>
        <Fault>{error === null ? undefined : words.failed}</Fault>
        {!preview && error === null && <TextSkeleton lines={4} />}
        {preview?.sentence && <p className={classes['sentence']}>{preview.sentence}</p>}
        {/* Nothing is wrong only where nothing is unsure either. */}
        {preview && (preview.faults.length > 0 || preview.unknown.length === 0) && <Verdict faults={placed(preview.faults, draft)} />}
        {preview && preview.unknown.length > 0 && (
          <List title={words.unknown} items={placed(preview.unknown, draft).map(({ place, message }) => `${place}: ${message}`)} />
        )}
        {asks.length > 0 && <List title={words.asks} items={asks.map(({ label }) => label)} />}
      </div>
    </Panel>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <>
      <p className={classes['unsureTitle']}>
        <IconAlertCircle size={16} stroke={1.8} aria-hidden="true" />
        {title}
      </p>
      <ul className={editor['faults']}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
