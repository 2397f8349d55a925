/** Where a number comes from, for whoever wants to check it: the statements that were run, and the same question to the API. */
import { use } from 'react';
import type { Explanation } from '../api/client.ts';
import { ClockContext } from '../ui/index.ts';
import { apiCall } from './api-call.ts';
import { CodeBlock } from './CodeBlock.tsx';
import { words } from './explain-messages.ts';
import classes from './explain.module.css';
import { subjectBody, type Subject } from './question.ts';

/** The statement with its parameters, so that it can be read and run as it stands. */
const withParams = ({ sql, params }: Explanation['statements'][number]): string =>
  [sql, '', ...Object.entries(params).map(([name, value]) => `-- ${name} = ${JSON.stringify(value)}`)].join('\n');

export function ExplainSource({ subject, explanation }: { subject: Subject; explanation: Explanation }) {
  const clock = use(ClockContext);
  const body = subjectBody({ ...subject, period: explanation.period }, clock.now());
  return (
    <div className={classes['source']}>
      <CodeBlock title={words.sql} text={explanation.statements.map(withParams).join('\n\n')} />
      <CodeBlock title={words.api} text={apiCall(window.location.origin, '/api/v1/query/explain', body)} />
    </div>
  );
}
