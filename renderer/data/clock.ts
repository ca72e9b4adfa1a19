let shift = 0;

/** The days of the practice (练习) are those of its sample case, not those of the machine. */
export const setClockShift = (milliseconds: number): void => void (shift = milliseconds);

/** This moment, as main counts it. */
export const now = (): Date => new Date(Date.now() + shift);
