/** Chromium sends at most 64 KiB for a window that is closing, all requests together; a part of it goes to their envelopes. */
const LIMIT_BYTES = 62 * 1024;

export const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** Says of one value after the other whether there is still room to send it, and takes the room it needs. */
export function roomOf(limit: number): (value: unknown) => boolean {
  let left = limit;
  return (value) => {
    const bytes = bytesOf(value);
    if (bytes > left) return false;
    left -= bytes;
    return true;
  };
}

/** The one room that papers and unsaved forms share: a window closes but once. */
export const closingRoom = roomOf(LIMIT_BYTES);
