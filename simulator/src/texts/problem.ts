/**
 * One thing that goes wrong, or is wanted, told from all sides, so that a conversation hangs together: what the customer
 * writes, what the agent has to ask, what the customer says to that, and what helps. {slots} are filled per ticket.
 */
export interface Problem {
  readonly subject: string;
  readonly opening: string;
  /** What an agent asks before the cause is clear, and the customer's reply to it. */
  readonly asks: string;
  readonly says: string;
  readonly fix: string;
  /** The bot's attempt. */
  readonly bot: string;
  /** What an agent notes for colleagues. */
  readonly note: string;
}
