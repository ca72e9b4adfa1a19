/** For threads that are not to fail: a fault of an idle one ends the run. */
export function failOnFault(fault: unknown): never {
  throw fault;
}
