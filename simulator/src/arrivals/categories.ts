/**
 * What customers write about. The first seven keep the proportions of a real sample
 * (22 : 20 : 14 : 12 : 12 : 10 : 10), the others are what tickets are routed by.
 */
import type { EscalationKind } from '@watchdesk/domain/event';
import type { TeamId } from '../people/roster.ts';

export const CATEGORY_NAMES = [
  'Data import',
  'Billing',
  'UI bug',
  'Login',
  'Feature request',
  'API',
  'Reports',
  'Performance',
  'Data quality',
  'Security',
  'Mobile app',
  'Enterprise SSO',
  'Integrations',
  'Data export',
  'General question',
] as const;
export type Category = (typeof CATEGORY_NAMES)[number];

type Weights<K extends string> = Readonly<Partial<Record<K, number>>>;

export interface CategoryProfile {
  /** Share of all conversations, in per cent. */
  readonly weight: number;
  readonly products: readonly string[];
  /** Who solves it: weights of L1, L2 and L3. */
  readonly tiers: readonly [number, number, number];
  /** The specialists it is escalated to. */
  readonly specialists: TeamId;
  /** How well the bot knows it, relative to others: multiplies the odds that the bot suffices. */
  readonly botOdds: number;
  /** Why the bot hands over, when it does. */
  readonly handover: Weights<EscalationKind>;
  readonly priorities: Weights<'P1' | 'P2' | 'P3' | 'P4' | 'P5'>;
  /** Rises with a release. */
  readonly technical: boolean;
}

const TECHNICAL = { low_ai_confidence: 36, customer_request: 30, technical: 28, billing: 0, content_gap: 6 };
const SIMPLE = { low_ai_confidence: 47, customer_request: 40, technical: 6, billing: 0, content_gap: 7 };
const MONEY = { low_ai_confidence: 14, customer_request: 16, technical: 0, billing: 67, content_gap: 3 };
const URGENT = { P1: 2, P2: 16, P3: 52, P4: 28, P5: 2 };
const USUAL = { P1: 0.4, P2: 7, P3: 42, P4: 42, P5: 8.6 };
const WISHES = { P4: 18, P5: 82 };

export const CATEGORIES: Readonly<Record<Category, CategoryProfile>> = {
  'Data import': {
    weight: 15.8,
    products: ['Data pipelines', 'Connectors'],
    tiers: [87, 11, 2],
    specialists: 'team-technical',
    botOdds: 0.9,
    handover: TECHNICAL,
    priorities: USUAL,
    technical: true,
  },
  Billing: {
    weight: 14.4,
    products: ['Billing', 'Subscriptions'],
    tiers: [85.8, 14, 0.2],
    specialists: 'team-billing',
    botOdds: 0.75,
    handover: MONEY,
    priorities: { P2: 8, P3: 52, P4: 36, P5: 4 },
    technical: false,
  },
  'UI bug': {
    weight: 10.1,
    products: ['Dashboards', 'Workspace'],
    tiers: [90, 8, 2],
    specialists: 'team-technical',
    botOdds: 0.8,
    handover: TECHNICAL,
    priorities: USUAL,
    technical: true,
  },
  Login: {
    weight: 8.6,
    products: ['Identity'],
    tiers: [96.4, 3.5, 0.1],
    specialists: 'team-billing',
    botOdds: 1.9,
    handover: SIMPLE,
    priorities: { P2: 12, P3: 64, P4: 23, P5: 1 },
    technical: false,
  },
  'Feature request': {
    weight: 8.6,
    products: ['Dashboards', 'Reports', 'API', 'Alerts'],
    tiers: [98.4, 1.5, 0.1],
    specialists: 'team-technical',
    botOdds: 1.6,
    handover: SIMPLE,
    priorities: WISHES,
    technical: false,
  },
  API: {
    weight: 7.2,
    products: ['API'],
    tiers: [79, 17, 4],
    specialists: 'team-technical',
    botOdds: 0.7,
    handover: TECHNICAL,
    priorities: URGENT,
    technical: true,
  },
  Reports: {
    weight: 7.2,
    products: ['Reports', 'Scheduled reports'],
    tiers: [92, 7, 1],
    specialists: 'team-technical',
    botOdds: 1.1,
    handover: TECHNICAL,
    priorities: USUAL,
    technical: true,
  },
  Performance: {
    weight: 4.1,
    products: ['Dashboards', 'Data pipelines'],
    tiers: [76, 19, 5],
    specialists: 'team-technical',
    botOdds: 0.6,
    handover: TECHNICAL,
    priorities: URGENT,
    technical: true,
  },
  'Data quality': {
    weight: 4.2,
    products: ['Data pipelines', 'Dashboards'],
    tiers: [80, 16.5, 3.5],
    specialists: 'team-technical',
    botOdds: 0.6,
    handover: TECHNICAL,
    priorities: URGENT,
    technical: true,
  },
  Security: {
    weight: 2.2,
    products: ['Identity', 'Platform'],
    tiers: [80, 16.5, 3.5],
    specialists: 'team-billing',
    botOdds: 0.5,
    handover: { ...SIMPLE, technical: 12 },
    priorities: { P1: 4, P2: 28, P3: 50, P4: 18 },
    technical: false,
  },
  'Mobile app': {
    weight: 3.9,
    products: ['Mobile app'],
    tiers: [93, 6, 1],
    specialists: 'team-technical',
    botOdds: 1.2,
    handover: TECHNICAL,
    priorities: USUAL,
    technical: true,
  },
  'Enterprise SSO': {
    weight: 3,
    products: ['Identity'],
    tiers: [77.5, 20, 2.5],
    specialists: 'team-technical',
    botOdds: 0.6,
    handover: TECHNICAL,
    priorities: { P1: 2, P2: 30, P3: 50, P4: 18 },
    technical: true,
  },
  Integrations: {
    weight: 4.3,
    products: ['Connectors', 'API'],
    tiers: [83, 15, 2],
    specialists: 'team-technical',
    botOdds: 0.8,
    handover: TECHNICAL,
    priorities: USUAL,
    technical: true,
  },
  'Data export': {
    weight: 2.6,
    products: ['Reports', 'Data pipelines'],
    tiers: [91.5, 7.5, 1],
    specialists: 'team-technical',
    botOdds: 1.2,
    handover: SIMPLE,
    priorities: USUAL,
    technical: true,
  },
  'General question': {
    weight: 3.8,
    products: ['Workspace', 'Dashboards', 'Subscriptions'],
    tiers: [98.4, 1.5, 0.1],
    specialists: 'team-billing',
    botOdds: 2.4,
    handover: SIMPLE,
    priorities: { P3: 8, P4: 42, P5: 50 },
    technical: false,
  },
};
