/**
 * `node start.mjs scripts/structure.ts [root]`: does the tree still have the structure that CONTRIBUTING describes?
 * Prints one line for each fault and ends with 1 if there is any.
 */
import { brokenArrows } from './structure/arrows.ts';
import { importCycles } from './structure/cycles.ts';
import { misshapen } from './structure/shape.ts';
import { readTree } from './structure/tree.ts';

const files = readTree(process.argv[2] ?? '.');
const faults = [...brokenArrows(files), ...importCycles(files), ...misshapen(files)];
for (const fault of faults) console.log(fault);
console.log(`${files.length} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
