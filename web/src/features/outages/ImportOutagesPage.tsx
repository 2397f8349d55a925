/** A table of outages: sent, its columns said, looked at row by row where it has to be, and brought in. */
import { Button, Checkbox, FileButton, Progress, Select, TextInput } from '@mantine/core';
import { IconCircleCheck, IconUpload } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { SEVERITIES } from '@watchdesk/domain/event';
import { useState } from 'react';
import { answered, api } from '../../api/index.ts';
import type { ImportDetection } from '../../api/client.ts';
import { ZoneField } from '../../period/ZoneField.tsx';
import { useTimeZone } from '../../period/viewing.ts';
import { dayOf } from '../../period/zone.ts';
import { useSending } from '../../sending/use-sending.ts';
import { EmptyState, ErrorState, formatCount, Panel, PlaceHead, RowsSkeleton } from '../../ui/index.ts';
import { type Draft, draftOf, type Field, mappingOf } from './import-draft.ts';
import { ImportPreview, type Preview } from './ImportPreview.tsx';
import classes from './map.module.css';
import { words } from './messages.ts';

const text = words.import;

export function ImportOutagesPage() {
  const [file, setFile] = useState<string | null>(null);
  const [name, setName] = useState('');
  const { sending, error, send } = useSending(setFile);
  return (
    <>
      <PlaceHead title={text.title} text={text.text}>
        <Button component={Link} to="/incidents/map" variant="default">
          {text.back}
        </Button>
      </PlaceHead>
      {file === null ? (
        <Panel title={text.choose}>
          {sending ? (
            <Progress value={sending.all === 0 ? 100 : (100 * sending.sent) / sending.all} aria-label={text.sending(sending.name)} />
          ) : (
            <FileButton
              accept=".csv,.tsv,.txt,.gz,text/csv"
              onChange={(chosen) => {
                if (!chosen) return;
                setName(chosen.name);
                send(chosen);
              }}
            >
              {(props) => (
                <Button {...props} leftSection={<IconUpload size={16} aria-hidden="true" />}>
                  {text.choose}
                </Button>
              )}
            </FileButton>
          )}
          {error !== null && <ErrorState error={error} compact />}
        </Panel>
      ) : (
        <Mapped key={file} file={file} name={name} onAnother={() => setFile(null)} />
      )}
    </>
  );
}

function Mapped({ file, name, onAnother }: { file: string; name: string; onAnother: () => void }) {
  const zone = useTimeZone();
  const { data, error } = useQuery({
    queryKey: ['imports', file, 'detection', 'outages'],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/imports/{id}/detection', { params: { path: { id: file }, query: { zone } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (error) return <ErrorState error={error} retry={onAnother} />;
  if (!data) return <RowsSkeleton rows={6} />;
  return <Columns file={file} name={name} detection={data} zone={zone} onAnother={onAnother} />;
}

/** What reads most of the columns that hold times. */
const timesOf = ({ columns }: ImportDetection): Draft['times'] =>
  columns.map(({ time }) => time?.format).find((format) => format === 'day first' || format === 'month first') ?? 'iso';

interface ColumnsProps {
  file: string;
  name: string;
  detection: ImportDetection;
  zone: string;
  onAnother: () => void;
}

function Columns({ file, name, detection, zone, onAnother }: ColumnsProps) {
  const client = useQueryClient();
  const names = detection.columns.map((one) => one.name);
  const [draft, setDraft] = useState(() => draftOf(names, name, zone, timesOf(detection)));
  const [isWithout, setIsWithout] = useState(false);
  const set = (parts: Partial<Draft>) => {
    setIsWithout(false);
    setDraft((before) => ({ ...before, ...parts }));
  };
  const mapping = mappingOf(draft);
  const { delimiter, quote, header, encoding } = detection.file;
  const body = mapping && { file, mapping, dialect: { delimiter, quote, header, encoding } };
  const preview = useQuery({
    queryKey: ['imports', file, 'outages', mapping],
    enabled: body !== null,
    queryFn: ({ signal }) => answered(api.POST('/api/v1/outages/csv/preview', { body: body!, signal })) as Promise<Preview>,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  const run = useMutation({
    mutationFn: (without: number) => answered(api.POST('/api/v1/outages/csv', { body: { ...body!, without } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['outages'] }),
  });
  if (run.data) {
    const { created, changed, unchanged } = run.data;
    const first = preview.data?.outages[0];
    return (
      <EmptyState
        icon={IconCircleCheck}
        title={text.doneTitle}
        action={
          <Button component={Link} to="/incidents/map" search={(first ? { day: dayOf(Date.parse(first.startedAt), zone) } : {}) as never}>
            {text.toMap}
          </Button>
        }
      >
        {text.done(created, changed, unchanged)}
      </EmptyState>
    );
  }
  const column = (field: Field) => (
    <Select
      key={field}
      size="xs"
      label={text.fields[field]}
      placeholder={text.none}
      data={names}
      value={draft.columns[field] ?? null}
      clearable
      searchable
      onChange={(value) => {
        const { [field]: _before, ...others } = draft.columns;
        set({ columns: value ? { ...others, [field]: value } : others });
      }}
    />
  );
  const rejected = preview.data?.rejected ?? 0;
  return (
    <>
      <Panel title={text.columns} sentence={text.columnsText(formatCount(detection.rowsSeen))}>
        <div className={classes['fields']}>
          {(Object.keys(text.fields) as Field[]).map(column)}
          {draft.columns.source === undefined && (
            <TextInput
              size="xs"
              label={text.sourceValue}
              value={draft.sourceValue}
              maxLength={64}
              onChange={({ currentTarget: { value } }) => set({ sourceValue: value })}
            />
          )}
          <ZoneField label={text.zone} value={draft.zone} onChange={(value) => set({ zone: value })} error={undefined} />
          <Select
            size="xs"
            label={text.times}
            data={text.formats}
            value={draft.times}
            allowDeselect={false}
            onChange={(value) => value && set({ times: value as Draft['times'] })}
          />
          <Select
            size="xs"
            label={text.severity}
            data={[...SEVERITIES]}
            value={draft.severity}
            allowDeselect={false}
            onChange={(value) => value && set({ severity: value })}
          />
          <Select
            size="xs"
            label={text.plannedColumn}
            placeholder={text.none}
            data={names}
            value={draft.plannedColumn}
            clearable
            onChange={(value) => set({ plannedColumn: value })}
          />
          <TextInput
            size="xs"
            label={text.plannedWords}
            value={draft.plannedWords}
            maxLength={200}
            onChange={({ currentTarget: { value } }) => set({ plannedWords: value })}
          />
        </div>
        {mapping === null && <p className={classes['quiet']}>{text.needs}</p>}
        {draft.columns.latitude === undefined && (
          <p className={classes['quiet']}>
            {text.placesText}{' '}
            <Link to="/incidents/map/places" className={classes['link']}>
              {words.placesButton}
            </Link>
            .
          </p>
        )}
      </Panel>
      {preview.error && <ErrorState error={preview.error} retry={() => void preview.refetch()} />}
      {preview.data && mapping && (
        <>
          <ImportPreview preview={preview.data} timeZone={draft.zone} />
          <div className={classes['run']}>
            {rejected > 0 && (
              <Checkbox
                label={text.leaveOut(rejected)}
                checked={isWithout}
                onChange={({ currentTarget: { checked } }) => setIsWithout(checked)}
              />
            )}
            <Button variant="default" onClick={onAnother}>
              {text.another}
            </Button>
            <Button
              disabled={preview.isFetching || preview.data.taken === 0 || (rejected > 0 && !isWithout)}
              loading={run.isPending}
              onClick={() => run.mutate(rejected)}
            >
              {text.run(preview.data.taken)}
            </Button>
          </div>
          {run.error && <ErrorState error={run.error} compact />}
        </>
      )}
    </>
  );
}
