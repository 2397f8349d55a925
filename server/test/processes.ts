/** The embedded engines' processes, from the machine's own listing, so that nothing is taken on trust. */
import { execFileSync } from 'node:child_process';

export interface Listed {
  readonly pid: number;
  readonly command: string;
}

/** Processes whose command line names the directory. */
export function enginesOf(dataDir: string): Listed[] {
  return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\n')
    .filter((line) => line.includes(dataDir) && !line.includes('--input-type=module'))
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line }));
}

export const postmasterOf = (dataDir: string): Listed[] =>
  enginesOf(dataDir).filter(({ command }) => / -D /.test(command) && !command.includes('postgres-keeper'));

export const clickhouseOf = (dataDir: string): Listed[] => enginesOf(dataDir).filter(({ command }) => command.includes('clickhouse-child'));

/** What they have started, such as the backends of a postmaster, which do not name the directory. */
export function childrenOf(parents: readonly Listed[]): Listed[] {
  const pids = new Set(parents.map(({ pid }) => pid));
  return execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\n')
    .flatMap((line) => {
      const [, pid, ppid, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pids.has(Number(ppid)) ? [{ pid: Number(pid), command: command! }] : [];
    });
}

/** `kill -9`. Throws when there is nothing to kill: a test that kills nobody proves nothing. */
export function killAll(processes: readonly Listed[]): void {
  if (processes.length === 0) throw new Error('There is no such process to kill');
  for (const { pid } of processes) process.kill(pid, 'SIGKILL');
}
