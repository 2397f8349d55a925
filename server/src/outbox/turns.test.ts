/** Whose turn it is: channels that hang have a part of the places, and those that answer never wait for them. */
import { expect, test } from 'vitest';
import type { Claimed } from './rows.ts';
import { createTurns } from './turns.ts';

let made = 0;
const message = (channel: string, workspaceId = 'a'): Claimed => ({
  workspaceId,
  id: `m${(made += 1)}`,
  kind: 'webhook',
  recipient: channel,
  channel,
  content: null,
  attempts: 1,
  madeAt: new Date(0),
  until: null,
});
const HTTP = { atOnce: 64, perWorkspace: 32, perChannel: 2 };
type Turns = ReturnType<typeof createTurns>;

/** As the database takes them, in the order of the list; gives those that it took. */
function claim(turns: Turns, waiting: Claimed[], now: number): Claimed[] {
  const taken: Claimed[] = [];
  while (!turns.isFull()) {
    const { channels, workspaces, unproven, proven } = turns.next(now);
    const index = waiting.findIndex(
      ({ channel, workspaceId }) =>
        !channels.includes(channel!) &&
        !workspaces.includes(workspaceId!) &&
        (proven.includes(channel!) || (unproven !== null && !unproven.includes(workspaceId!))),
    );
    if (index === -1) break;
    const [one] = waiting.splice(index, 1);
    turns.began(one!);
    taken.push(one!);
  }
  return taken;
}

/** Each channel has answered once. */
function answered(turns: Turns, ...channels: Claimed[]) {
  for (const one of channels) {
    turns.began(one);
    turns.ended(one, true, 0);
  }
}

test('channels that have not answered yet leave places for those that have, of their workspace and of others', () => {
  const turns = createTurns(HTTP);
  answered(turns, message('well'), message('well b', 'b'), message('well c', 'c'));
  const waiting = ['a', 'b', 'c'].flatMap((workspace) =>
    Array.from({ length: 100 }, (_, index) => message(`${workspace}${index}`, workspace)),
  );
  expect(Map.groupBy(claim(turns, waiting, 0), ({ workspaceId }) => workspaceId)).toSatisfy(
    (taken: Map<string, Claimed[]>) => taken.get('a')!.length === 24 && taken.get('b')!.length === 24 && !taken.has('c'),
  );
  const well = [message('well'), message('well b', 'b'), message('well c', 'c')];
  expect(claim(turns, [...waiting, ...well], 0)).toEqual(well);
});

test('channels that were not reached have a quarter, one try each, and none while they rest', () => {
  const turns = createTurns(HTTP);
  const dead = Array.from({ length: 20 }, (_, index) => [message(`dead${index}`), message(`dead${index}`)]).flat();
  const first = claim(turns, dead, 0);
  expect(first).toHaveLength(20);
  for (const one of first) turns.ended(one, false, 1_000);
  expect(claim(turns, dead, 5_999)).toEqual([]);
  expect(claim(turns, dead, 6_000)).toHaveLength(8);
});

test('a channel rests the longer the more often it was not reached, up to five minutes, and no more once it answers', () => {
  const turns = createTurns(HTTP);
  const rests: number[] = [];
  for (let now = 0, tries = 0; tries < 9; tries += 1) {
    const one = message('dead');
    turns.began(one);
    turns.ended(one, false, now);
    const from = now;
    while (turns.next(now).channels.includes('dead')) now += 1_000;
    rests.push((now - from) / 1_000);
  }
  expect(rests).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
  answered(turns, message('dead'));
  expect(turns.next(0).channels).toEqual([]);
});

test('what was not found out changes nothing, and a workspace that was served comes after all others', () => {
  const turns = createTurns(HTTP);
  const [one, two] = [message('x', 'a'), message('y', 'b')];
  turns.began(one);
  turns.ended(one, null, 0);
  turns.began(two);
  expect(turns.next(0)).toMatchObject({ served: ['a', 'b'], channels: ['y'] });
  turns.began(message('x', 'a'));
  expect(turns.next(0).served).toEqual(['b', 'a']);
});
