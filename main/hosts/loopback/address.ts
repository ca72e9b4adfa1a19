import { randomInt } from 'node:crypto';

/**
 * An address of this machine that no other program is likely to use, new at every start. Cookies know no ports: one of 127.0.0.1 would go to
 * whatever else listens there. Other systems than Linux and Windows know 127.0.0.1 alone.
 */
export function ownAddress(platform: NodeJS.Platform = process.platform): string {
  if (platform !== 'linux' && platform !== 'win32') return '127.0.0.1';
  return [127, randomInt(1, 255), randomInt(256), randomInt(1, 255)].join('.');
}
