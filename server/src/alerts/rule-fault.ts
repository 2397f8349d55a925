/** A rule threw as it was evaluated or put into words: nothing but the rule is at fault. */
import type { Rule } from '@watchdesk/domain/alerting';

export class RuleFault extends Error {
  readonly rule: Rule;

  constructor(rule: Rule, cause: unknown) {
    super(`The rule ${rule.id} could not be evaluated.`, { cause });
    this.rule = rule;
  }
}

/** What `work` gives, which is about the rule alone. */
export function ofRule<T>(rule: Rule, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new RuleFault(rule, error);
  }
}
