/** The words of what to do about a category. */
import type { Call } from '@watchdesk/domain/playbook';

export const messages = {
  title: 'What to do',
  titleOf: (category: string) => `What to do about ${category}`,
  choose: 'Category',
  none: 'tickets without a category',
  actions: 'Actions',
  figures: 'What the numbers say',
  calledBy: (metrics: readonly string[]) => `called for by ${metrics.join(' and ')}`,
  calls: (metrics: readonly string[]) =>
    `${metrics.join(', ')} ${metrics.length === 1 ? 'is' : 'are'} worse than in the other categories, so what helps there comes first.`,
  quiet: 'Nothing stands out beside the other categories; this is what can be done in any case.',
  columns: { metric: 'Number', own: 'Here', others: 'Other categories', call: 'Beside them' },
  call: { calls: 'worse', quiet: 'no worse', unknown: 'too few to tell' } satisfies Record<Call, string>,
  nothing: 'The playbook has nothing for this category yet',
  nothingHint: 'Say of which kind of issue it is, or write down what helps.',
  nobody: 'No category to look at in this period.',
  notFiltered: (what: readonly string[]) => `Not filtered by ${what.join(', ').toLowerCase()}, which not all of its numbers have.`,
  playbook: 'Open the playbook',
} as const;
