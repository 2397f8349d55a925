/** The one outbox: whatever leaves the server by itself is put into it in the transaction of what it tells of, and taken out of it by senders, each for its kinds. */
export { type Added, addMessage, addMessages, type Claimed, giveUpChannel, readSealed, type Urgency } from './rows.ts';
export { createSender, type Failure, type Sender, type Way } from './sender.ts';
