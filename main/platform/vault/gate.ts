/** Lets work wait until a condition holds; whoever changes what the condition looks at calls `changed`. */
export function createGate() {
  let next = Promise.withResolvers<void>();

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await next.promise;
  }

  function changed(): void {
    next.resolve();
    next = Promise.withResolvers();
  }

  return { until, changed };
}
