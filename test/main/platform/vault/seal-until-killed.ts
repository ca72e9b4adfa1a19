import { openBlobStore } from '../../../../main/platform/vault/blob-store.ts';
import { someBytes } from './support.ts';
import { failOnFault } from '../../../support/fail-on-fault.ts';

/**
 * Seals one content after the other until it is killed, and says each one it was promised on its own line. With a count
 * it stops in the middle of the one after, and says so, which is a certain moment to be killed in.
 */
const [profileFolder = '', filesKey = '', count = 'Infinity'] = process.argv.slice(2);
const store = await openBlobStore({
  profileFolder,
  filesKey: Buffer.from(filesKey, 'hex'),
  reserveBytes: 0,
  onFault: failOnFault,
});
for (let seed = 1; ; seed++) {
  const intake = await store.openIntake();
  const bytes = someBytes(700_001, seed);
  for (let index = 0; index < 4; index++) await intake.write(bytes);
  if (seed > Number(count)) {
    for (let index = 0; index < 8; index++) await intake.write(bytes);
    console.log('half-way');
    await new Promise((resolve) => setTimeout(resolve, 3_600_000));
  }
  console.log((await intake.finish()).sha256);
}
