import type { Client } from '../../main/app/client.ts';
import { samplePassword } from '../../main/sample/sample.ts';

/** The second person of the sample, 法规科, who agrees to what its system administrator does with the staff. */
export async function confirmedBy(client: Client): Promise<{ confirmedBy: { personId: string; password: string } }> {
  const person = (await client.staff.list()).people.find(({ name }) => name === '赵强');
  return { confirmedBy: { personId: person?.personId ?? '', password: samplePassword } };
}
