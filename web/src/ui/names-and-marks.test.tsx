import { MantineProvider } from '@mantine/core';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ChannelIcon } from './ChannelIcon.tsx';
import { CustomerName, Name } from './Name.tsx';
import { Person } from './Person.tsx';
import { Priority } from './Priority.tsx';
import { StatusBadge } from './StatusBadge.tsx';

const drawn = (element: ReactElement): HTMLElement => {
  const place = document.createElement('div');
  place.innerHTML = renderToStaticMarkup(<MantineProvider>{element}</MantineProvider>);
  for (const style of place.querySelectorAll('style')) style.remove();
  return place;
};

const KNOWN = { id: 'c-1', name: 'Mara Lind' };
const UNKNOWN = { id: 'c-2', name: 'c-2' };
const ACME = { id: 'o-1', name: 'Acme' };

describe('one name for whoever is named', () => {
  test('a name is a name; an id in its place says so; nobody is a dash', () => {
    expect(drawn(<Name of={KNOWN} />).innerHTML).toBe('<bdi>Mara Lind</bdi>');
    expect(drawn(<Name of={UNKNOWN} />).querySelector('[title^="Not in the directory"]')?.textContent).toBe('c-2');
    expect(drawn(<Name of={null} />).textContent).toBe('–');
  });

  test.each([
    [ACME, KNOWN, 'Acme'],
    [null, KNOWN, 'Mara Lind'],
    [{ id: 'o-2', name: 'o-2' }, KNOWN, 'Mara Lind'],
    [null, UNKNOWN, 'c-2'],
    [null, null, 'Unknown customer'],
  ])('the customer of %j and %j is %s', (organisation, requester, words) => {
    expect(drawn(<CustomerName organisation={organisation} requester={requester} />).textContent).toBe(words);
  });

  test.each([
    [KNOWN, 'customer', 'MLMara Lind'],
    [UNKNOWN, 'customer', 'c-2'],
    [null, 'customer', 'Unknown customer'],
    [null, 'agent', 'Unassigned'],
    [{ name: null }, 'agent', 'Unknown'],
    [{ id: 'rule-7', name: null }, 'automation', 'Automation'],
    [{ id: null, name: null }, 'bot', 'Bot'],
  ] as const)('%j as %s is “%s”, and only a name has initials', (person, kind, words) => {
    expect(drawn(<Person person={person} kind={kind} />).textContent).toBe(words);
  });
});

describe('a value that this build does not know yet', () => {
  test.each([
    ['priority', <Priority key="mark" value={'P9' as never} />, 'P9'],
    ['status', <StatusBadge key="mark" value={'snoozed' as never} />, 'snoozed'],
    ['channel', <ChannelIcon key="mark" value={'hologram' as never} named />, 'hologram'],
    ['channel without its word', <ChannelIcon key="mark" value={'hologram' as never} />, 'hologram'],
  ])('of a %s is shown as it is', (_name, mark, words) => {
    expect(drawn(mark).textContent).toBe(words);
  });
});
