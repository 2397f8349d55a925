/** The words for names of the directory that are not known, or not yet. */
export const messages = {
  gone: {
    team: (id: string) => `a team that is gone (${id})`,
    assignee: (id: string) => `somebody who is not known (${id})`,
    organisation: (id: string) => `a company that is not known (${id})`,
    requester: (id: string) => `a customer who is not known (${id})`,
  },
  loading: '…',
} as const;
