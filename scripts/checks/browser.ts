/** Where the system keeps its Chromium or Chrome, and how to start one so that it is quiet and repeatable. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const MAC = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** The path of a Chromium or Chrome that the system has, WATCHDESK_BROWSER first; null if there is none. */
export function systemBrowser(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = [process.env['WATCHDESK_BROWSER'] ?? '', ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC];
  return places.find((place) => place !== '' && existsSync(place)) ?? null;
}

/** The first is needed by root, which Chromium refuses to run sandboxed; the others keep it from calling home during a test. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-default-browser-check',
];

/** What Playwright's `launch` wants. Without a system browser it finds its own. */
export function launchOptions(): { executablePath?: string; args: string[] } {
  const executablePath = systemBrowser();
  return executablePath ? { executablePath, args: QUIET } : { args: QUIET };
}
