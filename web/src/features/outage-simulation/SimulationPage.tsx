/** A question in plain words, what is done about it, and what would come of it; the question stands in the address. */
import { Button, NativeSelect, Progress } from '@mantine/core';
import { IconPlayerPlay, IconWaveSine } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { type Scenario, type SimulationSpec, simulationSpec } from '@watchdesk/domain/outage-simulation';
import { use, useMemo, useState } from 'react';
import type { Simulation } from '../../api/client.ts';
import { useSession } from '../../session/session.ts';
import { BlockSkeleton, ClockContext, EmptyState, ErrorState, Panel, PlaceHead, problemOf } from '../../ui/index.ts';
import { AssumptionFields } from './AssumptionFields.tsx';
import { BaselineCheck } from './BaselineCheck.tsx';
import { Beside } from './Beside.tsx';
import { Curves } from './Curves.tsx';
import { daysFor, presetSpec, specOf } from './draft.ts';
import { KeepField, KeptList } from './Kept.tsx';
import { KeyNumbers } from './KeyNumbers.tsx';
import { words } from './messages.ts';
import { ResponseFields } from './ResponseFields.tsx';
import { ScenarioFields } from './ScenarioFields.tsx';
import classes from './simulation.module.css';
import { wrongIn } from './wrong.ts';
import { useBaseline, useKept, usePastIncidents, useReplay, useRun } from './use-simulation.ts';

const route = getRouteApi('/inside/incidents/simulation');
const KINDS = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
const isKind = (value: string): value is Scenario['kind'] => Object.hasOwn(words.kinds, value);

/** The question of the address, else of the kept one, else of the incident, else the first. */
function useQuestion() {
  const { sim, saved, incident } = route.useSearch();
  const navigate = route.useNavigate();
  const timeZone = useSession().workspace.timeZone;
  const clock = use(ClockContext);
  const [openedAt] = useState(() => clock.now());
  const kept = useKept(saved);
  const replay = useReplay(incident);
  const spec = useMemo((): SimulationSpec => {
    const asked = specOf(sim);
    if (asked) return asked;
    if (kept.data) return specOf(kept.data.spec) ?? presetSpec('outage', openedAt, timeZone);
    const first = presetSpec('outage', openedAt, timeZone);
    return replay.data
      ? { ...first, scenario: specOf({ ...first, scenario: replay.data.scenario })?.scenario ?? first.scenario, days: replay.data.days }
      : first;
  }, [sim, kept.data, replay.data, openedAt, timeZone]);
  const [draft, setDraft] = useState({ of: spec, spec });
  if (draft.of !== spec) setDraft({ of: spec, spec });
  const show = (next: SimulationSpec) => {
    setDraft({ of: draft.of, spec: next });
    // What is half typed is not said in the address, which would not understand it.
    if (simulationSpec.safeParse(next).success)
      void navigate({ search: (before) => ({ ...before, sim: next, saved: undefined }), replace: true, resetScroll: false });
  };
  const begin = (search: { incident?: string | undefined; sim?: SimulationSpec | undefined }) =>
    void navigate({ search: (before) => ({ ...before, saved: undefined, incident: undefined, sim: undefined, ...search }), replace: true });
  return { spec: draft.spec, show, begin, kept, replay, incident, timeZone, now: openedAt };
}

function Results({ simulation, question }: { simulation: Simulation; question: ReturnType<typeof useQuestion> }) {
  const replay = question.replay.data;
  const isSameTime = replay !== undefined && replay.scenario.startAt === simulation.spec.scenario.startAt;
  const actual = isSameTime ? replay.actual.hours.slice(0, simulation.result.hours.length) : null;
  return (
    <>
      <div className={classes['act']}>
        <KeepField key={simulation.id} simulation={simulation} />
        {JSON.stringify(simulation.spec) !== JSON.stringify(question.spec) && <p className={classes['quiet']}>{words.changed}</p>}
      </div>
      <KeyNumbers simulation={simulation} />
      {replay !== undefined && isSameTime && <Beside replay={replay} result={simulation.result} />}
      <Curves result={simulation.result} actual={actual} />
    </>
  );
}

function Running({ progress, end }: { progress: { done: number; of: number } | null; end: () => void }) {
  const said = progress && progress.done > 0 ? words.running(progress.done, progress.of) : words.starting;
  return (
    <>
      <div className={classes['progress']}>
        <p className={classes['quiet']} role="status">
          {said}
        </p>
        <Progress value={progress ? (100 * progress.done) / progress.of : 0} aria-label={said} animated />
      </div>
      <Button variant="default" onClick={end}>
        {words.end}
      </Button>
    </>
  );
}

function Beginnings({ question }: { question: ReturnType<typeof useQuestion> }) {
  const { spec, begin, incident, now, timeZone } = question;
  const { data: past } = usePastIncidents();
  return (
    <div className={classes['fields']}>
      <NativeSelect
        label={words.kind}
        data={KINDS}
        value={spec.scenario.kind}
        onChange={({ currentTarget: { value } }) => isKind(value) && begin({ sim: presetSpec(value, now, timeZone) })}
      />
      <NativeSelect
        label={words.replay}
        data={[{ value: '', label: words.noReplay }, ...(past ?? []).map(({ id, title }) => ({ value: id, label: title }))]}
        value={incident ?? ''}
        onChange={({ currentTarget: { value } }) => begin({ incident: value === '' ? undefined : value })}
      />
    </div>
  );
}

export function SimulationPage() {
  const question = useQuestion();
  const { spec, show, kept, replay, timeZone } = question;
  const baseline = useBaseline();
  const [made, setMade] = useState<Simulation | null>(null);
  const { run, isRunning, progress, error, end } = useRun(setMade);
  const wrong = wrongIn(spec);
  const simulation = kept.data ?? made;
  const change = (more: Partial<SimulationSpec>) => show({ ...spec, ...more });
  // What is run is the question of the address, and no longer the kept one.
  const runShown = () => {
    show(spec);
    run(spec);
  };
  const trouble = error ?? kept.error ?? replay.error;
  if (baseline.error && !baseline.data) {
    const { code, detail } = problemOf(baseline.error);
    return (
      <div className={classes['page']}>
        <PlaceHead title={words.title} text={words.text} />
        {code === 'not_possible' ? (
          <EmptyState icon={IconWaveSine} title={words.tooEarly}>
            {detail} {words.tooEarlyText}
          </EmptyState>
        ) : (
          <ErrorState error={baseline.error} retry={() => void baseline.refetch()} />
        )}
      </div>
    );
  }
  return (
    <div className={classes['page']}>
      <PlaceHead title={words.title} text={words.text} />
      <Panel title={words.form}>
        <Beginnings question={question} />
        <hr className={classes['rule']} />
        <ScenarioFields
          scenario={spec.scenario}
          timeZone={timeZone}
          baseline={baseline.data}
          onChange={(more) => {
            const scenario = { ...spec.scenario, ...more };
            change({ scenario, ...(('durationMinutes' in more || 'startAt' in more) && { days: daysFor(scenario, timeZone) }) });
          }}
        />
      </Panel>
      <Panel title={words.responses} sentence={words.responsesText}>
        <ResponseFields responses={spec.responses} onChange={(responses) => change({ responses })} />
        <AssumptionFields spec={spec} onChange={change} />
      </Panel>
      <div className={classes['act']}>
        {isRunning ? (
          <Running progress={progress} end={end} />
        ) : (
          <Button leftSection={<IconPlayerPlay size={16} aria-hidden="true" />} disabled={wrong !== null} onClick={runShown}>
            {simulation ? words.runAgain : words.run}
          </Button>
        )}
        {wrong !== null && (
          <p className={classes['wrong']} role="alert">
            {wrong}
          </p>
        )}
      </div>
      {trouble && <ErrorState error={trouble} fieldName={(field) => words.fields[field] ?? field} />}
      {simulation ? (
        <Results simulation={simulation} question={question} />
      ) : (
        <EmptyState icon={IconWaveSine} title={words.ready} compact>
          {words.readyText}
        </EmptyState>
      )}
      {baseline.data ? <BaselineCheck baseline={baseline.data} /> : <Learning />}
      <KeptList />
    </div>
  );
}

const Learning = () => (
  <Panel title={words.baseline.title}>
    <p className={classes['quiet']} role="status">
      {words.baseline.learning}
    </p>
    <BlockSkeleton height={160} />
  </Panel>
);
