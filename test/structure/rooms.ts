/**
 * The one table of the house: every file of the program lies in exactly one room, and a room may import only rooms
 * that stand above it here, so no arrow points upward and no two rooms use each other (types included).
 */
export interface Room {
  /** A folder, or one file, from the root. */
  path: string;
  may: readonly string[];
  /** The packages it may use; left out, any but electron. */
  packages?: readonly string[] | undefined;
  /** Only the shell and its entry know electron. */
  electron?: true;
  /** Only the room that wraps the widget libraries knows them (docs/adr/0001, docs/adr/0019). */
  widgets?: true;
}

const room = (path: string, may: readonly string[] = [], packages?: readonly string[]): Room => ({
  path,
  may,
  packages,
});

/** Pure rules, judged alike by page and main; nothing of Node and nothing of the page. */
const pure = ['zod', '@orpc/contract', 'pinyin-pro'];
const sharedRooms: Room[] = [
  room('shared/byte-words.ts', [], pure),
  room('shared/chinese', [], pure),
  room('shared/time', [], pure),
  room('shared/faults', [], []),
  room('shared/field-problem.ts', [], pure),
  room('shared/file-name.ts', [], pure),
  room('shared/file-content', [], pure),
  room('shared/typed-text.ts', [], pure),
  room('shared/identity', ['shared/time', 'shared/field-problem.ts', 'shared/chinese', 'shared/typed-text.ts'], pure),
  room('shared/template', ['shared/chinese', 'shared/time', 'shared/field-problem.ts', 'shared/identity'], pure),
  room('shared/causes', ['shared/chinese', 'shared/time'], pure),
  room('shared/case-file.ts', ['shared/identity', 'shared/template', 'shared/causes'], pure),
  room(
    'shared/procedure',
    ['shared/chinese', 'shared/time', 'shared/identity', 'shared/template', 'shared/causes', 'shared/case-file.ts'],
    pure,
  ),
  room('shared/periods', ['shared/time', 'shared/template', 'shared/case-file.ts', 'shared/procedure'], pure),
  room(
    'shared/regulation',
    [
      'shared/chinese',
      'shared/time',
      'shared/identity',
      'shared/template',
      'shared/causes',
      'shared/case-file.ts',
      'shared/procedure',
      'shared/periods',
    ],
    pure,
  ),
  room('shared/inbox', ['shared/time', 'shared/template', 'shared/case-file.ts', 'shared/procedure'], pure),
];
const rules = sharedRooms.map(({ path }) => path);
const contract = room('shared/contract', rules, pure);
const shared = [...rules, contract.path];

const refusing = [...shared, 'main/platform/files.ts', 'main/platform/refusal-error.ts'];
const threaded = [...refusing, 'main/platform/worker-url.ts', 'main/platform/worker-thread.ts'];
const platformRooms: Room[] = [
  room('main/platform/untyped-modules.d.ts'),
  room('main/platform/host.ts', shared),
  room('main/platform/files.ts'),
  room('main/platform/durable.ts', ['main/platform/files.ts']),
  room('main/platform/signals.ts', shared),
  room('main/platform/turns.ts'),
  room('main/platform/within.ts'),
  room('main/platform/worker-url.ts'),
  room('main/platform/worker-thread.ts'),
  room('main/platform/refusal-error.ts', shared),
  room('main/platform/text-encoding.ts'),
  room('main/platform/system-refusals.ts', refusing),
  room('main/platform/folder-list.ts', refusing),
  room('main/platform/folder-tickets.ts', [...refusing, 'main/platform/folder-list.ts']),
  room('main/platform/one-time-pdfs.ts', refusing),
  room('main/platform/store', refusing),
  room('main/platform/vault', [...threaded, 'main/platform/durable.ts', 'main/platform/turns.ts']),
  room('main/platform/print', [...threaded, 'main/platform/text-encoding.ts']),
  room('main/platform/scans', [...threaded, 'main/platform/print']),
  room('main/platform/ocr', [...threaded, 'main/platform/scans']),
  room('main/platform/audit', [...refusing, 'main/platform/durable.ts', 'main/platform/store', 'main/platform/vault']),
  room('main/platform/definitions', [...refusing, 'main/platform/store']),
];
const platform = [...shared, ...platformRooms.map(({ path }) => path)];

const given = ['main/features/context.ts', 'main/features/implementer.ts'];
/** A feature beneath the others it names; what is not named it may not use. */
const feature = (name: string, ...beneath: string[]): Room =>
  room(`main/features/${name}`, [...platform, ...given, ...beneath.map((other) => `main/features/${other}`)]);
const featureRooms: Room[] = [
  room('main/features/context.ts', platform),
  room('main/features/implementer.ts', platform),
  feature('devices'),
  feature('staff'),
  feature('jobs.ts', 'staff'),
  feature('households', 'staff'),
  feature('cases', 'households', 'staff'),
  feature('documents', 'households', 'cases', 'staff'),
  feature('evidence', 'cases', 'staff'),
  feature('regulation', 'cases'),
  feature('supervision', 'jobs.ts', 'staff'),
  feature('backup', 'jobs.ts'),
  feature('tray', 'staff', 'households', 'cases', 'documents', 'evidence'),
  feature('archive', 'jobs.ts', 'staff', 'households', 'cases', 'documents', 'evidence'),
  feature('inbox', 'staff', 'households', 'cases', 'documents', 'regulation', 'supervision', 'backup', 'tray'),
  feature('handover', 'jobs.ts', 'staff', 'cases', 'documents', 'evidence', 'archive'),
];
const features = [...platform, ...featureRooms.map(({ path }) => path)];

const hostParts = [
  'main/hosts/profile-lock.ts',
  'main/hosts/window-folder.ts',
  'main/hosts/cups.ts',
  'main/hosts/loopback',
  'main/hosts/workstation',
];
const hostRooms: Room[] = [
  room('main/hosts/node-version.ts'),
  room('main/hosts/profile-folder.ts'),
  room('main/hosts/install-paths.ts', platform),
  room('main/hosts/profile-lock.ts', platform),
  room('main/hosts/window-folder.ts', platform),
  room('main/hosts/cups.ts', platform),
  room('main/hosts/process-faults.ts', ['main/app']),
  room('main/hosts/core-dumps.ts'),
  room('main/hosts/loopback', [...platform, 'main/app']),
  room('main/hosts/workstation', [
    ...platform,
    'main/app',
    'main/hosts/process-faults.ts',
    'main/hosts/profile-folder.ts',
    'main/hosts/profile-lock.ts',
    'main/hosts/loopback',
  ]),
  room('main/hosts/browser', [...features, 'main/app', ...hostParts]),
  { ...room('main/hosts/electron', [...features, 'main/app', ...hostParts]), electron: true },
];
const mainRooms: Room[] = [
  ...platformRooms,
  ...featureRooms,
  room('main/app', features),
  ...hostRooms,
  room('main/sample', [...shared, 'main/app', 'main/platform/host.ts']),
];
const programs = [...features, 'main/app', ...hostRooms.map(({ path }) => path)];

const page = [...shared, 'renderer/required-context.ts', 'renderer/ui', 'renderer/data'];
/** A part of several screens, above the parts it names. */
const part = (name: string, ...beneath: string[]): Room =>
  room(`renderer/parts/${name}`, [...page, ...beneath.map((other) => `renderer/parts/${other}`)]);
const partRooms: Room[] = [
  part('articles'),
  part('refusals', 'articles'),
  part('drafts'),
  part('display', 'drafts'),
  part('days'),
  part('help'),
  part('blanks'),
  part('office'),
  part('causes'),
  part('editions'),
  part('fields', 'days', 'causes'),
  part('pdf'),
  part('signing', 'pdf', 'refusals'),
  part('spreadsheets', 'fields'),
  part('passwords', 'pdf', 'refusals'),
  part('uploads', 'refusals'),
  part('parties', 'days', 'refusals', 'uploads'),
  part('cases', 'drafts', 'fields', 'causes', 'parties', 'refusals'),
  part('findings', 'articles', 'cases'),
  part('review', 'refusals'),
  part('records', 'days', 'pdf', 'refusals'),
  part('verdict', 'days', 'cases', 'drafts', 'records', 'refusals'),
  part('folders', 'refusals'),
];
const parts = [...page, ...partRooms.map(({ path }) => path)];
const screens = [
  'archive',
  'blanks',
  'case',
  'desk',
  'handover',
  'households',
  'regulation',
  'search',
  'session',
  'settings',
  'supervision',
  'today',
  'tray',
].map((name) => `renderer/screens/${name}`);

export const rooms: readonly Room[] = [
  ...sharedRooms,
  contract,
  ...mainRooms,
  room('main/demo.ts', [...programs, 'main/sample']),
  room('main/browser.ts', programs),
  room('main/workstation.ts', [...programs, 'main/sample']),
  { ...room('main/electron.ts', programs), electron: true },
  room('renderer/required-context.ts'),
  { ...room('renderer/ui', [...shared, 'renderer/required-context.ts']), widgets: true },
  room('renderer/data', [...shared, 'renderer/required-context.ts']),
  ...partRooms,
  ...screens.map((path) => room(path, parts)),
  room('renderer/app', [...parts, ...screens]),
  room('renderer/gallery', parts),
];
