/** What the public reads of an incident, and by which names it becomes public. */
import { z } from 'zod';
import { instantOut } from './basics.ts';

export const onStatusPage = z
  .object({
    url: z.string(),
    isShown: z.boolean().meta({ description: 'What customers are told of it is public there.' }),
    components: z.array(z.string()).meta({ description: 'Under which it is shown.' }),
    without: z.array(z.string()).meta({ description: 'Of what it hits, what no component of the page follows.' }),
    postedAt: instantOut.nullable().meta({ description: 'When what stands there last was told; the page is made within a second.' }),
  })
  .nullable()
  .meta({ description: 'The public page; null where none is.' });

export const knownNamesOut = z.object({ services: z.array(z.string()), regions: z.array(z.string()) });
