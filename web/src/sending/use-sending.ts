/** Sends a file in parts, one after another. A part that fails is sent again from where the server says it is. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answered, api } from '../api/index.ts';
import { problemOf } from '../ui/index.ts';

const PART = 4 << 20;
const TRIES = 5;
const WAIT_MS = 1_000;

export interface Sending {
  readonly name: string;
  readonly sent: number;
  readonly all: number;
}

/** `then` is given the id of the import once all of it has arrived. */
export function useSending(then: (id: string) => void) {
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<unknown>(null);
  const leaving = useRef<AbortController>(null);

  async function send(file: File) {
    const { signal } = (leaving.current = new AbortController());
    setError(null);
    setSending({ name: file.name, sent: 0, all: file.size });
    let id: string | null = null;
    try {
      ({ id } = await answered(api.POST('/api/v1/imports', { body: { name: file.name.slice(-200), bytes: file.size }, signal })));
      await sendParts(id, file, signal, (sent) => setSending({ name: file.name, sent, all: file.size }));
      then(id);
    } catch (fault) {
      // Half a file is of no use to anybody.
      if (id) await api.DELETE('/api/v1/imports/{id}', { params: { path: { id } } }).catch(() => {});
      if (!signal.aborted) setError(fault);
    } finally {
      setSending(null);
      await client.invalidateQueries({ queryKey: ['imports'], exact: true });
    }
  }

  return { sending, error, send: (file: File) => void send(file), stop: () => leaving.current?.abort() };
}

async function sendParts(id: string, file: File, signal: AbortSignal, onSent: (bytes: number) => void): Promise<void> {
  for (let [offset, tries] = [0, 0]; offset < file.size;) {
    try {
      offset = await sendPart(id, offset, file.slice(offset, offset + PART), signal);
      tries = 0;
      onSent(offset);
    } catch (fault) {
      const { status } = problemOf(fault);
      tries += 1;
      if (signal.aborted || tries >= TRIES || (status !== 0 && status !== 409 && status < 500)) throw fault;
      await new Promise((settle) => setTimeout(settle, WAIT_MS * tries));
      // The part may have arrived although its answer did not.
      offset = (await answered(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal }))).received;
    }
  }
}

async function sendPart(id: string, offset: number, part: Blob, signal: AbortSignal): Promise<number> {
  const asked = api.PUT('/api/v1/imports/{id}/content', {
    params: { path: { id }, query: { offset } },
    // The description has no type for bytes.
    body: part as never,
    bodySerializer: (body: unknown) => body as never,
    headers: { 'content-type': 'application/octet-stream' },
    signal,
  });
  return (await answered(asked)).received;
}
