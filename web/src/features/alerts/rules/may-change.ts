/** Which rules the viewer may make and change. The server decides; this spares a vain try. */
import type { RuleSpec } from '@watchdesk/domain/alerting';
import { useOwnTeams } from '../../../reach/index.ts';
import { useMayWriteRules } from '../../../session/session.ts';
import { useMayAct } from '../../../alerts/index.ts';
import { isOfTeams } from './form.ts';

/** Whether they may make any rule at all, undefined until it is known; and of a lead the teams it has to be about, null for any. */
export function useMayMake(): { mayMake: boolean | undefined; teams: readonly string[] | null } {
  const writesAny = useMayWriteRules();
  const own = useOwnTeams();
  const mayAct = useMayAct();
  if (writesAny) return { mayMake: true, teams: null };
  return { mayMake: mayAct && own === undefined ? undefined : mayAct && own!.length > 0, teams: own ?? [] };
}

export function useMayChange(spec: RuleSpec): { mayWrite: boolean; teams: readonly string[] | null } {
  const { mayMake, teams } = useMayMake();
  return { mayWrite: mayMake === true && (teams === null || isOfTeams(spec.subject, teams)), teams };
}
