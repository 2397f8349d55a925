/** What was asked of the help desk that a ticket is of: under way, done, or refused. */
export { Orders } from './Orders.tsx';
