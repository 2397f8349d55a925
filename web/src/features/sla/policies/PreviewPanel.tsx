/** Beside what is being typed: what is wrong with it, or what it means for a ticket before the weekend. */
import type { PolicyPreview } from '../../../api/client.ts';
import { useTimeZone } from '../../../period/viewing.ts';
import { Panel, TextSkeleton } from '../../../ui/index.ts';
import { clockName } from '../terms.ts';
import { tiersOf } from '../tiers.ts';
import editor from '../../../drafts/editor.module.css';
import { editorMessages as shared, Fault, Verdict } from '../../../drafts/index.ts';
import { useForm } from './form.ts';
import { messages } from './messages.ts';
import classes from './preview.module.css';
import { exampleSentence, placedFaults, zoneName, zonesOf } from './policy-words.ts';

const words = messages.preview;

interface PreviewPanelProps {
  preview: PolicyPreview | undefined;
  error: unknown;
  isSettled: boolean;
}

function Examples({ examples }: { examples: PolicyPreview['examples'] }) {
  const order = tiersOf([useForm().draft]);
  const zones = zonesOf(examples, useTimeZone());
  const metrics = [...new Set(examples.map(({ metric }) => metric))];
  if (metrics.length === 0) return <p className={editor['text']}>{words.none}</p>;
  return (
    <>
      <p className={editor['text']}>
        {words.text} {zones.said === 'once' && words.zone(zoneName(zones.zone))}
      </p>
      {metrics.map((metric) => {
        const own = examples.filter((one) => one.metric === metric);
        const tiers = own
          .filter(({ tier }) => tier !== null)
          .toSorted((a, b) => a.priority.localeCompare(b.priority) || order.indexOf(a.tier ?? '') - order.indexOf(b.tier ?? ''));
        return (
          <section key={metric} className={classes['examples']} aria-label={clockName(metric)}>
            <h3>{clockName(metric)}</h3>
            <ul>
              {own
                .filter(({ tier }) => tier === null)
                .map((example) => (
                  <li key={example.priority}>{exampleSentence(example, zones)}</li>
                ))}
            </ul>
            {tiers.length > 0 && (
              <details>
                <summary>{words.tiers}</summary>
                <ul>
                  {tiers.map((example) => (
                    <li key={`${example.priority} ${example.tier}`}>{exampleSentence(example, zones)}</li>
                  ))}
                </ul>
              </details>
            )}
          </section>
        );
      })}
    </>
  );
}

export function PreviewPanel({ preview, error, isSettled }: PreviewPanelProps) {
  return (
    <Panel title={shared.means} sentence={isSettled ? undefined : words.checking} className={classes['preview'] ?? ''}>
      <div aria-live="polite" data-old={!isSettled || undefined}>
        <Fault>{error === null ? undefined : words.failed}</Fault>
        {!preview && error === null && <TextSkeleton lines={6} />}
        {preview && <Verdict faults={placedFaults(preview.faults)} />}
        {preview && preview.faults.length === 0 && <Examples examples={preview.examples} />}
      </div>
    </Panel>
  );
}
