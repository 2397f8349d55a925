/** Any number of the catalogue as a tile: by what it is divided and how it is drawn, with the very tile beside it. */
import { Button, Drawer, Select, TextInput } from '@mantine/core';
import { CHARTS, shapeFault, type Chart, type Layout } from '@watchdesk/domain/dashboard';
import type { DashboardTile as Tile } from '../../api/client.ts';
import { useState } from 'react';
import { fits, numberMessages, useCatalogue, type Catalogue } from '../../numbers/index.ts';
import { TextSkeleton } from '../../ui/index.ts';
import { questionOf, TileView, type View } from '../../tiles/index.ts';
import classes from './library.module.css';
import { messages } from './messages.ts';

const words = messages.library;

type NewTile = Omit<Tile, 'id' | 'layout'>;
type Size = Pick<Layout, 'w' | 'h'>;

const SIZES: Record<Chart, Size> = {
  number: { w: 3, h: 2 },
  line: { w: 6, h: 5 },
  area: { w: 6, h: 5 },
  bar: { w: 4, h: 5 },
  stacked: { w: 6, h: 5 },
  heat: { w: 8, h: 6 },
  scatter: { w: 6, h: 6 },
  distribution: { w: 6, h: 5 },
  table: { w: 6, h: 6 },
};

interface Chosen {
  metric: string | null;
  by: string | null;
  also: string | null;
  chart: Chart | null;
  title: string;
}

/** The question of a choice, in the shape that the chart draws; null where the chart draws no such thing. */
function tileOf({ metric, by, also, title }: Chosen, chart: Chart, catalogue: Catalogue, view: View): NewTile | null {
  if (metric === null) return null;
  const dimensions = [by, also].flatMap((one) => (one === null ? [] : [one]));
  const overTime =
    chart === 'number' || chart === 'line' || chart === 'area' || ((chart === 'bar' || chart === 'stacked') && dimensions.length < 2);
  const isByGroups = chart === 'bar' && dimensions.length > 0;
  const question = {
    metrics: [metric],
    ...(dimensions.length > 0 ? { dimensions } : {}),
    ...(overTime && !isByGroups ? { grain: 'auto' as const } : {}),
    ...(chart === 'number' || chart === 'table' ? { compare: 'previous' as const } : {}),
  } as Tile['question'];
  if (shapeFault(chart, question) || !fits(chart, questionOf({ question }, view, catalogue), catalogue)) return null;
  return { chart, question, ...(title.trim() === '' ? {} : { title: title.trim() }) };
}

/** Metrics under the names of their families. */
const metricChoices = (catalogue: Catalogue) =>
  Object.entries(Object.groupBy(catalogue.metrics, ({ family }) => family)).map(([family, metrics = []]) => ({
    group: numberMessages.families[family] ?? family,
    items: metrics.map(({ id, label }) => ({ value: id, label })),
  }));

interface TileLibraryProps {
  view: View;
  onClose: () => void;
  onAdd: (tile: NewTile, size: Size) => void;
}

export function TileLibrary({ view, onClose, onAdd }: TileLibraryProps) {
  const { data: catalogue } = useCatalogue();
  return (
    <Drawer opened onClose={onClose} position="right" size={480} title={words.title}>
      {catalogue ? <Form catalogue={catalogue} view={view} onAdd={onAdd} /> : <TextSkeleton lines={6} />}
    </Drawer>
  );
}

function Form({ catalogue, view, onAdd }: Pick<TileLibraryProps, 'view' | 'onAdd'> & { catalogue: Catalogue }) {
  const [chosen, setChosen] = useState<Chosen>({ metric: null, by: null, also: null, chart: null, title: '' });
  const metric = catalogue.metric(chosen.metric ?? '');
  const by = (metric?.dimensions ?? []).map((id) => ({ value: id, label: catalogue.dimension(id)?.label ?? id }));
  const charts = CHARTS.filter((chart) => tileOf(chosen, chart, catalogue, view) !== null);
  const chart = chosen.chart !== null && charts.includes(chosen.chart) ? chosen.chart : (charts[0] ?? null);
  const tile = chart && tileOf(chosen, chart, catalogue, view);
  return (
    <div className={classes['form']}>
      <Select
        label={words.metric}
        data={metricChoices(catalogue)}
        value={chosen.metric}
        searchable
        description={metric?.description}
        onChange={(id) => setChosen({ ...chosen, metric: id, by: null, also: null })}
      />
      <Select
        label={words.by}
        data={by}
        value={chosen.by}
        placeholder={words.nothing}
        clearable
        searchable
        disabled={!metric}
        onChange={(id) => setChosen({ ...chosen, by: id, also: null })}
      />
      {chosen.by !== null && (
        <Select
          label={words.also}
          data={by.filter(({ value }) => value !== chosen.by)}
          value={chosen.also}
          placeholder={words.nothing}
          clearable
          searchable
          onChange={(id) => setChosen({ ...chosen, also: id })}
        />
      )}
      <Select
        label={words.as}
        data={charts.map((value) => ({ value, label: words.charts[value] }))}
        value={chart}
        disabled={!metric}
        allowDeselect={false}
        onChange={(value) => setChosen({ ...chosen, chart: value })}
      />
      <TextInput
        label={words.name}
        placeholder={words.nameHint}
        maxLength={100}
        value={chosen.title}
        onChange={({ currentTarget }) => setChosen({ ...chosen, title: currentTarget.value })}
      />
      <div className={classes['preview']} data-chart={chart ?? undefined}>
        {tile ? <TileView tile={tile} view={view} /> : <p>{words.choose}</p>}
      </div>
      <Button disabled={!tile} onClick={() => tile && chart && onAdd(tile, SIZES[chart])}>
        {words.add}
      </Button>
    </div>
  );
}
