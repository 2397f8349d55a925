/** Kinds of issue, each with what is done about it; and which categories of tickets are of which kind, by what help desks call them. */

export interface IssueType {
  readonly id: string;
  readonly label: string;
  /** Keys of categories (`keyOf`). */
  readonly categories: readonly string[];
}

export const ISSUE_TYPES = [
  { id: 'api', label: 'API', categories: ['api', 'api errors', 'integration', 'integrations', 'integration help', 'webhooks'] },
  {
    id: 'login',
    label: 'Login',
    categories: ['login', 'password', 'password login', 'account access', 'access', 'sso', 'enterprise sso', 'authentication'],
  },
  {
    id: 'reports',
    label: 'Report generation',
    categories: ['report generation', 'report', 'reports', 'reporting', 'export', 'data export'],
  },
  { id: 'data_import', label: 'Data import', categories: ['data import', 'import', 'imports', 'data migration', 'data', 'data quality'] },
  {
    id: 'feature_request',
    label: 'Feature request',
    categories: ['feature request', 'feature requests', 'feature', 'enhancement', 'idea'],
  },
  {
    id: 'billing',
    label: 'Billing',
    categories: ['billing', 'billing account', 'invoice', 'invoices', 'payment', 'payments', 'subscription', 'subscriptions'],
  },
  { id: 'ui_bug', label: 'UI bug', categories: ['ui bug', 'ui bugs', 'ui', 'user interface', 'display', 'mobile app'] },
] as const satisfies readonly IssueType[];

export type IssueTypeId = (typeof ISSUE_TYPES)[number]['id'];
export const ISSUE_TYPE_IDS = ISSUE_TYPES.map(({ id }) => id) as [IssueTypeId, ...IssueTypeId[]];

/** A category's name without case, signs and the word issue: `Billing/Account Issue` is `billing account`. */
export const keyOf = (category: string): string =>
  category
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ (issue|problem)s?$/, '');

/** The kind a category is of by its name; null where none fits. */
export function issueTypeOf(category: string): IssueTypeId | null {
  const key = keyOf(category);
  return ISSUE_TYPES.find(({ categories }) => (categories as readonly string[]).includes(key))?.id ?? null;
}
