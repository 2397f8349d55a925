/**
 * Laws are checked on random things. `npm test` takes the same ones every time, so that a red build is red for everybody;
 * the long rounds take new ones each time, and more of them. A failure prints its seed; WATCHDESK_SEED runs it again.
 */
import fc from 'fast-check';

const isLong = process.env['WATCHDESK_LONG'] === '1';
const seed = process.env['WATCHDESK_SEED'] ?? (isLong ? Date.now() : 20_260_301);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed), ...(isLong ? { numRuns: 1000 } : {}) });
