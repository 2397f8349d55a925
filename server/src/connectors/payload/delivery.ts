/** A body and when it came: some systems tell what happened, but not when. */
import { z } from 'zod';

export interface Delivery<T> {
  readonly body: T;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
}

export const delivery = <T extends z.ZodType>(body: T) => z.object({ body, receivedAt: z.number() });

/** Ids are numbers in one system and text in the next; here they are text. */
export const idText = z.union([z.string().min(1), z.number()]).transform(String);
