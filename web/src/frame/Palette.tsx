/** ⌘K: places and actions at once, and from two letters on numbers, and tickets, customers, organisations and people by the server. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, useSpotlight } from '@mantine/spotlight';
import { IconBuilding, IconChartDots3, IconSearch, IconTicket, IconUser, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { answered, api, type SearchResult } from '../api/index.ts';
// The palette is on every page, so it takes no more of the numbers than their names.
import { usualGrain } from '../numbers/question.ts';
import { useCatalogue } from '../numbers/use-catalogue.ts';
import { usePeriod } from '../period/viewing.ts';
import { useMaySee } from '../reach/index.ts';
import { PersonFace } from '../ui/index.ts';
import { messages } from './messages.ts';
import classes from './Palette.module.css';
import { paletteStore } from './palette-store.ts';
import { useActions } from './use-actions.tsx';
import { usePlaces } from './use-places.ts';

type Kind = SearchResult['kind'];

/** What a company, a customer, or an agent whose page is not for this viewer is found for: their tickets. */
const FILTER_OF = { agent: 'assignee', customer: 'requester', organisation: 'organisation' } as const;

const TYPING_MS = 150;
const SHORTEST = 2;
const MOST_NUMBERS = 6;
const KINDS: readonly Kind[] = ['ticket', 'customer', 'organisation', 'agent', 'team'];

const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/search', { params: { query: { q } }, signal })).then(({ results }) => results),
    enabled: q.length >= SHORTEST,
    staleTime: 5_000,
  });

function ResultFace({ result }: { result: SearchResult }) {
  if (result.kind === 'ticket') return <IconTicket size={18} stroke={1.7} />;
  if (result.kind === 'team') return <IconUsers size={18} stroke={1.7} />;
  if (result.kind === 'organisation') return <IconBuilding size={18} stroke={1.7} />;
  if (result.kind === 'agent') return <PersonFace person={{ name: result.title }} size={22} />;
  return <IconUser size={18} stroke={1.7} />;
}

function useResults(query: string) {
  const [words] = useDebouncedValue(query.trim(), TYPING_MS);
  const { data = [], isFetching, isError } = useQuery({ ...searchQuery(words), placeholderData: keepPreviousData });
  const navigate = useNavigate();
  const maySee = useMaySee();
  const open = ({ kind, id }: SearchResult): void => {
    if (kind === 'ticket') void navigate({ to: '/tickets/$ticketId', params: { ticketId: id } });
    else if (kind === 'team') void navigate({ to: '/people', search: { team: id } });
    else if (kind === 'agent' && maySee(id)) void navigate({ to: '/people/$agentId', params: { agentId: id } });
    else void navigate({ to: '/tickets', search: { [FILTER_OF[kind]]: id } });
  };
  const results = words.length >= SHORTEST && query.trim().length >= SHORTEST ? data : [];
  const groups = KINDS.map((kind): SpotlightActionGroupData => ({
    group: messages.search.kinds[kind],
    actions: results
      .filter((result) => result.kind === kind)
      .map((result) => ({
        id: `${kind} ${result.id}`,
        label: result.title,
        ...(result.detail ? { description: result.detail } : {}),
        leftSection: <ResultFace result={result} />,
        onClick: () => open(result),
      })),
  })).filter(({ actions }) => actions.length > 0);
  return { groups, isFetching, isError };
}

const matches =
  (query: string) =>
  ({ label = '', keywords = '' }: SpotlightActionData) =>
    `${label} ${String(keywords)}`.toLowerCase().includes(query.trim().toLowerCase());

/** Numbers of the catalogue; one that is chosen is explored over the period. Those that begin with what was typed come first. */
function useNumbers(query: string): SpotlightActionData[] {
  const words = query.trim().toLowerCase();
  const isAsked = words.length >= SHORTEST;
  const { data: catalogue } = useCatalogue(isAsked);
  const navigate = useNavigate();
  const period = usePeriod();
  if (!isAsked) return [];
  const found = (catalogue?.metrics ?? []).filter(({ id, label }) => `${label} ${id}`.toLowerCase().includes(words));
  const place = ({ label }: { label: string }) => Number(!label.toLowerCase().startsWith(words));
  return found
    .toSorted((a, b) => place(a) - place(b))
    .slice(0, MOST_NUMBERS)
    .map(({ id, label, formula }) => ({
      id: `metric ${id}`,
      label,
      description: formula,
      leftSection: <IconChartDots3 size={18} stroke={1.7} />,
      onClick: () => void navigate({ to: '/explore', search: { metrics: id, grain: usualGrain(period), as: 'line' } }),
    }));
}

/**
 * The kit chooses the first entry as one types; when the server's come later and nothing is chosen yet, they count too.
 * The list may be mounted after the answer, while the palette opens: it says so in the store.
 */
function useFirstChosen(): void {
  useSpotlight(paletteStore);
  useEffect(() => {
    const list = document.getElementById(paletteStore.getState().listId);
    const first = list?.querySelector('[data-action]');
    if (!first || list?.querySelector('[data-selected]')) return;
    first.setAttribute('data-selected', 'true');
    paletteStore.updateState((state) => ({ ...state, selected: 0 }));
  });
}

export function Palette() {
  const [query, setQuery] = useState('');
  const navigate = useNavigate();
  const actions = useActions();
  const { groups, isFetching, isError } = useResults(query);
  const numbers = useNumbers(query);
  const places = usePlaces().map(({ id, label, hint, path, icon: Shape }): SpotlightActionData => ({
    id,
    label,
    description: hint,
    leftSection: <Shape size={18} stroke={1.7} />,
    onClick: () => void navigate({ to: path }),
  }));
  const own = [
    { group: messages.search.places, actions: places.filter(matches(query)) },
    { group: messages.search.actions, actions: actions.filter(matches(query)) },
    { group: messages.search.numbers, actions: numbers },
  ].filter((group) => group.actions.length > 0);
  useFirstChosen();
  const nothing = isError ? messages.search.failed : isFetching ? messages.search.searching : messages.search.nothing(query.trim());
  return (
    <Spotlight
      shortcut={['mod + K']}
      query={query}
      onQueryChange={setQuery}
      // The server has already found what matches, by more than the letters of the title.
      filter={(_, all) => all}
      // What is found at once stands first, so that nothing moves under the hand when the server's answer comes.
      actions={[...own, ...groups]}
      nothingFound={query.trim() === '' ? null : nothing}
      scrollable
      maxHeight="min(480px, 60dvh)"
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      classNames={{ actionsGroup: classes['group'] ?? '', action: classes['action'] ?? '' }}
      attributes={{ content: { 'aria-label': messages.search.palette } }}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.7} />,
        placeholder: messages.search.placeholder,
        'aria-label': messages.search.label,
      }}
      store={paletteStore}
    />
  );
}
