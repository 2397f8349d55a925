/** What HubSpot sends of tickets: a list of single changes (developers.hubspot.com, Webhooks API), as far as they are read here. */
import { z } from 'zod';
import { idText } from '../payload/delivery.ts';

export const hubspotEvent = z.object({
  subscriptionType: z.string(),
  objectId: idText,
  eventId: idText.optional(),
  portalId: idText.optional(),
  /** Milliseconds since 1970. */
  occurredAt: z.number().optional(),
  propertyName: z.string().optional(),
  propertyValue: z.string().nullish(),
  changeSource: z.string().optional(),
  /** Such as `userId:42`. */
  sourceId: z.string().nullish(),
  /** Of a merge. */
  primaryObjectId: idText.optional(),
  mergedObjectIds: z.array(idText).optional(),
  newObjectId: idText.optional(),
});
export type HubspotEvent = z.infer<typeof hubspotEvent>;
