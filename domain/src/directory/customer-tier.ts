/**
 * Which customer tiers are one. A tier is a word that each help desk and each person writes in their own way, "Enterprise" here and "enterprise"
 * there, so whatever is decided by tiers compares these keys: conditions of rules and automations, and promises. What counts or lists by tier
 * shows each as it was told, as of any other label.
 */

/** What equal tiers have in common; the empty text where there is none. */
export const tierKey = (tier: string | null | undefined): string => tier?.trim().toLowerCase() ?? '';
