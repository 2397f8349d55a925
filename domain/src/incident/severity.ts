/**
 * How severe an incident is: by how many are hit and how badly they are held up, unless it is of a kind that is severe whoever is hit.
 * A ticket's priority is another scale, and neither follows from the other (A.25 I8).
 */
import { type Block, type Override, OVERRIDES, SEVERITIES, type Severity, type UsersHit } from '../event/index.ts';

export interface Assessment {
  readonly users: UsersHit;
  readonly block: Block;
  readonly overrides: readonly Override[];
}

/** Requirement 164. */
const MATRIX: Readonly<Record<Block, Readonly<Record<UsersHit, Severity>>>> = {
  complete: { one: 'SEV3', multiple: 'SEV2', all: 'SEV1' },
  major: { one: 'SEV4', multiple: 'SEV3', all: 'SEV2' },
  minor: { one: 'SEV5', multiple: 'SEV4', all: 'SEV3' },
};

/** The least that each makes it: the examples of SEV1 and SEV2 name them. */
const AT_LEAST: Readonly<Record<Override, Severity>> = { security: 'SEV1', data_loss: 'SEV1', payments: 'SEV2' };

const HIT: Readonly<Record<UsersHit, string>> = { one: 'one user', multiple: 'several users', all: 'all users' };
const HELD_UP: Readonly<Record<Block, string>> = { complete: 'completely blocked', major: 'badly impaired', minor: 'slightly impaired' };
const KIND: Readonly<Record<Override, string>> = {
  security: 'a security incident is SEV1 whoever is hit',
  data_loss: 'a loss of data is SEV1 whoever is hit',
  payments: 'payments are at least SEV2 whoever is hit',
};

export interface Judged {
  readonly severity: Severity;
  /** As a sentence without its full stop. */
  readonly reason: string;
  /** The kind that decided; null where the matrix did. */
  readonly override: Override | null;
}

/** The severity and why. An override never makes it less severe than the matrix does. */
export function severityOf({ users, block, overrides }: Assessment): Judged {
  const byMatrix = MATRIX[block][users];
  const sentence = `${HIT[users]}, ${HELD_UP[block]}`;
  const [worst] = OVERRIDES.filter((one) => overrides.includes(one)).toSorted((a, b) => rankOf(AT_LEAST[a]) - rankOf(AT_LEAST[b]));
  if (worst === undefined || rankOf(AT_LEAST[worst]) >= rankOf(byMatrix))
    return { severity: byMatrix, reason: `${sentence[0]!.toUpperCase()}${sentence.slice(1)}`, override: null };
  const why = KIND[worst];
  return {
    severity: AT_LEAST[worst],
    reason: `${why[0]!.toUpperCase()}${why.slice(1)}; by ${sentence} alone it would be ${byMatrix}`,
    override: worst,
  };
}

/** 0 is the worst. */
export const rankOf = (severity: Severity): number => SEVERITIES.indexOf(severity);
/** Roles, a war room and a review belong to these. */
export const isMajor = (severity: Severity): boolean => rankOf(severity) <= 1;

export interface SeverityDefinition {
  readonly severity: Severity;
  readonly name: string;
  readonly definition: string;
  readonly examples: readonly string[];
}

export const DEFINITIONS: readonly SeverityDefinition[] = [
  {
    severity: 'SEV1',
    name: 'Critical',
    definition: 'Complete outage, loss of data or breach of security',
    examples: ['Production is down', 'Data breach', 'Complete loss of service'],
  },
  {
    severity: 'SEV2',
    name: 'High',
    definition: 'A major feature is broken for many users',
    examples: ['A core workflow is blocked', 'Payments do not go through'],
  },
  {
    severity: 'SEV3',
    name: 'Medium',
    definition: 'A feature is degraded, or broken for some users',
    examples: ['Slow pages', 'Partial functionality'],
  },
  {
    severity: 'SEV4',
    name: 'Low',
    definition: 'A minor issue with a workaround',
    examples: ['A fault of the interface', 'Cosmetic issue', 'Edge case'],
  },
  {
    severity: 'SEV5',
    name: 'Minimal',
    definition: 'A question or a wish',
    examples: ['Feature request', 'Question about the documentation'],
  },
];
