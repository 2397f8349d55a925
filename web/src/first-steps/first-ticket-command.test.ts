import { execFileSync } from 'node:child_process';
import { readEvent } from '@watchdesk/domain/event';
import { expect, test } from 'vitest';
import { firstTicketCommand } from './first-ticket-command.ts';

test('a shell takes it as it is meant, quotes and all, and the door takes what it sends', () => {
  const command = firstTicketCommand('https://desk.example', 'wd_secret', new Date('2026-03-10T12:00:00Z'), {
    subject: `It's "mine"`,
    words: '$(touch no) `no` \\',
  });
  // The shell tells one by one what curl would be given.
  const said = execFileSync('sh', ['-c', `curl() { for one in "$@"; do printf '%s\\0' "$one"; done; }\n${command}`], { encoding: 'utf8' });
  const [address, , key, , , , body] = said.split('\0');
  expect([address, key]).toEqual(['https://desk.example/api/v1/events', 'Authorization: Bearer wd_secret']);
  const { events } = JSON.parse(body!) as { events: { data: { subject?: string; text?: string } }[] };
  expect([events[0]!.data.subject, events[1]!.data.text]).toEqual([`It's "mine"`, '$(touch no) `no` \\']);
  expect(events.map((event) => readEvent(event, 'api').ok)).toEqual([true, true]);
});
