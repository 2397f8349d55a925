/** A filter with a field to type in and what was found for it. Arrow keys move, Enter toggles, Escape closes. */
import { Combobox, Loader, useCombobox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { FilterButton, uiMessages } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './tickets.module.css';

export interface Found {
  kind: string;
  id: string;
  title: string;
  detail: string | null;
}

interface LookupProps {
  label: string;
  placeholder: string;
  /** Names of what is chosen, for the button. */
  chosen: readonly string[];
  isChosen: (found: Found) => boolean;
  typed: string;
  onType: (typed: string) => void;
  /** What there is for the typed words. */
  found: readonly Found[];
  isFetching?: boolean;
  onToggle: (found: Found) => void;
  onClear: () => void;
}

export function Lookup({ label, placeholder, chosen, isChosen, typed, onType, found, isFetching = false, onToggle, onClear }: LookupProps) {
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      onType('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const submit = (id: string): void => {
    const one = found.find((entry) => entry.id === id);
    if (one) onToggle(one);
  };
  return (
    <Combobox store={combobox} width={300} position="bottom-start" onOptionSubmit={submit}>
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
        <Combobox.Search
          value={typed}
          onChange={(event) => {
            onType(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
          placeholder={placeholder}
          aria-label={placeholder}
          rightSection={isFetching && <Loader size={14} />}
        />
        <Combobox.Options aria-label={label} mah={300} style={{ overflowY: 'auto' }}>
          {found.map((entry) => (
            <Combobox.Option key={entry.id} value={entry.id} selected={isChosen(entry)} className={classes['found']}>
              <span className={classes['foundText']}>
                <span>{entry.title}</span>
                {entry.detail && <small>{entry.detail}</small>}
              </span>
              {isChosen(entry) && <IconCheck size={14} aria-hidden="true" />}
            </Combobox.Option>
          ))}
          {found.length === 0 && !isFetching && (
            <Combobox.Empty>{typed.trim() === '' ? messages.typeToFind : uiMessages.nothingMatches}</Combobox.Empty>
          )}
        </Combobox.Options>
        {chosen.length > 0 && (
          <Combobox.Footer>
            <button type="button" className={classes['more']} onClick={onClear}>
              {uiMessages.clear}
            </button>
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
