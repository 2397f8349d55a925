/** How a dimension is named in what people send. Whether the workspace has a custom field of the name, who answers the question finds out. */
import { z } from 'zod';
import { DIMENSION_IDS } from './dimensions.ts';

const LONGEST_NAME = 200;

export const askedDimension = z.union(
  [
    z.enum(DIMENSION_IDS),
    z
      .templateLiteral(['custom:', z.string().min(1)])
      .refine((id) => id.length <= LONGEST_NAME, 'must be the name of a custom field after custom:'),
  ],
  'must be a dimension, or custom: and the name of a custom field',
);
