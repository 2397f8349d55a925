/** What every browser test does first and last: step in as somebody, and ask axe. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

type Role = 'agent' | 'lead' | 'manager' | 'executive' | 'planner' | 'admin';

/** Signs the page's browser in as the first persona of the role. The demonstration's people come a moment after the start. */
export async function stepIn(page: Page, role: Role): Promise<void> {
  let persona: string | undefined;
  await expect(async () => {
    persona = (await personas(page)).find((one) => one.role === role)?.id;
    expect(persona, `a persona who is ${role}`).toBeDefined();
  }).toPass({ timeout: 60_000 });
  const answer = await page.request.post('/api/v1/session', { data: { persona } });
  expect(answer.ok()).toBe(true);
}

/**
 * How pages are looked at, and where axe reads them. What fits a width does not depend on the colours, nor what can be read on the width, so
 * that each of them once is enough for every day; `npm run test:long` looks at all, and reads all.
 */
const LOOKS: readonly (readonly [width: number, scheme: 'light' | 'dark', isRead: boolean])[] = process.env['WATCHDESK_LONG']
  ? [1440, 1024, 390].flatMap((width) => [[width, 'light', true] as const, [width, 'dark', true] as const])
  : [
      [1440, 'light', true],
      [1024, 'light', false],
      [390, 'dark', true],
    ];

/** Fails with what axe found, rule by rule, and where. WCAG 2.2 A and AA. What is being replaced is faint for as long, and not read. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('[data-old]')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page })
    // What it would load the style sheets once more for is whether they lock the orientation; ours do not know of one.
    .options({ resultTypes: ['violations'], preload: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // Within the page itself: what it found there need not cross to another page, which takes most of the time. We have no frames.
    .setLegacyMode()
    .analyze();
  expect(violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ target }) => target.join(' ')) }))).toEqual([]);
}

/** That the page, as it stands, scrolls nowhere sideways and that axe finds nothing, in every look. It ends as it is read at a desk. */
export async function expectFits(page: Page): Promise<void> {
  for (const [width, colorScheme, isRead] of LOOKS) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // What is laid out anew by a script comes a frame later, and colours fade into each other.
    await page.evaluate(async () => {
      await new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)));
      const fading = document.getAnimations().filter((one) => one instanceof CSSTransition);
      // One of what is taken away meanwhile never ends.
      const faded = Promise.allSettled(fading.map(({ finished }) => finished));
      await Promise.race([faded, new Promise((late) => setTimeout(late, 2_000))]);
    });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, `pixels that the page is wider than ${width}`).toBeLessThanOrEqual(0);
    if (isRead) await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Saves what somebody else has saved meanwhile, unless the page heard of that by itself and asks already: then there is nothing to press. */
export async function saveTooLate(save: Locator, asked: Locator): Promise<void> {
  await expect(async () => {
    if (await save.isEnabled()) await save.click({ timeout: 1_000 });
    await expect(asked).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

async function personas(page: Page): Promise<{ id: string; role: string }[]> {
  const answer = await page.request.get('/api/v1/personas');
  return answer.ok() ? ((await answer.json()) as { personas: { id: string; role: string }[] }).personas : [];
}
