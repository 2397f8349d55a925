/** In which zone instants are shown. The workspace's is the rule; the viewer's own and UTC are near, the rest is searched. */
import { Combobox, useCombobox } from '@mantine/core';
import { IconWorld } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useSetViewing, useTimeZone } from '../period/viewing.ts';
import { offsetLabel } from '../period/zone.ts';
import { useSession } from '../session/session.ts';
import { useTicking } from '../ui/index.ts';
import { messages } from './messages.ts';
import classes from './pickers.module.css';

const MOST_SHOWN = 40;
const HOUR_MS = 3_600_000;

/** `New York` of `America/New_York`. */
const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

const plain = (text: string): string => text.toLowerCase().replaceAll(/[_/]/g, ' ');

function useChoices(search: string) {
  const { workspace } = useSession();
  return useMemo(() => {
    const viewer = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const near = [
      { zone: workspace.timeZone, note: messages.zone.workspace },
      { zone: viewer, note: messages.zone.viewer },
      { zone: 'UTC', note: '' },
    ].filter(({ zone }, index, all) => all.findIndex((other) => other.zone === zone) === index);
    const words = plain(search).trim();
    if (words === '') return near;
    const all = ['UTC', ...Intl.supportedValuesOf('timeZone')].filter((zone) => plain(zone).includes(words));
    return all.slice(0, MOST_SHOWN).map((zone) => ({ zone, note: '' }));
  }, [search, workspace.timeZone]);
}

function ZoneOption({ zone, note, now }: { zone: string; note: string; now: number }) {
  return (
    <Combobox.Option value={zone}>
      <span className={classes['zone']}>
        <span>
          {cityOf(zone)}
          {note && <span className={classes['note']}> · {note}</span>}
        </span>
        <span className={classes['note']}>{offsetLabel(now, zone)}</span>
      </span>
    </Combobox.Option>
  );
}

export function ZonePicker() {
  const zone = useTimeZone();
  const { workspace } = useSession();
  const setViewing = useSetViewing();
  const [search, setSearch] = useState('');
  const choices = useChoices(search);
  // Offsets change with the hour at most.
  const now = useTicking((at) => at - (at % HOUR_MS));
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      setSearch('');
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
  });
  const choose = (chosen: string): void => {
    setViewing({ tz: chosen === workspace.timeZone ? undefined : chosen });
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} width={300} position="bottom-end" onOptionSubmit={choose}>
      <Combobox.Target withAriaAttributes={false}>
        <button
          type="button"
          className={classes['trigger']}
          data-active={zone !== workspace.timeZone || undefined}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          aria-label={`${messages.zone.label}: ${cityOf(zone)}`}
          title={messages.zone.title(zone, offsetLabel(now, zone))}
          onClick={() => combobox.toggleDropdown()}
        >
          <IconWorld size={16} stroke={1.7} aria-hidden="true" />
          <span className={classes['city']}>{cityOf(zone)}</span>
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          placeholder={messages.zone.search}
          aria-label={messages.zone.search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
        />
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label={messages.zone.label}>
          {choices.map((choice) => (
            <ZoneOption key={choice.zone} {...choice} now={now} />
          ))}
          {choices.length === 0 && <Combobox.Empty>{messages.zone.nothing}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
