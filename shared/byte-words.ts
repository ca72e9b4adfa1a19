const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** How large a file is, as it is said everywhere: `1536` → `1.5 KB`, `52428800` → `50 MB`. */
export function byteWords(bytes: number): string {
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const shown = bytes / 1024 ** step;
  return `${step === 0 ? shown : shown.toFixed(shown < 10 ? 1 : 0)} ${UNITS[step]}`;
}
