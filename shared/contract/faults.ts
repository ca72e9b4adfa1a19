import * as z from 'zod';
import {
  faultNamePattern,
  faultPlacePattern,
  faultSources,
  mostFaultPlaces,
  type FaultFacts as Facts,
  type FaultRecord as Entry,
} from '../faults/fault.ts';

const Name = z.string().regex(faultNamePattern);

/** What is kept of an error: never its message, which could carry case content. */
export const FaultFacts = z.strictObject({
  kind: Name,
  code: Name.nullable(),
  places: z.array(z.string().regex(faultPlacePattern)).max(mostFaultPlaces),
}) satisfies z.ZodType<Facts>;

/** One entry of the error log (故障记录). */
export const FaultRecord = FaultFacts.extend({
  id: z.string(),
  moment: z.string(),
  source: z.enum(faultSources),
  call: z.string().nullable(),
  version: z.string(),
}) satisfies z.ZodType<Entry>;
