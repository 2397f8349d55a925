/**
 * Notifications of the browser, which show also while another window is in front. They are a matter of this browser alone, and asked for only by a
 * click: whoever is asked unprompted says no, for good.
 */
const KEY = 'watchdesk.browserNotices';

/** `denied`: the browser was told never to ask again. `none`: it has none, or not for an address that is not secure. */
export type BrowserNotices = 'on' | 'off' | 'denied' | 'none';

export function browserNotices(): BrowserNotices {
  if (!('Notification' in globalThis)) return 'none';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && localStorage.getItem(KEY) === 'on' ? 'on' : 'off';
}

/** Asks the browser where it has not said yes before. Only from a click. */
export async function turnOnBrowserNotices(): Promise<BrowserNotices> {
  if (browserNotices() === 'none') return 'none';
  if ((await Notification.requestPermission()) === 'granted') localStorage.setItem(KEY, 'on');
  return browserNotices();
}

export function turnOffBrowserNotices(): BrowserNotices {
  localStorage.removeItem(KEY);
  return browserNotices();
}

/** Shows one where they are wanted and nobody looks at the page; the next takes its place. */
export function showBrowserNotice({ title, body, onClick }: { title: string; body: string; onClick: () => void }): void {
  if (browserNotices() !== 'on' || document.visibilityState === 'visible') return;
  try {
    const shown = new Notification(title, { body, tag: 'watchdesk-inbox', icon: '/mark.svg' });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
      onClick();
    });
  } catch {
    // Browsers of phones have the constructor and refuse it; the inbox and the toast are there all the same.
  }
}
