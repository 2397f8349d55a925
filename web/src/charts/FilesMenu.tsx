/**
 * What is shown, as a file: as a table for people, whole for programs, as a picture and on paper. What makes a file is fetched when
 * it is asked for.
 */
import { ActionIcon, Menu, useComputedColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatCount, problemOf } from '../ui/index.ts';
import { csvOf, save, type Table } from './csv.ts';
import type { Drawable } from './drawing.ts';
import { messages } from './messages.ts';
import type { Sheet } from './paper.ts';
import type { Scheme } from './series-colours.ts';

const words = messages.files;

export interface Files {
  sheet: Sheet;
  /** The names of the files without their endings. */
  file: string;
  table: Table;
  /** What a program is given. */
  json: unknown;
  /** What is drawn; null where the table is all there is. */
  drawable: Drawable | null;
  /** Of what it is, in words: period, zone, filters. */
  context: () => Promise<[string, string][]>;
}

async function pictureOf({ sheet, drawable }: Files, scheme: Scheme, ending: 'png' | 'svg'): Promise<Blob> {
  const [{ measureHere, pictureFile }, { chartPicture, tablePicture }] = await Promise.all([
    import('./picture.ts'),
    import('./picture-layout.ts'),
  ]);
  const picture = drawable
    ? chartPicture({ ...sheet, ...drawable, drawing: drawable.drawing(scheme) }, scheme, measureHere())
    : tablePicture({ ...sheet, more: (rows) => words.more(formatCount(rows)) }, scheme, measureHere());
  return pictureFile(picture, scheme, ending);
}

async function pageOf({ sheet, drawable, context }: Files): Promise<Blob> {
  const { paperSheetOf, pdfOf } = await import('./pdf.ts');
  const hasTable = sheet.figures.length === 0;
  return pdfOf({ title: sheet.title, context: await context(), sheets: [await paperSheetOf(sheet, drawable, null, hasTable)] });
}

/** The title of what it is, and of what it is. */
const factsOf = async ({ sheet, context }: Files): Promise<[string, string][]> => [[words.of, sheet.title], ...(await context())];

async function spreadsheet(files: Files): Promise<Blob> {
  const { spreadsheetOf } = await import('./spreadsheet.ts');
  return spreadsheetOf(files.table, await factsOf(files));
}

const csv = async (files: Files) => new Blob([csvOf(files.table, await factsOf(files))], { type: 'text/csv;charset=utf-8' });

interface FilesMenuProps {
  /** Asked for when a file is, and not before. */
  of: () => Files;
  /** Further ways to take it along. */
  children?: ReactNode;
}

export function FilesMenu({ of, children }: FilesMenuProps) {
  const scheme = useComputedColorScheme('light');
  const [isMaking, setIsMaking] = useState(false);
  const make = (ending: string, blobOf: (files: Files) => Promise<Blob>) => () => {
    setIsMaking(true);
    const files = of();
    void blobOf(files)
      .then((made) => save(`${files.file}.${ending}`, made))
      .catch((error: unknown) => {
        const { detail, title } = problemOf(error);
        notifications.show({ color: 'red', title: words.failed, message: detail ?? title });
      })
      .finally(() => setIsMaking(false));
  };
  const data = async ({ json }: Files) => new Blob([JSON.stringify(json, null, 2)], { type: 'application/json' });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={words.label} loading={isMaking}>
          <IconDownload size={16} stroke={1.7} color="var(--muted)" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={make('csv', csv)}>{words.csv}</Menu.Item>
        <Menu.Item onClick={make('xlsx', spreadsheet)}>{words.xlsx}</Menu.Item>
        <Menu.Item onClick={make('json', data)}>{words.json}</Menu.Item>
        <Menu.Item onClick={make('png', (files) => pictureOf(files, scheme, 'png'))}>{words.png}</Menu.Item>
        <Menu.Item onClick={make('svg', (files) => pictureOf(files, scheme, 'svg'))}>{words.svg}</Menu.Item>
        <Menu.Item onClick={make('pdf', pageOf)}>{words.pdf}</Menu.Item>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
