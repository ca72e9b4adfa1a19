let wanted: string | null = null;

/** The name of the field in which the caret stood before the lock, until it stands there again; its screen opens it, however it is folded. */
export const returningField = (): string | null => wanted;

export function setReturningField(name: string | null): void {
  wanted = name;
}
