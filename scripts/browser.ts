/**
 * `node start.mjs scripts/browser.ts`: sees to it that there is a browser for the tests, and prints which.
 *
 * The system's own is preferred, as it comes with the libraries it needs. Without one, root on Debian installs Debian's
 * package, and everybody else gets Playwright's download (which may miss libraries that only root can add).
 */
import { spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { systemBrowser } from './checks/browser.ts';

let browser = systemBrowser();
if (!browser && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  console.log('No Chromium or Chrome here; installing the package of this system');
  if (run('apt-get', ['update', '-qq']))
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  browser = systemBrowser();
}
if (!browser && !existsSync(chromium.executablePath())) {
  console.log("No Chromium or Chrome here; fetching Playwright's own");
  if (!run('playwright', ['install', '--only-shell', 'chromium'])) process.exit(1);
}
console.log(`Browser: ${browser ?? "Playwright's own Chromium"}`);

function run(program: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}
