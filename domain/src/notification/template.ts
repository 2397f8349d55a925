/**
 * Templates such as `{{customer_name}} ({{customer_plan}}) - {{topic}}`: names in double braces and nothing else, no conditions and no code. What
 * is put in is text; the channel that sets the result escapes it. Names are checked when a template is saved, so that none is found wanting at night.
 */

/** What a template may name, each with what it is. The personal ones are there only for channels that may tell who customers are. */
export const TEMPLATE_NAMES = {
  title: 'what happened, in one line',
  severity: 'info, warning or critical',
  event: 'fired, escalated, acknowledged, snoozed or resolved',
  ticket: 'the number of the ticket',
  workspace: 'the name of the workspace',
  customer_name: 'who the customer is',
  customer_plan: 'what was sold to them',
  topic: 'the subject of the ticket',
} as const;
export type TemplateName = keyof typeof TEMPLATE_NAMES;
export type TemplateValues = { readonly [N in TemplateName]?: string | undefined };

export const PERSONAL_NAMES: readonly TemplateName[] = ['customer_name', 'customer_plan', 'topic'];

const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;

const isName = (name: string): name is TemplateName => Object.hasOwn(TEMPLATE_NAMES, name);

/** What is wrong with a template, as the end of a sentence that begins with its field; null when nothing is. */
export function templateFault(template: string, { mayBePersonal }: { mayBePersonal: boolean }): string | null {
  const rest = template.replace(PLACE, '');
  if (/\{\{|\}\}/.test(rest)) return 'must close every {{ with }}, with one name between';
  const names = [...template.matchAll(PLACE)].map(([, name]) => name!);
  const unknown = names.find((name) => !isName(name));
  if (unknown !== undefined)
    return `must name no ${JSON.stringify(unknown.slice(0, 50))} in double braces; there are ${Object.keys(TEMPLATE_NAMES).join(', ')}`;
  const personal = mayBePersonal ? undefined : names.find((name) => PERSONAL_NAMES.includes(name as TemplateName));
  return personal === undefined ? null : `must not name ${personal} where the channel does not tell who customers are`;
}

/** The template with its values; where there is none, and where a name is none, stands a dash. */
export const filled = (template: string, values: TemplateValues): string =>
  template.replace(PLACE, (_, name: string) => (isName(name) && values[name]) || '–');
