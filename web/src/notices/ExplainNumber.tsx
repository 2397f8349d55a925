/** Leads from what was told of a number to its explanation: of the very tickets, and of the stretch of time that it was measured over. */
import { explainedOf, useExplain } from '../numbers/explain-search.ts';
import { messages } from './messages.ts';

interface ExplainNumberProps {
  /** To the catalogue, as the notice keeps it. Nothing is offered where it is of no single number. */
  question: Readonly<Record<string, unknown>> | null | undefined;
  className: string | undefined;
  /** Somebody goes there. */
  onLeave?: (() => void) | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export function ExplainNumber({ question, className, onLeave }: ExplainNumberProps) {
  const explain = useExplain();
  const metrics = question?.['metrics'];
  const metric: unknown = Array.isArray(metrics) ? metrics[0] : undefined;
  if (!question || typeof metric !== 'string') return null;
  const { filters, period, calendar } = question;
  const span =
    isRecord(period) && typeof period['from'] === 'number' && typeof period['to'] === 'number'
      ? { from: new Date(period['from']).toISOString(), to: new Date(period['to']).toISOString() }
      : undefined;
  const context = {
    filters: Array.isArray(filters) ? filters : [],
    ...((calendar === 'business' || calendar === 'elapsed') && { calendar }),
  };
  return (
    <button
      type="button"
      className={className}
      onClick={() => {
        onLeave?.();
        explain(explainedOf(metric, context as never, {}, span));
      }}
    >
      {messages.explain}
    </button>
  );
}
