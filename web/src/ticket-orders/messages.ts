/** The words of what was asked of a help desk. */
export const messages = {
  label: (desk: string) => `Asked of ${desk}`,
  did: {
    claim: () => 'Claim',
    assign: (to: string | null, team: string | null) => `Assign to ${[to ?? 'nobody', ...(team === null ? [] : [team])].join(', ')}`,
    reply: () => 'Reply',
    note: () => 'Internal note',
    priority: (to: string | null) => `Priority ${to ?? ''}`,
    status: (to: string | null) => `Status ${to ?? ''}`,
    escalate: () => 'Escalate',
    merge: () => 'Merge',
    tag: () => 'Tags',
  },
  tagged: (added: readonly string[], removed: readonly string[]) =>
    [...added.map((tag) => `+ ${tag}`), ...removed.map((tag) => `− ${tag}`)].join(', '),
  state: {
    waiting: (desk: string) => `is being sent to ${desk}`,
    stuck: (reason: string) => `is not sent yet: ${reason}. It is tried again for a day`,
    sent: (desk: string) => `${desk} has it; its own word is awaited`,
    done: (desk: string) => `done in ${desk}`,
    refused: (reason: string) => reason,
    unknown: 'refused',
  },
  by: (name: string) => `by ${name}`,
  again: 'Write it again',
  dismiss: 'Out of sight',
} as const;
