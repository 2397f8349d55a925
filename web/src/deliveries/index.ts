/** What became of notices on their way to people and channels. */
export type { Delivery, Outcome } from './delivery.ts';
export { DeliveryTable } from './DeliveryTable.tsx';
export { messages as deliveryMessages } from './messages.ts';
