import path from 'node:path';

const NAME = '案卷工作站';

/** Where the profile for practice (练习) lies: in the office's own, which one host holds, with keys, databases and files of its own. */
export const practiceFolder = (profileDir: string): string => path.join(profileDir, 'practice');

/** Where this person's files live unless `--profile` names another folder; follows the custom of each system, slashes too. */
export function defaultProfileFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  const { join } = platform === 'win32' ? path.win32 : path.posix;
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), NAME);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', NAME);
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), NAME);
}
