/** What people say around the matter itself, in one language: greetings, thanks, impatience, opinions. {slots} as in problems. */
export interface Phrases {
  readonly customerHello: readonly string[];
  readonly customerBye: readonly string[];
  /** A sentence that some customers add: what hangs on it, or just something more. */
  readonly stakes: readonly string[];
  readonly asides: readonly string[];
  readonly agentHello: readonly string[];
  readonly agentBye: readonly string[];
  readonly acknowledgement: readonly string[];
  readonly botHello: readonly string[];
  /** The bot's second attempt, and what an agent asks and hears when one question was not enough. */
  readonly botAgain: readonly string[];
  readonly questionAgain: readonly string[];
  readonly answerAgain: readonly string[];
  readonly botGoodbye: readonly string[];
  readonly botHelped: readonly string[];
  readonly botFailed: readonly string[];
  /** The same where nothing is broken. */
  readonly botMissed: readonly string[];
  readonly wantsHuman: readonly string[];
  readonly handover: string;
  readonly handoverUrgent: string;
  readonly handoverAsked: string;
  readonly callGreeting: readonly string[];
  readonly callSummary: readonly string[];
  readonly confirmation: readonly string[];
  readonly thanks: readonly string[];
  readonly stillBroken: readonly string[];
  readonly chaser: readonly string[];
  readonly chaserSubject: readonly string[];
  readonly leavesChat: readonly string[];
  readonly voicemail: readonly string[];
  readonly goodbyeIdle: readonly string[];
  readonly reminder: readonly string[];
  readonly autoResolved: readonly string[];
  readonly update: readonly string[];
  readonly handedOn: readonly string[];
  readonly praise: readonly string[];
  readonly lukewarm: readonly string[];
  readonly complaint: readonly string[];
}
