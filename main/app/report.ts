/**
 * Records unexpected faults for the administrator: id, kind and places in the code, never the message, which could carry
 * case content.
 */
export function createReporter(write: (line: string) => void): (id: string, fault: unknown) => void {
  return (id, fault) => {
    const error = fault instanceof Error ? fault : new Error('not an error');
    const places = (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 8)
      .map((line) => line.trim());
    write(`${id} ${error.name} ${(error as { code?: string }).code ?? ''} ${places.join(' | ')}`);
  };
}
