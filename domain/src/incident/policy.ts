/** What is promised of an incident by its severity: a response, updates, and who is brought in when. Requirements 165 and 166. */
import type { IncidentPolicy, Severity } from '../event/index.ts';

const MINUTE = 60;
const HOUR = 3600;

const steps = (...to: readonly string[]) =>
  to.map((one, index) => ({ afterSeconds: [0, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR][index]!, to: one }));

export const STANDARD_POLICY: IncidentPolicy = {
  version: 0,
  reviewSeconds: 48 * HOUR,
  terms: {
    SEV1: {
      responseSeconds: 15 * MINUTE,
      updateSeconds: 15 * MINUTE,
      channels: ['Status page', 'Proactive e-mail', 'Executive bridge'],
      escalation: steps('On-call engineer', 'VP Engineering', 'CTO', 'CEO', 'Board'),
    },
    SEV2: {
      responseSeconds: 30 * MINUTE,
      updateSeconds: 30 * MINUTE,
      channels: ['Affected users', 'Internal channel'],
      escalation: steps('L3 engineer', 'Engineering manager', 'VP Engineering', 'CTO'),
    },
    SEV3: {
      responseSeconds: HOUR,
      updateSeconds: 2 * HOUR,
      channels: ['Ticket updates'],
      escalation: steps('L2 specialist', 'L3 engineer', 'Engineering manager'),
    },
    SEV4: {
      responseSeconds: 4 * HOUR,
      updateSeconds: 8 * HOUR,
      channels: ['Ticket updates'],
      escalation: steps('L1 agent', 'L2 specialist'),
    },
    SEV5: { responseSeconds: 8 * HOUR, updateSeconds: null, channels: ['Ticket updates'], escalation: steps('L1 agent') },
  },
};

export const termsOf = (policy: IncidentPolicy, severity: Severity): IncidentPolicy['terms'][Severity] => policy.terms[severity];
