/** An automation to begin with: from nothing, or from a template. */
import type { AutomationSpec, AutomationTemplate } from '../../../api/client.ts';
import { messages } from '../messages.ts';
import { stepOf } from './steps.ts';

/** It says something whole, so that nothing is wrong before anything was typed. */
export const BLANK: AutomationSpec = {
  name: messages.page.untitled,
  description: '',
  enabled: false,
  trigger: { kind: 'event', events: ['ticket.created'] },
  conditions: null,
  actions: [stepOf('notify')],
  template: null,
};

/** Off until somebody has looked at it. */
export const fromTemplate = ({ spec }: Pick<AutomationTemplate, 'spec'>): AutomationSpec => ({ ...spec, enabled: false });

const valueAt = (spec: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], spec);

/** What the template asks for and nobody has said: it stands there as the template has it. */
export const openAsks = (draft: AutomationSpec, template: Pick<AutomationTemplate, 'spec' | 'asks'> | undefined) =>
  template?.asks.filter(({ path }) => JSON.stringify(valueAt(draft, path)) === JSON.stringify(valueAt(template.spec, path))) ?? [];
