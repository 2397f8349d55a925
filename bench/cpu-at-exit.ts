/** Loaded into a measured command by NODE_OPTIONS: leaves in WATCHDESK_BENCH_CPU how long the command itself computed, in ms. */
import { writeFileSync } from 'node:fs';

const file = process.env['WATCHDESK_BENCH_CPU'];
// The engines are children of the command and inherit its environment.
if (file && process.argv[1]?.endsWith('watchdesk.ts'))
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(file, String((user + system) / 1000));
  });
