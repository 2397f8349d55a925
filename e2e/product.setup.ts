/**
 * Before the browser tests: the product with a demonstration of a few days, and tickets that wait at any hour. WATCHDESK_E2E_URL names one that
 * runs already, which saves its start while writing a test. The workers inherit the variable.
 */
import { startProduct } from './product.ts';
import { askForHelp } from './waiting-tickets.ts';

const WAITING = 30;

export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['WATCHDESK_E2E_URL']) return undefined;
  // Whatever day it is, three of them are working days: of a weekend alone too little is answered to be summed up.
  const product = await startProduct({ env: { WATCHDESK_DEMO: 'on', WATCHDESK_DEMO_DAYS: '5' } });
  await askForHelp(product.url, WAITING);
  process.env['WATCHDESK_E2E_URL'] = product.url;
  return product.stop;
}
