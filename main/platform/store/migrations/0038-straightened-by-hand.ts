import { schemaStep } from './schema-step.ts';

/**
 * A person straightens a sheet in 收件: by how many quarters and degrees it is turned, and its picture as it was read, from which each turn is
 * made anew. Null while nobody has turned it.
 */
export const straightenedByHand = schemaStep(38, 'StraightenedByHand', [
  'alter table tray_sheet add column "asRead" text',
  'alter table tray_sheet add column quarters integer not null default 0',
  'alter table tray_sheet add column angle real not null default 0',
]);
