/** A watcher at an event stream: each message is one event whose id is its number, so that a browser resumes by itself. */
import type { FastifyReply } from 'fastify';
import type { Refusal } from '../errors.ts';
import type { Live, Question } from '../live/index.ts';
import type { Admitted } from './stream-admission.ts';

export function openSse(
  live: Live,
  { workspaceId, scope, admission }: Admitted,
  { topics, since, watch }: { topics: string[]; since: string | undefined; watch: Readonly<Record<string, Question | Refusal>> },
  reply: FastifyReply,
): void {
  const { raw } = reply;
  void reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no', // a proxy in front must not hold events back
  });
  raw.flushHeaders();
  const watcher = live.watch(workspaceId, scope, {
    write: ({ text }, done) => raw.write(text.split('\n').map(asEvent).join(''), (error) => done(error ?? undefined)),
    waiting: () => raw.writableLength,
    admission,
    end: (why) => (why === 'refused' ? raw.end() : raw.destroy()),
  });
  raw.on('close', () => watcher.close());
  raw.on('error', () => watcher.close());
  watcher.subscribe(topics, since);
  for (const [name, question] of Object.entries(watch)) watcher.watch(name, question);
}

/** Messages with a number begin `{"type":"…","number":"…"`, so that it is found without parsing them. */
function asEvent(message: string): string {
  const number = /^\{"type":"\w+","number":"([\d.]+)"/.exec(message)?.[1];
  return `${number === undefined ? '' : `id: ${number}\n`}data: ${message}\n\n`;
}
