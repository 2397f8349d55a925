/** The question, put together: what, by what, when, and of which tickets. */
import { Collapse, MultiSelect, NativeSelect, SegmentedControl } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { countsBothWays, Filters, HoursToggle, numberMessages, useMetricOptions } from '../../numbers/index.ts';
import classes from './explore.module.css';
import { messages } from './messages.ts';
import { MoreOptions } from './MoreOptions.tsx';
import { GRAINS, MOST, STAGES } from './search.ts';
import type { Explored } from './use-explore.ts';

/** By what all chosen metrics can be filtered, with the values of the question's period. */
const filterable = ({ catalogue, question }: Explored) => ({
  catalogue,
  dimensions: catalogue.dimensions.filter(({ metrics }) => question.metrics.every((metric) => metrics.includes(metric))),
  when: question,
});

function Metrics({ explored: { question, catalogue, faults, change } }: { explored: Explored }) {
  return (
    <MultiSelect
      label={messages.metrics}
      placeholder={question.metrics.length === 0 ? messages.findMetric : ''}
      data={useMetricOptions(catalogue)}
      value={[...question.metrics]}
      onChange={(metrics) => change({ metrics: metrics.join(',') || undefined })}
      renderOption={({ option }) => (
        <span className={classes['option']}>
          {option.label}
          <span>{catalogue.metric(option.value)?.description}</span>
        </span>
      )}
      classNames={{ inputField: classes['typed'] ?? '' }}
      searchable
      hidePickedOptions
      maxValues={MOST.metrics}
      maxDropdownHeight={360}
      nothingFoundMessage={messages.noMatch}
      error={faults['metrics']}
    />
  );
}

/** By what all chosen metrics can be divided; what is chosen stays in sight, to be taken away where it does not fit any more. */
function Dimensions({ explored: { question, catalogue, faults, change } }: { explored: Explored }) {
  const chosen = question.dimensions ?? [];
  const data = catalogue.dimensions
    .filter(({ id, metrics }) => chosen.includes(id) || question.metrics.every((metric) => metrics.includes(metric)))
    .map(({ id, label }) => ({ value: id, label }));
  return (
    <MultiSelect
      label={messages.dimensions}
      placeholder={chosen.length === 0 ? messages.findDimension : ''}
      data={data}
      value={[...chosen]}
      onChange={(dimensions) => change({ by: dimensions.join(',') || undefined, as: undefined })}
      renderOption={({ option }) => (
        <span className={classes['option']}>
          {option.label}
          <span>{catalogue.dimension(option.value)?.description}</span>
        </span>
      )}
      classNames={{ inputField: classes['typed'] ?? '' }}
      searchable
      hidePickedOptions
      maxValues={MOST.dimensions}
      maxDropdownHeight={360}
      nothingFoundMessage={messages.noMatch}
      error={faults['dimensions']}
    />
  );
}

function OverTime({ explored: { question, faults, change } }: { explored: Explored }) {
  const data = (['none', ...GRAINS] as const).map((value) => ({ value, label: messages.grains[value] }));
  return (
    <div>
      <p className={classes['name']} id="explore-grain">
        {messages.grain}
      </p>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-labelledby="explore-grain"
        data={data}
        value={question.grain ?? 'none'}
        onChange={(value) => change({ grain: value === 'none' ? undefined : value, as: undefined })}
      />
      {faults['grain'] && <p className={classes['fault']}>{faults['grain']}</p>}
    </div>
  );
}

const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

function When({ explored: { search, question, catalogue, faults, change } }: { explored: Explored }) {
  const metrics = question.metrics.flatMap((id) => catalogue.metric(id) ?? []);
  return (
    <>
      <NativeSelect
        label={messages.compare}
        data={options(messages.compares)}
        value={search.compare ?? 'none'}
        onChange={({ currentTarget: { value } }) => change({ compare: value === 'none' ? undefined : (value as 'previous' | 'lastYear') })}
        error={faults['compare']}
      />
      {countsBothWays(metrics) && (
        <div>
          <p className={classes['name']}>{numberMessages.hoursLabel}</p>
          <HoursToggle value={question.calendar} onChange={(calendar) => change({ calendar })} fullWidth />
          {faults['calendar'] && <p className={classes['fault']}>{faults['calendar']}</p>}
        </div>
      )}
    </>
  );
}

/** What the same figures are shown beside: those of other tickets, and what is usual among companies of a stage. */
function Beside({ explored }: { explored: Explored }) {
  const { search, faults, change } = explored;
  return (
    <>
      <div className={classes['pair']}>
        <NativeSelect
          label={messages.beside}
          data={options(messages.besides)}
          value={search.beside ? 'tickets' : 'nothing'}
          onChange={({ currentTarget: { value } }) => change({ beside: value === 'tickets' ? [] : undefined })}
        />
        <NativeSelect
          label={messages.benchmark}
          data={options(messages.benchmarkOf)}
          value={search.stage ?? 'workspace'}
          onChange={({ currentTarget: { value } }) => change({ stage: STAGES.find((stage) => stage === value) })}
          error={faults['benchmark']}
        />
      </div>
      {search.beside && (
        <Filters
          {...filterable(explored)}
          title={messages.besideFilters}
          label={messages.besideFilters}
          filters={search.beside}
          fault={faults['segment']}
          onChange={(beside) => change({ beside })}
        />
      )}
      {search.beside?.length === 0 && <p className={classes['hint']}>{messages.besideHint}</p>}
    </>
  );
}

export function Builder({ explored }: { explored: Explored }) {
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [open, { toggle }] = useDisclosure(false);
  return (
    <section className={classes['builder']} aria-label={messages.builder}>
      <button type="button" className={classes['fold']} aria-expanded={open} onClick={toggle}>
        {messages.builder}
        <IconChevronDown size={16} aria-hidden="true" style={{ rotate: open ? '180deg' : undefined }} />
      </button>
      <Collapse expanded={open || !phone}>
        <div className={classes['fields']}>
          <Metrics explored={explored} />
          <Dimensions explored={explored} />
          <OverTime explored={explored} />
          <When explored={explored} />
          <Filters
            {...filterable(explored)}
            title={messages.filters}
            filters={explored.search.where ?? []}
            fault={explored.faults['filters']}
            onChange={(where) => explored.change({ where: where.length > 0 ? where : undefined })}
          />
          <Beside explored={explored} />
          <MoreOptions explored={explored} />
        </div>
      </Collapse>
    </section>
  );
}
