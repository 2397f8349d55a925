/** The one bar above every place: where one is, how it is looked at, the search, whether it is live, and who one is. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { DemonstrationMark } from '../session/DemonstrationMark.tsx';
import { useSession } from '../session/session.ts';
import { KeyHint } from '../ui/index.ts';
import { Bell } from './Bell.tsx';
import { LiveBadge } from './LiveBadge.tsx';
import { messages } from './messages.ts';
import { openPalette } from './palette-store.ts';
import { PeriodPicker } from './PeriodPicker.tsx';
import { PersonaMenu } from './PersonaMenu.tsx';
import { type Place, titleOf } from './places.ts';
import { SchemePicker } from './SchemePicker.tsx';
import classes from './TopBar.module.css';
import { ViewSheet } from './ViewSheet.tsx';
import { ZonePicker } from './ZonePicker.tsx';

const onMac = /Mac|iPhone|iPad/.test(navigator.platform);

function SearchButton() {
  return (
    <button type="button" className={classes['search']} onClick={openPalette} aria-keyshortcuts="Control+K Meta+K /">
      <IconSearch size={16} stroke={1.8} aria-hidden="true" />
      <span>{messages.search.open}</span>
      <KeyHint keys={[onMac ? '⌘' : 'Ctrl', 'K']} />
    </button>
  );
}

function SearchIcon() {
  return (
    <Tooltip label={messages.search.label}>
      <ActionIcon variant="subtle" color="gray" size={40} aria-label={messages.search.label} onClick={openPalette}>
        <IconSearch size={20} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}

interface TopBarProps {
  place: Place | null;
  onKeys: () => void;
  inboxOpened: boolean;
  onInbox: () => void;
}

export function TopBar({ place, onKeys, inboxOpened, onInbox }: TopBarProps) {
  const { workspace } = useSession();
  const title = useRouterState({ select: ({ location }) => titleOf(location.pathname) });
  const narrow = useMediaQuery('(max-width: 75em)', undefined, { getInitialValueInEffect: false });
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  return (
    <header className={classes['bar']}>
      <div className={classes['where']}>
        <span className={classes['place']}>{title}</span>
        {workspace.kind === 'own' ? (
          <span className={classes['workspace']}>{workspace.name}</span>
        ) : (
          <DemonstrationMark isShort={narrow ?? false} />
        )}
      </div>
      {!phone && <SearchButton />}
      <div className={classes['tools']}>
        <LiveBadge compact={phone ?? false} />
        {phone ? (
          <>
            <SearchIcon />
            <ViewSheet place={place} />
          </>
        ) : (
          <>
            {place?.usesPeriod && <PeriodPicker />}
            <ZonePicker />
            <SchemePicker />
          </>
        )}
        <Bell asPage={phone ?? false} opened={inboxOpened} onToggle={onInbox} />
        <PersonaMenu onKeys={onKeys} />
      </div>
    </header>
  );
}
