/** Why somebody who comes by their company's provider is not let in: a closed set, for the sign-in page and the audit log. */

export const REFUSALS = {
  not_offered: 'This company has no single sign-on here.',
  again: 'The sign-in took too long, was begun in another window, or was used already. Begin again.',
  declined: 'Your company’s sign-in did not let you through.',
  unavailable: 'Your company’s sign-in does not answer at the moment. Try again in a while, or tell your administrator.',
  wrong_secret: 'Your company’s sign-in does not take the client secret that is set here any more. Tell your administrator.',
  misconfigured: 'Your company’s sign-in answered something that cannot be trusted. Tell your administrator: the audit log has the reason.',
  no_email: 'Your company’s sign-in does not tell your e-mail address, without which nobody comes in. Tell your administrator.',
  unverified_email: 'Your company’s sign-in has not verified your e-mail address.',
  foreign_domain: 'Your e-mail address is of a domain that may not come in here.',
  too_many_groups: 'You are in more groups than your company’s sign-in tells. Tell your administrator.',
  no_group: 'None of your groups may come in here. Ask your administrator for one that may.',
  not_invited: 'Nobody has invited you yet. Ask your administrator for an invitation.',
  other_account:
    'There is an account of your address that does not belong to this company. Ask your administrator for an invitation to join with it.',
  shut_out: 'You are no longer let in here. Ask your administrator.',
} as const;

export type RefusalCode = keyof typeof REFUSALS;
export const REFUSAL_CODES = Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]];

/** Somebody who is not let in. `detail` is for the administrator, who reads it in the audit log. */
export class NotLetIn extends Error {
  readonly code: RefusalCode;
  readonly detail: string | null;
  readonly email: string | null;

  constructor(code: RefusalCode, { detail = null, email = null }: { detail?: string | null; email?: string | null } = {}) {
    super(REFUSALS[code]);
    this.name = 'NotLetIn';
    this.code = code;
    this.detail = detail;
    this.email = email;
  }
}
