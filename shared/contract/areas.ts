/** The areas of the contract; a signal names those whose queries answer otherwise now. */
export const areas = [
  'session',
  'inbox',
  'staff',
  'households',
  'cases',
  'documents',
  'evidence',
  'tray',
  'archive',
  'handover',
  'supervision',
  'regulation',
  'formDrafts',
  'backup',
  'restore',
  'desktop',
] as const;
export type Area = (typeof areas)[number];
