/** The key numbers of each response side by side, each with its band, its difference to the first, and how it is computed. */
import { ActionIcon, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { Figure } from '@watchdesk/domain/outage-simulation';
import type { Simulation } from '../../api/client.ts';
import { ChartPanel } from '../../charts/index.ts';
import { dayOf } from '../../period/zone.ts';
import { CardTable, formatCount, formatDate } from '../../ui/index.ts';
import { bandWords, differenceWords, figureTable, figureWords, SHOWN } from './figures.ts';
import { FIGURES, words } from './messages.ts';
import classes from './simulation.module.css';

type Result = Simulation['result'];

function How({ figure, simulation: { result, spec } }: { figure: Figure; simulation: Simulation }) {
  const { name, how } = FIGURES[figure];
  const { weeks, from, to } = result.learnt;
  const dayIn = (iso: string, before = 0) => formatDate(dayOf(Date.parse(iso) - before, result.timeZone));
  return (
    <Popover width={300} position="bottom-start" withArrow>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={words.explain(name)}>
          <IconInfoCircle size={15} stroke={1.7} color="var(--muted)" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={classes['how']}>{how}</p>
        <p className={classes['how']}>
          {words.baseline.how(weeks, dayIn(from), dayIn(to, 1))} {formatCount(spec.runs)} runs, seed {spec.seed}.
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}

function Cell({ figure, one, first }: { figure: Figure; one: Result['responses'][number]; first: string | null }) {
  const band = bandWords(figure, one.numbers[figure]);
  const difference = first === null ? null : differenceWords(figure, one.difference[figure].middle);
  return (
    <td data-label={one.response.name}>
      <b className={classes['value']}>{figureWords(figure, one.numbers[figure].middle)}</b>
      {band !== null && <span className={classes['band']}>{band}</span>}
      {difference !== null && (
        <span className={classes['band']}>{one.difference[figure].middle === 0 ? words.same(first!) : words.less(difference, first!)}</span>
      )}
    </td>
  );
}

export function KeyNumbers({ simulation }: { simulation: Simulation }) {
  const { responses } = simulation.result;
  // Keys that look like numbers would come before all others, and the heads would stand over the wrong columns.
  const columns = { figure: words.figure, ...Object.fromEntries(responses.map(({ response }, place) => [`r${place}`, response.name])) };
  return (
    <ChartPanel
      title={words.numbers}
      sentence={words.numbersSentence}
      definition={words.numbersHow}
      isTable
      table={figureTable(simulation.result)}
      file="outage-simulation"
    >
      <CardTable columns={columns}>
        {SHOWN.map((figure) => (
          <tr key={figure}>
            <td data-wide className={classes['name']}>
              {FIGURES[figure].name}
              <How figure={figure} simulation={simulation} />
            </td>
            {responses.map((one, place) => (
              <Cell key={one.response.name} figure={figure} one={one} first={place === 0 ? null : responses[0]!.response.name} />
            ))}
          </tr>
        ))}
      </CardTable>
    </ChartPanel>
  );
}
