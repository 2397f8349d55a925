/** One policy, or one that is being made: its editor, and what comes after saving: whether running clocks follow. */
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCalendars } from '../../../api/calendar-questions.ts';
import type { Calendar, Policy, PolicySpec } from '../../../api/client.ts';
import { useMayWriteRules } from '../../../session/session.ts';
import { BlockSkeleton, ErrorState } from '../../../ui/index.ts';
import { ApplyDialog } from '../ApplyDialog.tsx';
import { EditorPage } from '../editor/EditorPage.tsx';
import { Gone } from '../editor/Gone.tsx';
import { editorMessages as shared } from '../../../drafts/index.ts';
import { RetireDialog } from '../RetireDialog.tsx';
import { useValueNames } from '../../../directory/value-names.ts';
import { usePolicies, usePolicyVersions, usePresets } from '../use-rules.ts';
import { messages } from './messages.ts';
import { PolicyEditor } from './PolicyEditor.tsx';
import { forWhom, retireText } from './policy-words.ts';

const policyRoute = getRouteApi('/inside/sla/policies/$policyId');
const newRoute = getRouteApi('/inside/sla/new-policy');

const LIST = { to: '/sla/policies', back: messages.back } as const;

const GonePolicy = ({ id }: { id: string }) => <Gone {...LIST} id={id} query={usePolicyVersions(id)} none={messages.unknown} />;

export function PolicyPage() {
  const { policyId } = policyRoute.useParams();
  const policies = usePolicies();
  const calendars = useCalendars();
  const navigate = useNavigate();
  const mayWrite = useMayWriteRules();
  const policy = policies.data?.find(({ id }) => id === policyId);
  const valueName = useValueNames(policy?.spec.match ?? []);
  const [open, setOpen] = useState<'apply' | 'retire' | null>(null);
  const [savedVersion, setSavedVersion] = useState<number | null>(null);
  const error = policies.error ?? calendars.error;
  if (!policies.data || !calendars.data) return error ? <ErrorState error={error} /> : <BlockSkeleton height={480} />;
  if (!policy) return <GonePolicy id={policyId} />;
  const saved = (version: number): void => {
    setSavedVersion(version);
    setOpen('apply');
  };
  return (
    <EditorPage
      {...LIST}
      title={policy.name}
      sentence={`${forWhom(policy.spec.match, valueName)} · ${shared.version(policy.version)}`}
      readOnly={mayWrite ? undefined : messages.readOnly}
      retire={mayWrite ? { button: messages.retire.button, onClick: () => setOpen('retire') } : undefined}
    >
      <PolicyEditor
        key={policy.id}
        id={policy.id}
        version={policy.version}
        spec={policy.spec}
        calendars={calendars.data}
        onSaved={(_, version) => saved(version)}
      />
      {open === 'apply' && (
        <ApplyDialog kind="policy" id={policy.id} saved={shared.save.saved(savedVersion ?? policy.version)} onClose={() => setOpen(null)} />
      )}
      {open === 'retire' && (
        <RetireDialog
          kind="policy"
          id={policy.id}
          words={{ ...messages.retire, title: messages.retire.title(policy.name), text: retireText(policy, policies.data) }}
          onClose={() => setOpen(null)}
          onRetired={() => void navigate({ to: '/sla/policies', ignoreBlocker: true })}
        />
      )}
    </EditorPage>
  );
}

/** The last place that is free before the one the preset would have: what is more particular is asked first. */
function freeRank({ family, rank }: PolicySpec, policies: readonly Policy[]): number {
  const taken = new Set(policies.filter(({ spec }) => spec.family === family).map(({ spec }) => spec.rank));
  let free = rank;
  while (taken.has(free) && free > 1) free -= 1;
  return free;
}

/** The calendars that a preset is to use: one that is always open, and the first that is not. */
export function presetCalendars(calendars: readonly Calendar[] | undefined): { business: string; always: string } | null {
  const first = calendars?.[0];
  if (!calendars || !first) return null;
  const business = calendars.find(({ spec }) => !spec.always) ?? first;
  return { business: business.id, always: (calendars.find(({ spec }) => spec.always) ?? business).id };
}

export function NewPolicyPage() {
  const { preset } = newRoute.useSearch();
  const calendars = useCalendars();
  const presets = usePresets(presetCalendars(calendars.data));
  const navigate = useNavigate();
  const policies = usePolicies();
  const chosen = presets.data?.find(({ name }) => name === preset) ?? presets.data?.[0];
  // Made once: a place that is taken while one types must not take the draft away.
  const [spec, setSpec] = useState<PolicySpec | null>(null);
  if (chosen && policies.data && spec?.name !== chosen.name) setSpec({ ...chosen, rank: freeRank(chosen, policies.data) });
  const error = presets.error ?? calendars.error ?? policies.error;
  return (
    <EditorPage {...LIST} title={messages.newTitle} sentence={spec?.name}>
      {error && <ErrorState error={error} />}
      {!spec && !error && <BlockSkeleton height={480} />}
      {spec && calendars.data && (
        <PolicyEditor
          key={spec.name}
          id={null}
          version={0}
          spec={spec}
          calendars={calendars.data}
          onSaved={(id) => void navigate({ to: '/sla/policies/$policyId', params: { policyId: id }, ignoreBlocker: true })}
        />
      )}
    </EditorPage>
  );
}
