/** Light, dark, or as the system says. */
import { ActionIcon, Menu, SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { messages } from './messages.ts';

const CHOICES = [
  { value: 'light', label: messages.scheme.light, icon: IconSun },
  { value: 'dark', label: messages.scheme.dark, icon: IconMoon },
  { value: 'auto', label: messages.scheme.auto, icon: IconDeviceDesktop },
] as const;

export function SchemePicker() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Shape = CHOICES.find(({ value }) => value === colorScheme)?.icon ?? IconDeviceDesktop;
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={messages.scheme.label}
          title={messages.scheme.label}
          aria-keyshortcuts="d"
        >
          <Shape size={18} stroke={1.7} color="var(--muted)" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
          {CHOICES.map(({ value, label, icon: Icon }) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Icon size={16} stroke={1.7} aria-hidden="true" />}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The same in one row, for the sheet on a phone. */
export function SchemeRow() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label={messages.scheme.label}
      value={colorScheme}
      data={CHOICES.map(({ value, label }) => ({ value, label }))}
      onChange={(value) => setColorScheme(value)}
    />
  );
}
