/**
 * Writes the texts of conversations. Which words are chosen depends on the seed, the ticket and the number of the event
 * only, so a text may be written at any time, or not at all.
 */
import { CATEGORIES } from '../arrivals/categories.ts';
import type { Wording } from '../conversation/open.ts';
import type { Writer, Written } from '../model.ts';
import { chance, pick, type Random, stream } from '../random.ts';
import type { TextKind } from './kinds.ts';
import { ENGLISH_PROBLEMS, type Language, LANGUAGES } from './languages/index.ts';
import { NOTES } from './notes.ts';
import type { Phrases } from './phrases.ts';
import type { Problem } from './problem.ts';
import { OUTAGE_PROBLEMS, OUTAGE_REPLIES } from './problems/outage.ts';
import { slotOf } from './slots.ts';
import { fill, type Slots } from './template.ts';

interface Page {
  readonly random: Random;
  readonly language: Language;
  readonly phrases: Phrases;
  readonly problem: Problem;
  readonly isChat: boolean;
  /** Whether the customer is under pressure. */
  readonly isPressing: boolean;
  readonly isTechnical: boolean;
  readonly number: number;
}

/** `names` are those of the agents, by id. */
export function createWriter(seed: number, startAt: number, names: ReadonlyMap<string, string>): Wording & { readonly write: Writer } {
  return {
    problemsOf: (category, outage) => (outage ? OUTAGE_PROBLEMS[outage.service] : ENGLISH_PROBLEMS[category]).length,
    languageOf: (category, wanted, outage) => (!outage && LANGUAGES[wanted]?.problems[category] ? wanted : 'en'),
    write(kind, draft, ticket) {
      const language = LANGUAGES[ticket.language]!;
      const problem = problemOf(language, ticket);
      const page: Page = {
        random: stream(seed, 12, ticket.number, draft.ordinal),
        language,
        phrases: language.phrases,
        problem,
        isChat: isChat(ticket),
        isPressing: ticket.isPressing,
        isTechnical: CATEGORIES[ticket.category].technical || ticket.category === 'Login',
        number: ticket.number,
      };
      const agent = names.get(draft.actor.id ?? '') ?? names.get(draft.agent ?? '') ?? 'Brightwell Support';
      const slots: Slots = (name) => {
        if (name === 'agent') return agent;
        if (name === 'agentGiven') return agent.split(' ')[0]!;
        if (name === 'category') return ticket.category;
        if (name in problem) return fill(problem[name as keyof Problem], slots);
        return slotOf(name, seed, startAt, ticket);
      };
      return fill(compose(kind, page), slots);
    },
  };
}

const isChat = ({ channel }: Written) => channel === 'chat' || channel === 'bot' || channel === 'social' || channel === 'phone';

function problemOf({ problems }: Language, { category, problem, outage }: Written): Problem {
  const list = outage ? OUTAGE_PROBLEMS[outage.service] : (problems[category] ?? ENGLISH_PROBLEMS[category]);
  return list[problem % list.length]!;
}

/** The text with its slots still open. */
function compose(kind: TextKind, { random, phrases, problem, isChat: short, isPressing, isTechnical, number }: Page): string {
  switch (kind) {
    case 'subject':
      return problem.subject;
    case 'opening':
    case 'callOpening':
      return opening(random, phrases, problem, short, isPressing);
    case 'answer':
      return short ? problem.says : `${pick(random, phrases.customerHello)}\n\n${problem.says}\n\n${pick(random, phrases.customerBye)}`;
    case 'botAnswer':
      return `${pick(random, phrases.botHello)} ${problem.bot}`;
    case 'question':
      return reply(random, phrases, problem.asks, short);
    case 'solution':
      return reply(random, phrases, problem.fix, short);
    case 'botAgain':
      return isTechnical ? pick(random, phrases.botAgain) : phrases.botAgain[0]!;
    case 'botFailed':
      return pick(random, isTechnical ? phrases.botFailed : phrases.botMissed);
    case 'questionAgain':
    case 'questionLast':
      return reply(random, phrases, nth(phrases.questionAgain, number, kind === 'questionLast'), short);
    case 'answerAgain':
    case 'answerLast':
      return nth(phrases.answerAgain, number, kind === 'answerLast');
    case 'update':
    case 'handedOn':
      return reply(random, phrases, pick(random, phrases[kind]), short);
    case 'outageSeen':
    case 'outageSeenAgain':
    case 'outageKnown':
    case 'outageKnownAgain':
      return reply(random, phrases, pick(random, OUTAGE_REPLIES[kind]), short);
    case 'callSummary':
      return `${pick(random, phrases.callSummary)} ${problem.fix}`;
    case 'handover':
    case 'handoverUrgent':
    case 'handoverAsked':
      return phrases[kind];
    case 'note':
    case 'escalationNote':
    case 'returnNote':
    case 'transferNote':
    case 'mergeNote':
    case 'pauseNote':
    case 'callNote':
    case 'spam':
    case 'spamSubject':
      return pick(random, NOTES[kind]);
    default:
      return pick(random, phrases[kind]);
  }
}

/** Questions and the answers to them stand in the same places of their lists. */
const nth = (list: readonly string[], number: number, isLast: boolean): string => list[(number + (isLast ? 1 : 0)) % list.length]!;

function opening(random: Random, phrases: Phrases, problem: Problem, short: boolean, isPressing: boolean): string {
  const text = chance(random, 0.55) ? `${problem.opening} ${pick(random, isPressing ? phrases.stakes : phrases.asides)}` : problem.opening;
  if (!short) return `${pick(random, phrases.customerHello)}\n\n${text}\n\n${pick(random, phrases.customerBye)}`;
  return chance(random, 0.5) ? `${pick(random, phrases.customerHello)} ${text}` : capitalised(text);
}

function reply(random: Random, phrases: Phrases, text: string, short: boolean): string {
  if (short) return capitalised(text);
  return `${pick(random, phrases.agentHello)}\n\n${capitalised(text)}\n\n${pick(random, phrases.agentBye)}`;
}

/** Sentences that follow a greeting with a comma begin small in the texts; by themselves they do not. Slots stay as they are. */
const capitalised = (text: string): string => (text.startsWith('{') ? text : text[0]!.toUpperCase() + text.slice(1));
