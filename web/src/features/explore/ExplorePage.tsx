/** Explore: any question to the catalogue, beside its answer, which follows every change at once. */
import { getRouteApi } from '@tanstack/react-router';
import { use } from 'react';
import { apiCall, CodeBlock, QueryChart, queryBody } from '../../numbers/index.ts';
import { chosenCategory, WhatToDo } from '../../playbook/index.ts';
import { BlockSkeleton, ClockContext } from '../../ui/index.ts';
import { Builder } from './Builder.tsx';
import classes from './explore.module.css';
import { fieldName } from './field-name.ts';
import { Keeping } from './Keeping.tsx';
import { KindPicker } from './KindPicker.tsx';
import { messages } from './messages.ts';
import { Opening } from './Opening.tsx';
import { openedBy } from './search.ts';
import { useExplore, type Explored } from './use-explore.ts';

function Answer({ explored: { question, kind } }: { explored: Explored }) {
  const clock = use(ClockContext);
  const category = chosenCategory(question.filters);
  const isByCategory = question.dimensions?.includes('category') ?? false;
  return (
    <>
      <QueryChart question={question} kind={kind} fieldName={fieldName} />
      {(category !== null || isByCategory) && <WhatToDo chosen={category} context={question} />}
      <CodeBlock title={messages.api} text={apiCall(window.location.origin, '/api/v1/query', queryBody(question, clock.now()))} />
    </>
  );
}

const route = getRouteApi('/inside/explore');

export function ExplorePage() {
  const opened = openedBy(route.useSearch());
  return opened === null ? <Exploring /> : <Opening id={opened} />;
}

function Exploring() {
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
        <Keeping explored={explored} />
        <KindPicker explored={explored} />
        <Answer explored={explored} />
      </div>
    </div>
  );
}
