/** An automation that is being made: from nothing, or from a template. */
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMayWriteRules } from '../../session/session.ts';
import { BlockSkeleton, EmptyState, ErrorState, PlaceHead } from '../../ui/index.ts';
import { Back } from './AutomationPage.tsx';
import classes from './automations.module.css';
import { AutomationEditor } from './editor/AutomationEditor.tsx';
import { BLANK, fromTemplate } from './editor/blank.ts';
import { messages } from './messages.ts';
import { useTemplates } from './use-automations.ts';

const words = messages.page;
const route = getRouteApi('/inside/automations/new');

export function NewAutomationPage() {
  const { template: wanted } = route.useSearch();
  const { data, error } = useTemplates();
  const navigate = useNavigate();
  const template = data?.find(({ id }) => id === wanted);
  const mayWrite = useMayWriteRules();
  const isReady = wanted === undefined || data !== undefined;
  if (!mayWrite)
    return (
      <div className={classes['page']}>
        <Back />
        <EmptyState title={words.notYours}>{messages.readOnly}</EmptyState>
      </div>
    );
  return (
    <div className={classes['page']}>
      <Back />
      <PlaceHead title={words.newTitle} text={template ? words.newFrom(template.spec.name) : words.newText} />
      {error && wanted !== undefined && <ErrorState error={error} />}
      {!isReady && !error && <BlockSkeleton height={480} />}
      {isReady && (
        <AutomationEditor
          key={template?.id ?? ''}
          id={null}
          version={0}
          spec={template ? fromTemplate(template) : BLANK}
          onSaved={(id) => void navigate({ to: '/automations/$automationId', params: { automationId: id }, ignoreBlocker: true })}
        />
      )}
    </div>
  );
}
