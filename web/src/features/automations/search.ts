/** What the address of a new automation says. */
export interface NewAutomationSearch {
  /** The template it is made from. */
  template?: string;
}

export const readNewAutomationSearch = ({ template }: Record<string, unknown>): NewAutomationSearch =>
  typeof template === 'string' && template.length <= 100 ? { template } : {};
