import type { Tray } from '../../shared/contract/tray.ts';
import type { Opened } from './open-workstation.ts';

/** A scan or photo comes into 收件. */
export async function receiveScan(
  { client, workstation }: Opened,
  fileName: string,
  content: Uint8Array,
  mime = 'image/jpeg',
): Promise<void> {
  const { intakeId } = await client.tray.begin({ fileName, bytes: content.length, mime, origin: '添加' });
  await workstation.fetch(
    new Request(`http://workstation/intake/${intakeId}/0`, { method: 'POST', body: new Uint8Array(content) }),
  );
  await client.tray.finish({ intakeId, chunks: 1 });
}

/** What lies in 收件 once every file has been read. */
export async function readTray({ client }: Opened): Promise<Tray> {
  for (;;) {
    const tray = await client.tray.list();
    if (tray.files.every(({ fault, unreadPages }) => fault !== null || unreadPages.length > 0)) return tray;
    await new Promise((resume) => setTimeout(resume, 200));
  }
}
