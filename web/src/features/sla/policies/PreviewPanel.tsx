/** Beside what is being typed: what is wrong with it, or what it means for a ticket before the weekend. */
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { PolicyPreview } from '../../../api/client.ts';
import { Panel, TextSkeleton } from '../../../ui/index.ts';
import { clockName } from '../terms.ts';
import { messages } from './messages.ts';
import classes from './policies.module.css';
import { exampleSentence, faultMessage, faultPlace } from './policy-words.ts';

const words = messages.preview;

interface PreviewPanelProps {
  preview: PolicyPreview | undefined;
  error: unknown;
  isSettled: boolean;
}

function Faults({ faults }: { faults: PolicyPreview['faults'] }) {
  return (
    <>
      <p className={classes['verdict']} data-bad>
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
        {words.faults(faults.length)}
      </p>
      <ul className={classes['faults']}>
        {faults.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <b>{faultPlace(field)}</b> {faultMessage(message)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Examples({ examples }: { examples: PolicyPreview['examples'] }) {
  const metrics = [...new Set(examples.map(({ metric }) => metric))];
  if (metrics.length === 0) return <p className={classes['text']}>{words.none}</p>;
  return (
    <>
      <p className={classes['verdict']}>
        <IconCircleCheck size={16} stroke={1.8} aria-hidden="true" />
        {words.fine}
      </p>
      <p className={classes['text']}>{words.text}</p>
      {metrics.map((metric) => {
        const own = examples.filter((one) => one.metric === metric);
        const tiers = own.filter(({ tier }) => tier !== null);
        return (
          <section key={metric} className={classes['examples']} aria-label={clockName(metric)}>
            <h3>{clockName(metric)}</h3>
            <ul>
              {own
                .filter(({ tier }) => tier === null)
                .map((example) => (
                  <li key={example.priority}>{exampleSentence(example)}</li>
                ))}
            </ul>
            {tiers.length > 0 && (
              <details>
                <summary>{words.tiers}</summary>
                <ul>
                  {tiers.map((example) => (
                    <li key={`${example.priority} ${example.tier}`}>{exampleSentence(example)}</li>
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
    <Panel title={words.title} sentence={isSettled ? undefined : words.checking} className={classes['preview'] ?? ''}>
      <div aria-live="polite" data-old={!isSettled || undefined}>
        {error !== null && <p className={classes['fault']}>{words.failed}</p>}
        {!preview && error === null && <TextSkeleton lines={6} />}
        {preview && preview.faults.length > 0 && <Faults faults={preview.faults} />}
        {preview && preview.faults.length === 0 && <Examples examples={preview.examples} />}
      </div>
    </Panel>
  );
}
