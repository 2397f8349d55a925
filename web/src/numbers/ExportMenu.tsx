/** The answer as a file: as a table for people, whole for programs, and as a picture. What makes a file is fetched when it is asked for. */
import { ActionIcon, Menu } from '@mantine/core';
import { useComputedColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import type { QueryAnswer } from '../api/client.ts';
import { download, save, type Table } from '../charts/index.ts';
import { problemOf } from '../ui/index.ts';
import type { Drawn } from './answer-drawing.ts';
import { messages } from './messages.ts';

const words = messages.export;

interface ExportMenuProps {
  title: string;
  /** The file's name without its ending. */
  file: string;
  table: Table;
  answer: QueryAnswer;
  drawn: Drawn | null;
}

/** Says so where a file could not be made. */
function making(file: Promise<void>): void {
  file.catch((error: unknown) => notifications.show({ color: 'red', title: words.failed, message: problemOf(error).detail }));
}

export function ExportMenu({ title, file, table, answer, drawn }: ExportMenuProps) {
  const scheme = useComputedColorScheme('light');
  const picture = async (kind: 'png' | 'svg') => {
    if (!drawn) return;
    const { pictureOf } = await import('../charts/picture.ts');
    save(`${file}.${kind}`, await pictureOf(drawn.drawing, title, drawn.height, scheme, kind));
  };
  const spreadsheet = async () => {
    const { spreadsheetOf } = await import('./spreadsheet.ts');
    save(`${file}.xlsx`, await spreadsheetOf(table));
  };
  const json = () => save(`${file}.json`, new Blob([JSON.stringify(answer, null, 2)], { type: 'application/json' }));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={words.label}>
          <IconDownload size={16} stroke={1.7} color="var(--muted)" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => download(file, table)}>{words.csv}</Menu.Item>
        <Menu.Item onClick={() => making(spreadsheet())}>{words.xlsx}</Menu.Item>
        <Menu.Item onClick={json}>{words.json}</Menu.Item>
        {drawn && <Menu.Item onClick={() => making(picture('png'))}>{words.png}</Menu.Item>}
        {drawn && <Menu.Item onClick={() => making(picture('svg'))}>{words.svg}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
