/** A line of the delivery log, as the API gives it. */
import type { paths } from '../api/schema.d.ts';

export type Delivery = paths['/api/v1/notifications/log']['get']['responses']['200']['content']['application/json']['deliveries'][number];
export type Outcome = Delivery['outcome'];
