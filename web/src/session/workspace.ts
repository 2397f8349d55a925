/** Which of several workspaces the viewer looks at: kept by the browser, sent with each question. */
const KEY = 'watchdesk.workspace';

/** The workspace chosen on this browser; null means the server's choice. */
export const chosenWorkspace = (): string | null => localStorage.getItem(KEY);

/** Looks at another workspace from the next question on. */
export const chooseWorkspace = (id: string | null): void => {
  if (id === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, id);
};

const RESTING = 'watchdesk.workspace.own';

/** Somebody with an account looks at the demonstration; where they come back to is kept. */
export function leaveForDemonstration(from: string): void {
  localStorage.setItem(RESTING, from);
  chooseWorkspace(null);
}

/** Whether there is an own workspace to come back to. */
export const hasOwnWorkspace = (): boolean => localStorage.getItem(RESTING) !== null;

/** Back from the demonstration, or the end of all: what was kept is chosen again, or nothing is. */
export function backFromDemonstration(): void {
  chooseWorkspace(localStorage.getItem(RESTING));
  localStorage.removeItem(RESTING);
}
