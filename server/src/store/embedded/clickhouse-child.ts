/**
 * The child process of clickhouse.ts: `node clickhouse-child.ts <directory> <http port> <config file>`.
 *
 * libchdb.so carries the main function of `clickhouse-local`, and that program can open ClickHouse's real
 * listeners. Its last statement never ends, which keeps the server up; the main thread is inside it from
 * then on and runs no more JavaScript. A worker thread therefore waits for our input to close, which
 * happens when the parent stops us and equally when the parent is killed, and ends the process at once.
 */
import { readSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { Worker, isMainThread } from 'node:worker_threads';
import { libchdbPath } from 'chdb/libchdb';
import { DataType, load, open } from 'ffi-rs';

/** On a machine that is full, the live queue (PostgreSQL and the server) goes before the numbers. Threads made from here on inherit it. */
const YIELDING = 5;

/** `process.exit` would wait for the other thread, which is blocked for good; inserts acknowledged so far are already on disk. */
const endNow = () => process.kill(process.pid, 'SIGKILL');

if (isMainThread) {
  new Worker(new URL(import.meta.url), { stdin: false });
  serve();
} else {
  while (readSync(0, Buffer.alloc(1)) > 0);
  endNow();
}

function serve(): void {
  // Who was started with less stays so: an ordinary user may not take more.
  if (getPriority() < YIELDING) setPriority(YIELDING);
  const [directory, port, config] = process.argv.slice(2);
  const args = [
    'clickhouse-local',
    `--path=${directory}`,
    `--config-file=${config}`,
    `--http_port=${port}`,
    '--listen_host=127.0.0.1',
    '--query=system start listen http; select sleepEachRow(1) from system.numbers settings max_block_size = 1 format Null',
  ];
  // ffi-rs and not koffi: koffi calls C on a small stack of its own, which ClickHouse takes for runaway recursion.
  open({ library: 'chdb', path: libchdbPath() });
  const call = (funcName: string, retType: DataType, paramsType: DataType[], paramsValue: unknown[]) =>
    load({ library: 'chdb', funcName, retType, paramsType, paramsValue });
  const result = call('chdb_query_cmdline', DataType.External, [DataType.I32, DataType.StringArray], [args.length, args]);
  console.error(call('chdb_result_error', DataType.String, [DataType.External], [result]) || 'the engine returned without an error');
  endNow();
}
