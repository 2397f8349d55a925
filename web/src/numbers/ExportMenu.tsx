/** An answer as a file, and as the call that asks for it. */
import { Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { use } from 'react';
import { FilesMenu, type Files } from '../charts/index.ts';
import { ClockContext } from '../ui/index.ts';
import { apiCall } from './api-call.ts';
import { messages } from './messages.ts';
import { queryBody } from './question.ts';
import { drawableOf, fileOf, sheetOf, tableOf, type Shown } from './sheet.ts';
import { usePaperContext } from './use-paper-context.ts';

export function ExportMenu(shown: Shown) {
  const contextOf = usePaperContext();
  const clock = use(ClockContext);
  const { copy } = useClipboard();
  const { title, question, answer } = shown;
  const call = () => {
    copy(apiCall(window.location.origin, '/api/v1/query', queryBody(question, clock.now())));
    notifications.show({ message: messages.called });
  };
  const files = (): Files => ({
    sheet: sheetOf(shown),
    file: fileOf(title, answer.period.from),
    table: tableOf(shown),
    json: answer,
    drawable: drawableOf(shown),
    context: () => contextOf(answer, question),
  });
  return (
    <FilesMenu of={files}>
      <Menu.Divider />
      <Menu.Item onClick={call}>{messages.call}</Menu.Item>
    </FilesMenu>
  );
}
