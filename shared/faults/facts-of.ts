import { type FaultFacts, faultNamePattern, faultPlacePattern, mostFaultPlaces } from './fault.ts';

const frameLine = /^\s+at (?:async )?(?:(.*) \()?(.+):(\d+):(\d+)\)?$/;

/**
 * What may be kept of whatever was thrown.
 * @param roots where the program lies, each with its last slash; places outside it are left out, so that no name of a person's folder is kept
 */
export function factsOf(thrown: unknown, roots: readonly string[]): FaultFacts {
  const error = thrown instanceof Error ? thrown : null;
  const { code, fault } = (error ?? {}) as { code?: unknown; fault?: { code?: unknown } };
  return {
    kind: nameOr(error?.name, error === null ? 'NotAnError' : 'Error'),
    code: nameOr(code ?? fault?.code, null),
    places: error === null ? [] : placesOf(error, roots),
  };
}

const nameOr = <Other>(name: unknown, other: Other): string | Other =>
  typeof name === 'string' && faultNamePattern.test(name) ? name : other;

function placesOf({ stack = '', message }: Error, roots: readonly string[]): string[] {
  // The message stands before the first frame and may have lines that look like one.
  const begin = stack.indexOf(message);
  const frames = begin < 0 ? stack : stack.slice(begin + message.length);
  return frames
    .split('\n')
    .flatMap((line) => placeOf(line, roots))
    .slice(0, mostFaultPlaces);
}

function placeOf(line: string, roots: readonly string[]): string[] {
  const [, name = '', file = '', row, column] = frameLine.exec(line) ?? [];
  const root = roots.find((candidate) => file.startsWith(candidate));
  if (root === undefined) return [];
  const place = `${file.slice(root.length).replaceAll('\\', '/')}:${row}:${column}`;
  return [`${name} ${place}`, place].filter((text) => faultPlacePattern.test(text)).slice(0, 1);
}
