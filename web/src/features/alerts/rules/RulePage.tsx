/** One rule, or one that is being made: its editor, and turning it off, snoozing and removing it. */
import { Button, Menu, Modal, Select, Switch } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { RuleSpec } from '@watchdesk/domain/alerting';
import { use, useState } from 'react';
import { SNOOZES } from '../../../notices/index.ts';
import { useCatalogue } from '../../../numbers/index.ts';
import { useSession } from '../../../session/session.ts';
import { BlockSkeleton, ClockContext, EmptyState, ErrorState, problemOf, SectionTitle } from '../../../ui/index.ts';
import classes from '../alerts.module.css';
import { emptyRule, ruleOfNumber, withTeams } from './form.ts';
import { useMayChange, useMayMake } from './may-change.ts';
import { words } from './messages.ts';
import { RuleEditor } from './RuleEditor.tsx';
import own from './rules.module.css';
import { Snoozed, useIsSnoozed } from './Snoozed.tsx';
import { Trouble } from './Trouble.tsx';
import { type Rule, useEnable, useRemoveRule, useRules, useSnoozeRule, useTemplates } from './use-rules.ts';

const ruleRoute = getRouteApi('/inside/alerts/rules/$ruleId');
const newRoute = getRouteApi('/inside/alerts/new-rule');
const said = words.deeds;
const MINUTE_MS = 60_000;

const Back = () => (
  <Link to="/alerts/rules" className={classes['back']}>
    {words.back}
  </Link>
);

function RemoveDialog({ rule: { id, spec }, onClose }: { rule: Rule; onClose: () => void }) {
  const navigate = useNavigate();
  const remove = useRemoveRule(id, () => void navigate({ to: '/alerts/rules', ignoreBlocker: true }));
  return (
    <Modal opened onClose={onClose} title={said.removeTitle(spec.name)}>
      <p className={classes['hint']}>{said.removeText}</p>
      {remove.error && <ErrorState error={remove.error} compact />}
      <div className={own['buttons']}>
        <Button variant="default" onClick={onClose}>
          {said.cancel}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {said.remove}
        </Button>
      </div>
    </Modal>
  );
}

function Deeds({ rule: { id, spec }, onRemove }: { rule: Rule; onRemove: () => void }) {
  const clock = use(ClockContext);
  const enable = useEnable(id);
  const snooze = useSnoozeRule(id);
  const error = enable.error ?? snooze.error;
  const isSnoozed = useIsSnoozed(spec);
  return (
    <div className={classes['deeds']}>
      <Switch
        label={said.on}
        checked={enable.isPending ? enable.variables : spec.enabled}
        disabled={enable.isPending}
        onChange={({ currentTarget: { checked } }) => enable.mutate(checked)}
      />
      {!isSnoozed ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="xs" variant="default" rightSection={<IconChevronDown size={13} aria-hidden="true" />} loading={snooze.isPending}>
              {said.snooze}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {SNOOZES.map(({ minutes, label }) => (
              <Menu.Item key={minutes} onClick={() => snooze.mutate(new Date(clock.now() + minutes * MINUTE_MS).toISOString())}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Button size="xs" variant="default" loading={snooze.isPending} onClick={() => snooze.mutate(null)}>
          {said.wake}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={onRemove}>
        {said.remove}
      </Button>
      {error && <span className={own['fault']}>{problemOf(error).detail ?? problemOf(error).title}</span>}
    </div>
  );
}

function Shown({ rule }: { rule: Rule }) {
  const { id, version, spec } = rule;
  const { data: catalogue } = useCatalogue();
  const { mayWrite } = useMayChange(spec);
  const [isRemoving, setRemoving] = useState(false);
  return (
    <>
      <SectionTitle
        order={1}
        title={<bdi>{spec.name}</bdi>}
        sentence={spec.description}
        actions={mayWrite && <Deeds rule={rule} onRemove={() => setRemoving(true)} />}
      />
      <p className={own['links']}>
        <Link to="/alerts" search={{ rule: id } as never} className={classes['more']}>
          {words.alertsNow}
        </Link>
        <Link to="/alerts/history" search={{ rule: id } as never} className={classes['more']}>
          {words.history}
        </Link>
        {!spec.enabled && <b>{words.off}</b>}
        <Snoozed spec={spec} />
      </p>
      <Trouble rule={rule} />
      {!mayWrite && <p className={own['notice']}>{words.readOnly}</p>}
      {catalogue ? (
        <RuleEditor key={id} id={id} version={version} spec={spec} catalogue={catalogue} onSaved={() => {}} />
      ) : (
        <BlockSkeleton height={420} />
      )}
      {isRemoving && <RemoveDialog rule={rule} onClose={() => setRemoving(false)} />}
    </>
  );
}

export function RulePage() {
  const { ruleId } = ruleRoute.useParams();
  const { data: rules, error, refetch } = useRules();
  const rule = rules?.find(({ id }) => id === ruleId);
  return (
    <div className={classes['page']}>
      <Back />
      {error && !rules && <ErrorState error={error} retry={() => void refetch()} />}
      {!rules && !error && <BlockSkeleton height={420} />}
      {rules && !rule && <EmptyState title={words.unknown}>{words.unknownText}</EmptyState>}
      {rule && <Shown rule={rule} />}
    </div>
  );
}

/** A standard rule to begin with, or a number that was looked at; of a lead it is about the lead's teams from the start. */
function useBeginning(): { spec: RuleSpec | null; key: string; mayMake: boolean | undefined } {
  const { template, metric, filters = [], value } = newRoute.useSearch();
  const { data: templates } = useTemplates();
  const { data: catalogue } = useCatalogue();
  const { mayMake, teams } = useMayMake();
  const { person } = useSession();
  const chosen = templates?.find(({ id }) => id === template)?.spec;
  if (!templates || !catalogue || !mayMake) return { spec: null, key: '', mayMake };
  const watched = metric === undefined ? null : ruleOfNumber({ metric, filters, value }, catalogue, person.id);
  return { spec: withTeams(chosen ?? watched ?? emptyRule(), teams), key: template ?? metric ?? '', mayMake };
}

function Begin() {
  const { template = null } = newRoute.useSearch();
  const { data: templates = [] } = useTemplates();
  const navigate = useNavigate();
  const { begin, standard } = words;
  const groups = [...Map.groupBy(templates, ({ group }) => group)].map(([group, members]) => ({
    group: standard.groups[group],
    items: members.map(({ id, spec: { name } }) => ({ value: id, label: name })),
  }));
  return (
    <div className={own['begin']}>
      <Select
        label={begin.label}
        placeholder={begin.text}
        data={groups}
        value={template}
        searchable
        clearable
        nothingFoundMessage={begin.none}
        onChange={(id) =>
          void navigate({ to: '.', search: ((before: object) => ({ ...before, template: id ?? undefined })) as never, replace: true })
        }
      />
    </div>
  );
}

export function NewRulePage() {
  const { spec, key, mayMake } = useBeginning();
  const { data: catalogue } = useCatalogue();
  const navigate = useNavigate();
  // Made once for each beginning: an answer that comes again must not take the draft away.
  const [begun, setBegun] = useState<{ key: string; spec: RuleSpec } | null>(null);
  if (spec && begun?.key !== key) setBegun({ key, spec });
  if (mayMake === false)
    return (
      <div className={classes['page']}>
        <Back />
        <EmptyState title={words.notYours}>{words.notYoursText}</EmptyState>
      </div>
    );
  return (
    <div className={classes['page']}>
      <Back />
      <SectionTitle order={1} title={words.newTitle} sentence={words.newText} />
      {begun && catalogue ? (
        <RuleEditor
          key={begun.key}
          id={null}
          version={0}
          spec={begun.spec}
          catalogue={catalogue}
          begin={<Begin />}
          onSaved={(id) => void navigate({ to: '/alerts/rules/$ruleId', params: { ruleId: id }, ignoreBlocker: true })}
        />
      ) : (
        <BlockSkeleton height={480} />
      )}
    </div>
  );
}
