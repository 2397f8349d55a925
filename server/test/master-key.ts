/** What secrets of tests are sealed with, in whichever process. */
import { createSecretKey } from 'node:crypto';

export const MASTER_KEY = { id: '00000001', key: createSecretKey(Buffer.alloc(32, 7)) };
