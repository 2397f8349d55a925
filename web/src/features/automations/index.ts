/** Automations: what is done about tickets by itself, and what was. */
export { AutomationPage } from './AutomationPage.tsx';
export { AutomationsPage } from './AutomationsPage.tsx';
export { AutomationsPlace } from './AutomationsPlace.tsx';
export { NewAutomationPage } from './NewAutomationPage.tsx';
export { RunsPage } from './RunsPage.tsx';
export { TemplatesPage } from './TemplatesPage.tsx';
