/** A watcher at an event stream: each message is one event whose id is its number, so that a browser resumes by itself. */
import type { FastifyReply } from 'fastify';
import type { Live } from '../live/index.ts';
import type { Admitted } from './stream-admission.ts';

export function openSse(
  live: Live,
  { workspaceId, sight, admission }: Admitted,
  { topics, since }: { topics: string[]; since: string | undefined },
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
  const watcher = live.watch(workspaceId, sight, {
    write: ({ text }, done) => raw.write(text.split('\n').map(asEvent).join(''), (error) => done(error ?? undefined)),
    waiting: () => raw.writableLength,
    admission,
    end: (why) => (why === 'refused' ? raw.end() : raw.destroy()),
  });
  raw.on('close', () => watcher.close());
  raw.on('error', () => watcher.close());
  watcher.subscribe(topics, since);
}

/** Messages begin `{"type":"…","number":"…"`, so the number is found without parsing them. */
function asEvent(message: string): string {
  const number = /^\{"type":"\w+","number":"([\d.]+)"/.exec(message)?.[1];
  return `${number === undefined ? '' : `id: ${number}\n`}data: ${message}\n\n`;
}
