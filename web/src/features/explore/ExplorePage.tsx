/** Explore: any question to the catalogue, beside its answer, which follows every change at once. */
import { use } from 'react';
import { apiCall, CodeBlock, CopyButton, numberMessages, QueryChart, queryBody } from '../../numbers/index.ts';
import { BlockSkeleton, ClockContext } from '../../ui/index.ts';
import { Builder } from './Builder.tsx';
import classes from './explore.module.css';
import { KindPicker } from './KindPicker.tsx';
import { messages } from './messages.ts';
import { useExplore, type Explored } from './use-explore.ts';

const FIELDS: Readonly<Record<string, string>> = {
  metrics: messages.metrics,
  dimensions: messages.dimensions,
  filters: messages.filters,
  grain: messages.grain,
  compare: messages.compare,
  calendar: numberMessages.hoursLabel,
  having: messages.having,
  order: messages.order,
  limit: messages.limit,
};

const fieldName = (field: string): string => FIELDS[field.split('.')[0] ?? ''] ?? field;

function Answer({ explored: { question, kind } }: { explored: Explored }) {
  const clock = use(ClockContext);
  return (
    <>
      <QueryChart question={question} kind={kind} fieldName={fieldName} />
      <CodeBlock title={messages.api} text={apiCall(window.location.origin, '/api/v1/query', queryBody(question, clock.now()))} />
    </>
  );
}

export function ExplorePage() {
  const explored = useExplore();
  if (!explored)
    return (
      <div className={classes['page']}>
        <BlockSkeleton height={480} />
        <BlockSkeleton height={480} />
      </div>
    );
  return (
    <div className={classes['page']}>
      <h1 className={classes['title']}>{messages.title}</h1>
      <Builder explored={explored} />
      <div className={classes['answer']}>
        <div className={classes['bar']}>
          <KindPicker explored={explored} />
          <CopyButton what={messages.share} text={() => window.location.href} withLabel />
        </div>
        <Answer explored={explored} />
      </div>
    </div>
  );
}
