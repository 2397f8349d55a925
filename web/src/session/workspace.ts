/** Which of several workspaces the viewer looks at: kept by the browser, sent with each question. */
const KEY = 'watchdesk.workspace';

/** The workspace chosen on this browser; null means the server's choice. */
export const chosenWorkspace = (): string | null => localStorage.getItem(KEY);

/** Looks at another workspace from the next question on. */
export const chooseWorkspace = (id: string | null): void => {
  if (id === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, id);
};
