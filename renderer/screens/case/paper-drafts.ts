import type { Paper } from '../../../shared/case-file.ts';
import type { FieldValue, Values } from '../../../shared/template/values.ts';
import type { SaveRequest } from '../../data/save-paper.ts';
import { sameValue, withEdits } from './values.ts';

/** What the page holds of one paper: as main last answered, and what was typed since. */
export interface PaperDraft {
  /** Newest version main has told us. */
  paper: Paper;
  /** Typed and not yet durable, by field key. */
  edits: Values;
  /** What main held for each edited key when its editing began, to see whether somebody else changed it meanwhile. */
  was: Values;
  phase: 'saved' | 'unsaved' | 'saving' | 'refused' | 'set-aside';
  /** When main last made something of this paper durable; null before the first save of this visit. */
  savedAt: Date | null;
  /** Why the last save was refused; the typed words stay in `edits`. */
  refusal: unknown;
  /** Keys that somebody else changed while they were being edited here. */
  conflicts: string[];
}

/** What was typed and the paper cannot hold (too long, no real day): kept for who typed it until it is mended. */
export type SetAside = Pick<PaperDraft, 'edits' | 'was'>;

export interface PaperDrafts {
  /** A newer answer of main; older ones are ignored. */
  take: (paper: Paper) => void;
  edit: (paperId: string, key: string, value: FieldValue) => void;
  /** Makes everything typed so far durable; false when not all of it is in the paper: refused, or set aside. Without a paper: all papers. */
  flush: (paperId?: string) => Promise<boolean>;
  /** Drops what was typed in one field, or in the whole paper, for what main holds. */
  discard: (paperId: string, key?: string) => void;
  /** What a closing window still has to send; the rest is set aside. */
  unsaved: () => SaveRequest[];
  snapshot: () => ReadonlyMap<string, PaperDraft>;
  subscribe: (listener: () => void) => () => void;
}

interface Deps {
  save: (request: SaveRequest) => Promise<Paper>;
  /** The edits main can keep; the others are set aside, with their problem said at the field, and do not hold these up. */
  keepable: (paper: Paper, edits: Values) => Values;
  /** Where what a paper cannot hold outlives the screen; null when there is nothing any more. */
  aside: { read: (paperId: string) => SetAside | undefined; keep: (paperId: string, aside: SetAside | null) => void };
  now: () => Date;
}

/** The queue of saves: one at a time per paper, each on the version the last one answered, and only what changed. */
export function createPaperDrafts(deps: Deps): PaperDrafts {
  const board = createBoard();
  const flushOne = createSaver(board, deps);
  return {
    take: (paper) => {
      const draft = board.get(paper.id);
      if (draft === undefined) board.put(restored(paper, deps.aside.read(paper.id)));
      else if (paper.version >= draft.paper.version && paper !== draft.paper) board.put(rebased(draft, paper));
    },
    edit: (paperId, key, value) => {
      const draft = board.get(paperId);
      if (draft !== undefined) board.put(edited(draft, key, value));
    },
    flush: async (paperId) => {
      const ids = paperId === undefined ? [...board.snapshot().keys()] : [paperId];
      const done = await Promise.all(ids.map(flushOne));
      return done.every(Boolean);
    },
    discard: (paperId, key) => {
      const draft = board.get(paperId);
      if (draft === undefined) return;
      const left = key === undefined ? fresh(draft.paper, draft.savedAt) : without(draft, [key]);
      board.put(left);
      setAside(deps, left);
    },
    unsaved: () =>
      [...board.snapshot().values()]
        .filter(({ edits }) => !isEmpty(edits))
        // A save under way arrives before the closing one and raises the version by one.
        .map((draft) => ({
          paperId: draft.paper.id,
          version: draft.paper.version + (draft.phase === 'saving' ? 1 : 0),
          values: setAside(deps, draft),
        }))
        .filter(({ values }) => !isEmpty(values)),
    snapshot: board.snapshot,
    subscribe: board.subscribe,
  };
}

interface Board {
  get: (paperId: string) => PaperDraft | undefined;
  put: (draft: PaperDraft) => void;
  snapshot: () => ReadonlyMap<string, PaperDraft>;
  subscribe: (listener: () => void) => () => void;
}

/** The drafts by paper; every change makes a new map, so that the page sees it. */
function createBoard(): Board {
  let drafts: ReadonlyMap<string, PaperDraft> = new Map();
  const listeners = new Set<() => void>();
  return {
    get: (paperId) => drafts.get(paperId),
    put: (draft) => {
      drafts = new Map(drafts).set(draft.paper.id, draft);
      for (const listener of listeners) listener();
    },
    snapshot: () => drafts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Sets aside what the paper cannot hold; returns what it can. */
function setAside({ keepable, aside }: Deps, { paper, edits, was }: PaperDraft): Values {
  const values = keepable(paper, edits);
  const held = omit(edits, Object.keys(values));
  aside.keep(paper.id, isEmpty(held) ? null : { edits: held, was: pick(was, Object.keys(held)) });
  return values;
}

function createSaver(board: Board, deps: Deps): (paperId: string) => Promise<boolean> {
  const running = new Map<string, Promise<boolean>>();
  const wanted = new Set<string>();

  /** Keeps what was typed after the save set off. */
  function settle(paper: Paper, sent: Values): void {
    const draft = board.get(paper.id) ?? fresh(paper);
    const done = Object.keys(sent).filter((key) => sameValue(draft.edits[key], sent[key]));
    const left = without({ ...draft, paper }, done);
    board.put({ ...left, savedAt: deps.now(), was: { ...left.was, ...pick(sent, Object.keys(left.edits)) } });
  }

  async function drain(paperId: string): Promise<boolean> {
    while (wanted.delete(paperId)) {
      const draft = board.get(paperId);
      if (draft === undefined) continue;
      const values = setAside(deps, draft);
      try {
        if (!isEmpty(values)) {
          board.put({ ...draft, phase: 'saving', refusal: null });
          settle(await deps.save({ paperId, version: draft.paper.version, values }), values);
        }
      } catch (refusal) {
        board.put({ ...(board.get(paperId) ?? draft), phase: 'refused', refusal });
        return false;
      }
      const left = board.get(paperId) ?? draft;
      const held = omit(draft.edits, Object.keys(values));
      const isHeld = Object.entries(left.edits).every(([key, value]) => key in held && sameValue(value, held[key]));
      if (!isEmpty(left.edits) && isHeld) board.put({ ...left, phase: 'set-aside' });
    }
    return isEmpty(board.get(paperId)?.edits ?? {});
  }

  return (paperId) => {
    wanted.add(paperId);
    const busy = running.get(paperId);
    if (busy !== undefined) return busy;
    const run = drain(paperId).finally(() => running.delete(paperId));
    running.set(paperId, run);
    return run;
  };
}

/** The paper as the clerk sees it: main's newest version with the unsaved words. */
export const paperWithEdits = (draft: PaperDraft): Paper => withEdits(draft.paper, draft.edits);

const fresh = (paper: Paper, savedAt: Date | null = null): PaperDraft => ({
  paper,
  edits: {},
  was: {},
  phase: 'saved',
  savedAt,
  refusal: null,
  conflicts: [],
});

/** A paper opened anew, with what was set aside for it at the last visit. */
function restored(paper: Paper, aside: SetAside | undefined): PaperDraft {
  if (aside === undefined || paper.status !== 'draft') return fresh(paper);
  const conflicts = Object.keys(aside.edits).filter((key) => !sameValue(aside.was[key], paper.values[key]));
  return { ...fresh(paper), ...aside, conflicts, phase: 'set-aside' };
}

function edited(draft: PaperDraft, key: string, value: FieldValue): PaperDraft {
  const held = draft.paper.values[key] ?? null;
  if (sameValue(value, held) && draft.phase !== 'saving') return without(draft, [key]);
  const was = key in draft.edits ? draft.was : { ...draft.was, [key]: held };
  return {
    ...draft,
    edits: { ...draft.edits, [key]: value },
    was,
    phase: draft.phase === 'saving' ? 'saving' : 'unsaved',
  };
}

function without(draft: PaperDraft, keys: string[]): PaperDraft {
  const edits = omit(draft.edits, keys);
  const clean = isEmpty(edits);
  return {
    ...draft,
    edits,
    was: omit(draft.was, keys),
    phase: clean ? 'saved' : 'unsaved',
    refusal: clean ? null : draft.refusal,
    conflicts: draft.conflicts.filter((key) => !keys.includes(key)),
  };
}

/** The typed words on top of a newer paper; what somebody else changed in the same fields is marked, never lost. */
function rebased(draft: PaperDraft, paper: Paper): PaperDraft {
  const agreed = Object.keys(draft.edits).filter(
    (key) => draft.phase !== 'saving' && sameValue(draft.edits[key], paper.values[key]),
  );
  const left = without({ ...draft, paper }, agreed);
  const conflicts = Object.keys(left.edits).filter(
    (key) => draft.phase !== 'saving' && !sameValue(draft.was[key], paper.values[key]),
  );
  const newer = paper.version > draft.paper.version;
  return {
    ...left,
    phase: draft.phase === 'saving' ? 'saving' : left.phase,
    refusal: newer ? null : left.refusal,
    conflicts,
  };
}

const isEmpty = (values: Values): boolean => Object.keys(values).length === 0;
const omit = (values: Values, keys: string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)));
const pick = (values: Values, keys: string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key)));
