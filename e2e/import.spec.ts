/** Journey 4: from an export of the old help desk to dashboards that show it. A file is dropped, mapped, tried, imported, and accounted for. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectFits, stepIn } from './visitor.ts';

const two = (number: number) => String(number).padStart(2, '0');

/** An export as one gets it: semicolons, days and months that could change places, a status nobody knows, and rows that cannot be. */
function anExport(category: string): string {
  const rows = Array.from({ length: 40 }, (_, row) => {
    const day = two(1 + (row % 12));
    return `W-${row};"Order ${row}; late";${['Solved', 'Open', 'Limbo'][row % 3]};High;${day}/02/2026 09:${two(row)};${row % 3 === 0 ? `${day}/02/2026 11:${two(row)}` : ''};Ann;c${row % 7}@mail.example;${category}`;
  });
  return [
    'Ticket ID;Subject;Status;Priority;Created;Solved;Agent;Requester email;Category',
    ...rows,
    'W-90;Backwards;Solved;Low;03/02/2026 09:00;02/02/2026 09:00;Ann;c1@mail.example;none',
    '=1+1;=HYPERLINK("x");Open;Low;not a day;;Ann;c1@mail.example;none',
  ].join('\n');
}

async function drop(page: Page, name: string, content: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([called, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text!], called!, { type: 'text/csv' }));
      return transfer;
    },
    [name, content],
  );
  // Anywhere on the page, which is not only where it says so.
  await page.dispatchEvent('h1', 'dragover', { dataTransfer: data });
  await expect(page.getByText('Drop it here')).toBeVisible();
  await page.dispatchEvent('h1', 'drop', { dataTransfer: data });
}

async function open(page: Page): Promise<void> {
  await stepIn(page, 'admin');
  await page.goto('/settings/import');
  await expect(page.getByRole('heading', { level: 1, name: 'Import data' })).toBeVisible();
}

test('a file is dropped, mapped, tried, imported and accounted for, and the dashboards show it', async ({ page }) => {
  const source = `walk${Date.now()}`;
  await open(page);
  await expectFits(page);
  await drop(page, 'Walk tickets.csv', anExport(source));

  await expect(page.getByRole('heading', { level: 1, name: 'Walk tickets.csv' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Each row is' })).toHaveValue('a ticket');
  await expect(page.getByRole('combobox', { name: 'Columns are parted by' })).toHaveValue('semicolon');
  await expect(page.getByRole('combobox', { name: 'Time zone of the times' })).not.toHaveValue('');
  await page.getByLabel('Name of the help desk').fill(source);
  await expectFits(page);
  await page.getByRole('button', { name: 'On to the columns' }).click();

  await expect(page.getByRole('combobox', { name: 'What the column Requester email means' })).toHaveValue('Customer');
  await expect(page.getByRole('button', { name: 'Preview' })).toBeDisabled();
  await expect(page.getByText('2 of 3 values are known')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'What Limbo stands for' })).toHaveValue('Not known: taken as open');
  await expectFits(page);
  // A file is of one hand: the answer for one column is that for the others.
  await page
    .getByRole('radio', { name: /^Day first/ })
    .first()
    .check();
  await expect(page.getByRole('radio', { name: /^Day first/ }).last()).toBeChecked();
  // What was said is there again after the page was.
  await page.reload();
  await expect(page.getByRole('radio', { name: /^Day first/ }).first()).toBeChecked();
  await page.getByRole('button', { name: 'Preview' }).click();

  await expect(page.getByText('column "Solved" lies before column "Created"')).toBeVisible();
  await expect(page.getByText('unknown status, taken as open')).toBeVisible();
  await expect(page.getByRole('cell', { name: `${source}:W-0` }).first()).toBeVisible();
  await expectFits(page);
  await page.getByRole('button', { name: 'Import the whole file' }).click();

  await expect(page.getByRole('heading', { name: 'The account' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('2 rows, 0 events')).toBeVisible();
  await expectFits(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Rows not taken (CSV)' }).click();
  const rejects = await download;
  expect(rejects.suggestedFilename()).toBe('Walk tickets.rejects.csv');

  await page.getByRole('link', { name: 'See the tickets' }).click();
  await expect(page).toHaveURL(/\/tickets/);
  await expect(async () => {
    const answer = await page.request.post('/api/v1/query', {
      headers: { origin: new URL(page.url()).origin },
      data: {
        metrics: ['created'],
        filters: [{ dimension: 'category', values: [source] }],
        period: { from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z' },
      },
    });
    expect(await answer.text()).toContain('40');
  }).toPass({ timeout: 30_000 });

  await page.goto('/settings/audit');
  await expect(page.getByText('began to import').first()).toBeVisible();
});

test('what is no table ends in words, and with the keyboard alone', async ({ page }) => {
  await open(page);
  await drop(page, 'book.xlsx', 'PK\u0003\u0004 not a table');
  await expect(page.getByRole('alert')).toContainText('Excel workbook');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove the file' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/settings\/import$/);
  await expect(page.getByRole('link', { name: 'book.xlsx' })).toBeHidden();

  await drop(page, 'empty.csv', '');
  await expect(page.getByRole('alert')).toContainText('the file is empty');
});
