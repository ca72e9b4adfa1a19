import type { AreaRouter, Implementer } from '../../features/implementer.ts';
import type { Session } from './session.ts';

/** First start, log-in, lock, passwords and the recovery letter. */
export function sessionRouter(os: Implementer['session'], session: Session) {
  return {
    state: os.state.handler(() => session.state()),
    setUp: os.setUp.handler(({ input }) => session.setUp(input)),
    unlock: os.unlock.handler(({ input }) => session.unlock(input.personId, input.password)),
    lock: os.lock.handler(({ input }) => session.lock(input.place)),
    lend: os.lend.handler(async ({ input: { place, ...signer } }) => {
      await session.seat.lend(signer, place);
      return session.state();
    }),
    giveBack: os.giveBack.handler(async () => {
      await session.seat.giveBack();
      return session.state();
    }),
    practise: os.practise.handler(async ({ input }) => {
      await session.practise(input);
      return { done: true };
    }),
    changePassword: os.changePassword.handler(({ input }) => session.changePassword(input.old, input.new)),
    recover: os.recover.handler(({ input }) => session.recover(input)),
    newRecoveryLetter: os.newRecoveryLetter.handler(async () => ({ recoveryLetter: await session.letter() })),
  } satisfies AreaRouter<'session'>;
}
