/**
 * One filter of a list: a button that says what is chosen, and a searchable list of the values with how many rows
 * each would leave. Several values of one filter mean any of them. Arrow keys move, Enter toggles, Escape closes.
 */
import { Combobox, ScrollArea, useCombobox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { FilterButton } from './FilterButton.tsx';
import classes from './filters.module.css';
import { formatCount } from './format.ts';
import { messages } from './messages.ts';

export interface FacetOption {
  value: string;
  label: string;
  /** How many rows have it under the other filters; null while unknown. */
  count: number | null;
}

interface FacetFilterProps {
  label: string;
  options: readonly FacetOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  /** How an option is drawn; its label when not given. */
  draw?: (option: FacetOption) => ReactNode;
}

/** Above so many options a search field earns its place. */
const SEARCHABLE = 8;

/** Values chosen earlier stay listed when no row has them any more, or they could not be taken away again. */
function withChosen(options: readonly FacetOption[], selected: readonly string[]): FacetOption[] {
  const missing = selected.filter((value) => !options.some((option) => option.value === value));
  return [...missing.map((value) => ({ value, label: value, count: 0 })), ...options];
}

const toggled = (selected: readonly string[], value: string): string[] =>
  selected.includes(value) ? selected.filter((other) => other !== value) : [...selected, value];

function Option({ option, chosen, draw }: { option: FacetOption; chosen: boolean; draw: FacetFilterProps['draw'] }) {
  return (
    <Combobox.Option value={option.value} className={classes['option']} selected={chosen} active={chosen}>
      <span className={classes['tick']} data-on={chosen || undefined} aria-hidden="true">
        {chosen && <IconCheck size={12} stroke={3} />}
      </span>
      <span className={classes['label']}>{draw ? draw(option) : option.label}</span>
      {option.count !== null && <span className={classes['count']}>{formatCount(option.count)}</span>}
    </Combobox.Option>
  );
}

export function FacetFilter({ label, options, selected, onChange, draw }: FacetFilterProps) {
  const [search, setSearch] = useState('');
  const searchable = options.length > SEARCHABLE;
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
      combobox.focusTarget();
    },
    onDropdownOpen: () => {
      if (searchable) combobox.focusSearchInput();
      combobox.selectFirstOption();
    },
  });
  const all = withChosen(options, selected);
  const shown = all.filter((option) => option.label.toLowerCase().includes(search.trim().toLowerCase()));
  const chosen = selected.map((value) => all.find((option) => option.value === value)?.label ?? value);

  return (
    <Combobox
      store={combobox}
      width={260}
      position="bottom-start"
      withinPortal
      onOptionSubmit={(value) => onChange(toggled(selected, value))}
    >
      <Combobox.Target withAriaAttributes={false}>
        <FilterButton
          label={label}
          chosen={chosen}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        {searchable && (
          <Combobox.Search
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              combobox.updateSelectedOptionIndex();
            }}
            placeholder={messages.search}
            aria-label={`${messages.search}: ${label}`}
          />
        )}
        <Combobox.Options aria-label={label}>
          <ScrollArea.Autosize mah={300} type="scroll" viewportProps={{ tabIndex: -1 }}>
            {shown.map((option) => (
              <Option key={option.value} option={option} chosen={selected.includes(option.value)} draw={draw} />
            ))}
            {shown.length === 0 && <Combobox.Empty>{messages.nothingMatches}</Combobox.Empty>}
          </ScrollArea.Autosize>
        </Combobox.Options>
        {selected.length > 0 && (
          <Combobox.Footer>
            <button type="button" className={classes['clear']} onClick={() => onChange([])}>
              {messages.clear}
            </button>
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
