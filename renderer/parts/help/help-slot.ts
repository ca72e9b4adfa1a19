import { createContext, useContext } from 'react';

/** Where in the open help (F1) the part of the screen in hand puts what it has to say of itself; null while the help is shut. */
export const HelpSlotContext = createContext<HTMLElement | null>(null);

export const useHelpSlot = (): HTMLElement | null => useContext(HelpSlotContext);
