/**
 * What the clerk reads out to the administrator: no letter or digit that sounds or looks like another one
 * (0 O, 1 I L, 2 Z, 5 S, 8 B, U V), so 24 symbols and some 10¹¹ ids.
 */
export const faultIdSymbols = '34679ACDEFGHJKMNPQRTVWXY';
/** Symbols of an id; it is written in two groups, `K7M4-9QXD`. */
export const faultIdLength = 8;

/** The symbols of an id, or of its beginning, as typed: any case, full-width letters, with or without the dash. */
export const faultIdSymbolsOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/** The name of a class of errors or a code such as ENOSPC, SQLITE_BUSY, damaged. */
export const faultNamePattern = /^[A-Za-z][\w-]{0,39}$/;
/** `function file:line:column`, the file relative to the program; all of it ASCII, so that no name of a case fits in. */
export const faultPlacePattern = /^(?:[\w$.<>[\] ]{1,80} )?[\w@./-]{1,120}\.(?:[cm]?js|tsx?):\d{1,7}:\d{1,7}$/;
export const mostFaultPlaces = 12;

/** What is kept of an error: never its message, which could carry case content. */
export interface FaultFacts {
  /** Class of the error, such as TypeError. */
  kind: string;
  code: string | null;
  /** As `faultPlacePattern`, innermost first. */
  places: string[];
}

/** Where it was noticed: a call, bytes such as a PDF, long work, the page, nobody caught it, or the start of the program. */
export const faultSources = ['call', 'bytes', 'job', 'page', 'process', 'start'] as const;
export type FaultSource = (typeof faultSources)[number];

/** One entry of the error log (故障记录). */
export interface FaultRecord extends FaultFacts {
  id: string;
  /** ISO 8601, UTC. */
  moment: string;
  source: FaultSource;
  /** The call of the contract, the kind of bytes or of long work; null where there is none. */
  call: string | null;
  /** Of the program. */
  version: string;
}
