/** What can be done with a whole dashboard. */
import { ActionIcon, Button, Menu, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconDots, IconEdit, IconFileTypePdf, IconHistory, IconScreenShare, IconShare, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Dashboard } from '../../api/client.ts';
import { save } from '../../charts/index.ts';
import { HoursToggle, numberMessages, type TimeCounted } from '../../numbers/index.ts';
import { useSetViewing } from '../../period/viewing.ts';
import { problemOf } from '../../ui/index.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { History } from './History.tsx';
import { messages } from './messages.ts';
import type { Comparison, View } from '../../tiles/index.ts';
import { COMPARISONS } from './search.ts';
import { useDashboardFile } from './use-dashboard-file.ts';
import { useCreate, useShare } from './use-dashboards.ts';

interface HoursProps {
  value: TimeCounted | undefined;
  tilesSay: boolean;
  onChange: (value: TimeCounted | undefined) => void;
}

export function Compare({ value, onChange }: { value: Comparison | undefined; onChange: (value: Comparison | undefined) => void }) {
  return (
    <NativeSelect
      size="xs"
      aria-label={messages.compare}
      value={value ?? ''}
      data={[
        { value: '', label: `${messages.compare}: ${messages.compareOwn}` },
        ...COMPARISONS.map((one) => ({ value: one, label: `${messages.compare}: ${messages.compareWith[one]}` })),
      ]}
      onChange={({ currentTarget }) => onChange(COMPARISONS.find((one) => one === currentTarget.value))}
    />
  );
}

/** All hours or opening hours, for every tile that can be counted in either; a third choice where tiles say it themselves. */
export function Hours({ value, tilesSay, onChange }: HoursProps) {
  if (!tilesSay) return <HoursToggle value={value} onChange={onChange} />;
  const { hours, hoursLabel } = numberMessages;
  return (
    <NativeSelect
      size="xs"
      aria-label={hoursLabel}
      value={value ?? ''}
      data={[
        { value: '', label: `${hoursLabel}: ${messages.hoursOwn}` },
        ...Object.entries(hours).map(([way, label]) => ({ value: way, label: `${hoursLabel}: ${label.toLowerCase()}` })),
      ]}
      onChange={({ currentTarget }) => onChange((currentTarget.value || undefined) as TimeCounted | undefined)}
    />
  );
}

interface HeadActionsProps {
  dashboard: Dashboard;
  view: View;
  onEdit: () => void;
}

/** Makes the file and hands it over; a notice says that it is on its way, for it can take some seconds. */
function usePdf(dashboard: Dashboard, view: View): (() => void) | null {
  const fileOf = useDashboardFile(dashboard, view);
  if (!fileOf) return null;
  const { title } = dashboard.spec;
  return () => {
    const id = notifications.show({ message: messages.pdfMaking, loading: true, autoClose: false });
    void fileOf()
      .then((file) => save(`${title.replaceAll(/[\\/:*?"<>|]+/g, '-')}.pdf`, file))
      .catch((error: unknown) => {
        const problem = problemOf(error);
        notifications.show({ title: messages.pdfFailed, message: problem.detail ?? problem.title, color: 'red', autoClose: 8_000 });
      })
      .finally(() => notifications.hide(id));
  };
}

export function HeadActions({ dashboard, view, onEdit }: HeadActionsProps) {
  const { id, spec, isMine, shared } = dashboard;
  const navigate = useNavigate();
  const setViewing = useSetViewing();
  const [open, setOpen] = useState<'history' | 'delete' | null>(null);
  const pdf = usePdf(dashboard, view);
  const share = useShare(id);
  const duplicate = useCreate(
    (made) => void navigate({ to: '/dashboards/$dashboardId', params: { dashboardId: made.id }, search: { edit: true } }),
  );
  const refused = (error: unknown): void => {
    const { detail, title } = problemOf(error);
    notifications.show({ message: detail ?? title, color: 'red', autoClose: 8_000 });
  };
  return (
    <>
      {isMine && (
        <Button size="xs" leftSection={<IconEdit size={15} aria-hidden="true" />} onClick={onEdit}>
          {messages.edit}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCopy size={15} aria-hidden="true" />}
        loading={duplicate.isPending}
        onClick={() => duplicate.mutate({ ...spec, title: messages.copyOf(spec.title).slice(0, 100) }, { onError: refused })}
      >
        {messages.duplicate}
      </Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={messages.more}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconScreenShare size={15} />} onClick={() => setViewing({ wall: true })}>
            {messages.wall}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypePdf size={15} />} disabled={!pdf} onClick={() => pdf?.()}>
            {messages.pdf}
          </Menu.Item>
          {isMine && (
            <>
              <Menu.Item leftSection={<IconShare size={15} />} onClick={() => share.mutate(!shared, { onError: refused })}>
                {shared ? messages.unshare : messages.share}
              </Menu.Item>
              <Menu.Item leftSection={<IconHistory size={15} />} onClick={() => setOpen('history')}>
                {messages.versions}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={15} />} color="red" onClick={() => setOpen('delete')}>
                {messages.remove}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'history' && <History dashboard={dashboard} onClose={() => setOpen(null)} />}
      {open === 'delete' && <DeleteDialog dashboard={dashboard} onClose={() => setOpen(null)} />}
    </>
  );
}
