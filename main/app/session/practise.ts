import type { WorkstationOptions } from '../../platform/host.ts';
import type { ProfileHolder } from './profile-holder.ts';

const NOBODY = { because: null, place: null };

/**
 * Opens the profile for practice (练习) or leaves it. Nobody is logged in any more before the other profile is made or opened; where it cannot
 * be made, the office's own comes back.
 */
export function createPractise(
  holder: ProfileHolder,
  { makePractice, onEnded }: Pick<WorkstationOptions, 'makePractice' | 'onEnded'>,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
) {
  async function practise({ on, anew }: { on: boolean; anew: boolean }): Promise<void> {
    if (makePractice === undefined) throw new Error('nobody can practise at this workstation');
    const someone = holder.current();
    await holder.leave();
    try {
      if (on) await makePractice(anew);
    } catch (error) {
      // This process may serve nobody any more.
      if (someone !== null) onEnded?.(NOBODY, 'office');
      throw error;
    }
    onEnded?.(NOBODY, on ? 'practice' : 'office');
  }
  return (wanted: { on: boolean; anew: boolean }): Promise<void> => inTurn(() => practise(wanted));
}
