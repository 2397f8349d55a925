/** Where sites and regions are: what outages and incidents without coordinates need to be on the map. */
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answered, api } from '../../api/index.ts';
import { coordinates } from '../../outage-map/index.ts';
import { useSession } from '../../session/session.ts';
import { CardTable, ErrorState, Panel, PlaceHead, RowsSkeleton } from '../../ui/index.ts';
import classes from './map.module.css';
import { words } from './messages.ts';
import { draftOfPlace, faultsOf, type Place, type PlaceDraft, placesOf } from './place-draft.ts';

const text = words.places;
const { columns } = text;
const KINDS = [
  { value: 'region', label: text.kinds.region },
  { value: 'site', label: text.kinds.site },
];
const KEY = ['outages', 'places'];

export function PlacesPage() {
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => answered(api.GET('/api/v1/outages/places', { signal })),
  });
  const mayChange = useSession().scopes.includes('rules:write');
  const own = data?.places.filter(({ isOwn }) => isOwn) ?? [];
  const others = data?.places.filter(({ isOwn }) => !isOwn || !mayChange) ?? [];
  return (
    <>
      <PlaceHead title={text.title} text={text.text}>
        <Button component={Link} to="/incidents/map" variant="default">
          {words.import.back}
        </Button>
      </PlaceHead>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <RowsSkeleton rows={4} />}
      {data && mayChange && <Own key={JSON.stringify(own)} saved={own} lost={data.lost} />}
      {others.length > 0 && (
        <Panel title={mayChange ? text.directory : text.title} sentence={mayChange ? text.directoryText : ''} flush>
          <CardTable columns={{ kind: columns.kind, id: columns.id, name: columns.name, at: columns.at }}>
            {others.map(({ kind, id, name, latitude, longitude }) => (
              <tr key={`${kind} ${id}`}>
                <td data-label={columns.kind}>{text.kinds[kind]}</td>
                <td data-label={columns.id}>
                  <bdi>{id}</bdi>
                </td>
                <td data-label={columns.name}>
                  <bdi>{name}</bdi>
                </td>
                <td data-label={columns.at}>{coordinates(latitude, longitude)}</td>
              </tr>
            ))}
          </CardTable>
        </Panel>
      )}
    </>
  );
}

interface OwnProps {
  saved: readonly Place[];
  lost: readonly { readonly kind: Place['kind']; readonly id: string }[];
}

function Own({ saved, lost }: OwnProps) {
  const client = useQueryClient();
  const [rows, setRows] = useState<readonly PlaceDraft[]>(() => saved.map(draftOfPlace));
  const [next, setNext] = useState(saved.length);
  const [isTried, setIsTried] = useState(false);
  const save = useMutation({
    mutationFn: (places: Place[]) => answered(api.PUT('/api/v1/outages/places', { body: { places } })),
    onSuccess: async (answer) => {
      client.setQueryData(KEY, answer);
      await client.invalidateQueries({ queryKey: ['outages'] });
    },
  });
  const add = (kind: Place['kind'], id: string) => {
    setRows([...rows, { key: next, kind, id, name: '', at: '' }]);
    setNext(next + 1);
  };
  const set = (key: number, parts: Partial<PlaceDraft>) => setRows(rows.map((row) => (row.key === key ? { ...row, ...parts } : row)));
  const places = placesOf(rows);
  const isChanged = JSON.stringify(places) !== JSON.stringify(placesOf(saved.map(draftOfPlace)));
  const open = lost.filter(({ kind, id }) => !rows.some((row) => row.kind === kind && row.id.trim().toLowerCase() === id.toLowerCase()));
  return (
    <Panel title={text.own} sentence={text.ownText} flush>
      {open.length > 0 && (
        <div className={classes['lost']}>
          <p>{text.lost}</p>
          {open.map(({ kind, id }) => (
            <Button
              key={`${kind} ${id}`}
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden="true" />}
              onClick={() => add(kind, id)}
            >
              {text.addOne(text.kinds[kind], id)}
            </Button>
          ))}
        </div>
      )}
      {rows.length === 0 ? (
        <p className={classes['quiet']}>{text.none}</p>
      ) : (
        <CardTable columns={{ kind: columns.kind, id: columns.id, name: columns.name, at: columns.at, remove: '' }}>
          {rows.map((row) => {
            const faults = isTried ? faultsOf(row, rows) : {};
            return (
              <tr key={row.key}>
                <td data-label={columns.kind}>
                  <Select
                    size="xs"
                    w={110}
                    aria-label={columns.kind}
                    data={KINDS}
                    value={row.kind}
                    allowDeselect={false}
                    onChange={(kind) => kind && set(row.key, { kind: kind as Place['kind'] })}
                  />
                </td>
                <td data-label={columns.id}>
                  <TextInput
                    size="xs"
                    aria-label={columns.id}
                    value={row.id}
                    maxLength={200}
                    error={faults.id && text.faults[faults.id]}
                    onChange={({ currentTarget: { value } }) => set(row.key, { id: value })}
                  />
                </td>
                <td data-label={columns.name}>
                  <TextInput
                    size="xs"
                    aria-label={columns.name}
                    value={row.name}
                    maxLength={200}
                    placeholder={row.id}
                    onChange={({ currentTarget: { value } }) => set(row.key, { name: value })}
                  />
                </td>
                <td data-label={columns.at}>
                  <TextInput
                    size="xs"
                    aria-label={columns.at}
                    value={row.at}
                    placeholder={text.example}
                    error={faults.at && text.faults[faults.at]}
                    onChange={({ currentTarget: { value } }) => set(row.key, { at: value })}
                  />
                </td>
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={30}
                    aria-label={text.remove(row.id)}
                    onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
                  >
                    <IconTrash size={16} aria-hidden="true" />
                  </ActionIcon>
                </td>
              </tr>
            );
          })}
        </CardTable>
      )}
      <div className={classes['keep']}>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => add('region', '')}>
          {text.add}
        </Button>
        <Button
          loading={save.isPending}
          disabled={!isChanged}
          onClick={() => {
            setIsTried(true);
            if (places) save.mutate(places);
          }}
        >
          {text.save}
        </Button>
        {save.error && <ErrorState error={save.error} compact />}
      </div>
    </Panel>
  );
}
