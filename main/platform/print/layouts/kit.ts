import type { Composition, Density, Typesetter } from '../compose.ts';
import type { PaperJob } from '../job.ts';
import type { Texts } from '../text.ts';

/** What a layout works with. */
export interface Kit {
  set: Typesetter['set'];
  texts: Texts;
  density: Density;
}

/** A layout turns a paper into a description of its pages; it neither reads nor writes anything. */
export type LayOut = (job: PaperJob, kit: Kit) => Composition;

/** A kit whose texts say a field, or name it. */
export const ofField = (kit: Kit, key: string, as: 'value' | 'label' = 'value'): Kit => ({
  ...kit,
  set: (text, family, style) => kit.set(text, family, { ...style, field: { key, as } }),
});
