import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { RefusalError } from '../../platform/refusal-error.ts';

/** Memory that never reaches a disk; the camera program can only write to a file. */
const memoryFolder = '/dev/shm';
const devicePattern = /^\/dev\/video\d{1,2}$/;

const noPicture = (device: string): RefusalError => new RefusalError({ code: 'camera', device });

/**
 * One still from a document camera the browser cannot use, through `fswebcam`; off unless the office has named its device.
 * node-webcam builds a shell line, so nothing but a checked device name ever gets into it. Resolves with a JPEG.
 */
export async function takeStill(device: string): Promise<Buffer> {
  if (!devicePattern.test(device)) throw noPicture(device);
  await access(memoryFolder).catch(() => {
    throw noPicture(device);
  });
  const folder = await mkdtemp(path.join(memoryFolder, 'still-'));
  try {
    await capture(device, path.join(folder, 'shot.jpg'));
    const picture = await readFile(path.join(folder, 'shot.jpg')).catch(() => Buffer.alloc(0));
    // fswebcam ends well even when it took nothing.
    if (!picture.subarray(0, 2).equals(Buffer.from([0xff, 0xd8]))) throw noPicture(device);
    return picture;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function capture(device: string, file: string): Promise<void> {
  const { default: webcams } = await import('node-webcam');
  const camera = webcams.create({
    device,
    output: 'jpeg',
    width: 1920,
    height: 1080,
    quality: 92,
    saveShots: false,
    callbackReturn: 'location',
    verbose: false,
  });
  await new Promise<void>((resolve, reject) => {
    camera.capture(file, (fault) => (fault ? reject(noPicture(device)) : resolve()));
  });
}
