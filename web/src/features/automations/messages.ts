/** The words of the place of automations. */
import type { Automation } from '../../api/client.ts';
import { counted, formatCount } from '../../ui/index.ts';

/** `3 of 5 are on. Together they ran 120 times in seven days.` */
function listSentence(all: readonly Automation[]): string {
  const on = all.filter(({ enabledAt }) => enabledAt !== null).length;
  const runs = all.reduce((sum, { runsOfWeek }) => sum + runsOfWeek, 0);
  return `${formatCount(on)} of ${formatCount(all.length)} on, ${counted(runs, 'run')} in seven days`;
}

export const messages = {
  readOnly: 'Managers and administrators change them.',
  tabs: { label: 'Parts of the automations', list: 'Automations', templates: 'Templates', runs: 'Run log' },
  list: {
    title: 'Automations',
    text: 'What is done about tickets by itself. They look one after the other, each at the ticket as those before it leave it.',
    panel: 'In their order',
    sentence: listSentence,
    columns: { place: 'Order', state: 'State', name: 'What it does', last: 'Last run', week: 'Runs, 7 days' },
    add: 'New automation',
    fromTemplate: 'Templates',
    none: 'Nothing is done by itself yet',
    noneText: 'Take up a template, such as routing by category or a reminder of what lies idle, or put together one of your own.',
    up: (name: string) => `Look earlier: ${name}`,
    down: (name: string) => `Look later: ${name}`,
    switchOf: (name: string) => `On: ${name}`,
    on: 'On',
    off: 'Off',
    never: 'never',
    stopped: (times: number) => `${formatCount(times)} stopped`,
  },
  templates: {
    title: 'Templates',
    text: 'Ready to be taken up. Each opens as a draft, to be tried on your own past before it is switched on.',
    use: 'Use',
    takeUp: (name: string) => `Use: ${name}`,
    taken: (times: number) => (times === 1 ? 'In use' : `In use ${times} times`),
    asks: (labels: readonly string[]) => `You say: ${labels.join(', ')}`,
    groups: {
      sorting: 'Sorting by words',
      customers: 'Customers',
      routing: 'Routing and confirming',
      time: 'Time and status',
      escalation: 'Escalation',
      promises: 'Promises that run out',
      surveys: 'Surveys',
    } as Readonly<Record<string, string>>,
  },
  runs: {
    title: 'Run log',
    text: 'What automations did, why, and what they left out. Kept for 90 days. Where conditions were not met nothing is kept; a dry run tells of it.',
  },
  page: {
    back: 'Automations',
    newTitle: 'New automation',
    newText: 'What makes it look, what has to be true, and what it then does.',
    newFrom: (template: string) => `From the template “${template}”. It is off until you switch it on.`,
    untitled: 'New automation',
    remove: 'Delete',
    notYours: 'Others make the automations',
    unknown: 'There is no such automation',
    unknownText: 'It may have been deleted; what it did stays in the run log.',
    ofPlace: (place: number, version: number) => `Number ${place} in the order · version ${version}`,
    removing: {
      title: (name: string) => `Delete “${name}”?`,
      text: 'It looks at nothing any more, and what waits in it stops. What it did stays in the run log.',
      cancel: 'Keep it',
      confirm: 'Delete',
    },
  },
} as const;
