/** What the page of an incident keeps in the address; what cannot be understood is left out. */
export const TABS = ['room', 'tickets', 'review'] as const;
export type Tab = (typeof TABS)[number];

export interface IncidentSearch {
  tab?: Tab;
}
export const INCIDENT_NAMES = ['tab'] as const;

export function readIncidentSearch(raw: Record<string, unknown>): IncidentSearch {
  const tab = TABS.find((one) => one === raw['tab']);
  return tab === undefined || tab === 'room' ? {} : { tab };
}
