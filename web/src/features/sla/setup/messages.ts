/** The words of setting up. Each step says what it is about, and why it matters before anything is promised. */
import type { SetupStep } from './use-setup.ts';

interface Words {
  title: string;
  text: string;
  /** Where it is done or looked at. */
  link?: { to: '/sla' | '/sla/clocks' | '/sla/policies' | '/sla/calendars' | '/sla/document' | '/tickets'; label: string };
}

const steps: Record<SetupStep, Words> = {
  history: {
    title: 'Look at past tickets',
    text: 'How many there are, when they come and what they are about decides what can be promised.',
    link: { to: '/tickets', label: 'Tickets' },
  },
  present_times: {
    title: 'Know how long answers and solutions take today',
    text: 'A promise below what is usual today is broken from the first day.',
    link: { to: '/sla', label: 'Compliance' },
  },
  targets: {
    title: 'Choose targets with a fifth to spare',
    text: 'The backtest of a policy says what 95 of 100 tickets took, plus 20 %. Take its targets over, or say why not.',
    link: { to: '/sla/policies', label: 'Backtest a policy' },
  },
  priorities: {
    title: 'Say what makes a ticket urgent',
    text: 'Two agents should give the same ticket the same priority. Write down what each of the five is for.',
    link: { to: '/sla/document', label: 'Document' },
  },
  hours: {
    title: 'Enter business hours and the holidays to come',
    text: 'A calendar without holidays counts Christmas as a working day.',
    link: { to: '/sla/calendars', label: 'Calendars' },
  },
  tiers: {
    title: 'Say what each tier of customer gets',
    text: 'By multipliers, or target by target where a contract says so.',
    link: { to: '/sla/policies', label: 'Policies' },
  },
  policies: {
    title: 'Make the policy that every ticket falls under',
    text: 'Begin with the handbook’s, and change what is otherwise with you.',
    link: { to: '/sla/policies', label: 'Policies' },
  },
  pauses: {
    title: 'Say when clocks stand still',
    text: 'While the customer is asked, say, but never because somebody is busy.',
    link: { to: '/sla/policies', label: 'Policies' },
  },
  escalation: {
    title: 'Say who is called when a target is missed',
    text: 'The last steps of a policy’s ladder: at the breach the manager, at twice the target the director.',
    link: { to: '/sla/policies', label: 'Policies' },
  },
  notification: {
    title: 'Say who is told before it is too late',
    text: 'At 80 % the one who has the ticket, at 90 % the lead.',
    link: { to: '/sla/policies', label: 'Policies' },
  },
  reporting: {
    title: 'See how promises are kept',
    text: 'Compliance has figures as soon as clocks have run to their end.',
    link: { to: '/sla', label: 'Compliance' },
  },
  training: {
    title: 'Explain the promises to the team',
    text: 'What starts a clock, what stops it, and what the colours of the queue mean.',
    link: { to: '/sla/document', label: 'Document' },
  },
  customers: {
    title: 'Tell customers what they can rely on',
    text: 'The document is written from the policies, for each tier of customer. Print it or send it as a PDF.',
    link: { to: '/sla/document', label: 'Document' },
  },
  first_weeks: {
    title: 'Watch closely for two weeks',
    text: 'Every breach is either a target that cannot be met or a habit that can be changed.',
    link: { to: '/sla/clocks', label: 'Clocks at risk' },
  },
  adjustment: {
    title: 'Correct targets that nobody can meet',
    text: 'A saved policy is a new version: what runs keeps its promise, what begins gets the new one.',
    link: { to: '/sla/policies', label: 'Policies' },
  },
  recognition: {
    title: 'Thank the people who kept them',
    text: 'A month above the goal deserves a word to the team.',
    link: { to: '/sla', label: 'Compliance' },
  },
};

export const messages = {
  title: (done: number, all: number): string => (done === all ? 'Everything is set up' : `${done} of ${all} steps are done`),
  text: 'What belongs to promising anything to customers. Steps with a name or a number beside them are seen from this workspace; the others somebody ticks.',
  phases: { design: 'Design', configuration: 'Configuration', launch: 'Launch' },
  of: (done: number, all: number): string => `${done} of ${all}`,
  steps,
  created: (count: number, written: string): string => `${written} ticket${count === 1 ? '' : 's'} of the last 90 days`,
  resolved: (count: number, written: string): string => `${written} ticket${count === 1 ? '' : 's'} resolved in the last 28 days`,
  failed: 'This could not be saved. Try again.',
  ticked: (by: string, date: string): string => `${by}, ${date}`,
  done: 'done',
  open: 'not done yet',
  tick: (title: string): string => `Done: ${title}`,
} as const;
