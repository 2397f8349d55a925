/** The languages conversations are held in. A category without problems in a language is written about in English. */
import type { Category } from '../../arrivals/categories.ts';
import type { Phrases } from '../phrases.ts';
import { API } from '../problems/api.ts';
import { BILLING } from '../problems/billing.ts';
import { DATA_EXPORT } from '../problems/data-export.ts';
import { DATA_IMPORT } from '../problems/data-import.ts';
import { DATA_QUALITY } from '../problems/data-quality.ts';
import { FEATURE_REQUEST } from '../problems/feature-request.ts';
import { GENERAL } from '../problems/general.ts';
import { INTEGRATIONS } from '../problems/integrations.ts';
import { LOGIN } from '../problems/login.ts';
import { MOBILE_APP } from '../problems/mobile-app.ts';
import { PERFORMANCE } from '../problems/performance.ts';
import { REPORTS } from '../problems/reports.ts';
import { SECURITY } from '../problems/security.ts';
import { ENTERPRISE_SSO } from '../problems/sso.ts';
import { UI_BUG } from '../problems/ui-bug.ts';
import type { Problem } from '../problem.ts';
import { ENGLISH } from './english.ts';
import { FRENCH, FRENCH_PROBLEMS } from './french.ts';
import { GERMAN, GERMAN_PROBLEMS } from './german.ts';
import { JAPANESE, JAPANESE_PROBLEMS } from './japanese.ts';
import { SPANISH, SPANISH_PROBLEMS } from './spanish.ts';

export interface Language {
  readonly phrases: Phrases;
  readonly problems: { readonly [K in Category]?: readonly Problem[] };
}

export const ENGLISH_PROBLEMS: Readonly<Record<Category, readonly Problem[]>> = {
  'Data import': DATA_IMPORT,
  Billing: BILLING,
  'UI bug': UI_BUG,
  Login: LOGIN,
  'Feature request': FEATURE_REQUEST,
  API,
  Reports: REPORTS,
  Performance: PERFORMANCE,
  'Data quality': DATA_QUALITY,
  Security: SECURITY,
  'Mobile app': MOBILE_APP,
  'Enterprise SSO': ENTERPRISE_SSO,
  Integrations: INTEGRATIONS,
  'Data export': DATA_EXPORT,
  'General question': GENERAL,
};

export const LANGUAGES: Readonly<Record<string, Language>> = {
  en: { phrases: ENGLISH, problems: ENGLISH_PROBLEMS },
  de: { phrases: GERMAN, problems: GERMAN_PROBLEMS },
  fr: { phrases: FRENCH, problems: FRENCH_PROBLEMS },
  es: { phrases: SPANISH, problems: SPANISH_PROBLEMS },
  ja: { phrases: JAPANESE, problems: JAPANESE_PROBLEMS },
};
