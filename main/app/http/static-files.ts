import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { errorCode, isWithin } from '../../platform/files.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** Vite names these by their content, so a kept copy can never be out of date. */
const HASHED_ASSET = /^\/assets\/.+-[\w-]{8}\.\w+$/;

/** Answers with a file of the page, or that there is none. */
export type StaticFiles = (request: Request, url: URL) => Promise<Response>;

/** Serves the built page in `pageDir`; a path without a file ending is a screen of the page and gets `index.html`. */
export function serveStaticFiles(pageDir: string): StaticFiles {
  return async (request, url) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    }
    const asked = decodePath(url.pathname);
    if (asked === undefined) return new Response(null, { status: 404 });
    const path = extname(asked) === '' ? '/index.html' : asked;
    const file = inside(pageDir, path);
    const bytes = file === undefined ? undefined : await readIfPresent(file);
    if (bytes === undefined) return new Response(null, { status: 404 });
    return new Response(bytes, {
      headers: {
        'content-type': CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
        ...(HASHED_ASSET.test(path) && { 'cache-control': 'private, max-age=31536000, immutable' }),
      },
    });
  };
}

function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** The absolute file for `path`, or undefined when it lies outside `folder`. */
function inside(folder: string, path: string): string | undefined {
  const file = resolve(folder, `.${path}`);
  return file !== resolve(folder) && isWithin(folder, file) ? file : undefined;
}

async function readIfPresent(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = errorCode(error);
    // A null byte or a folder in the path is a wrong address, not a fault of the workstation.
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE')
      return undefined;
    throw error;
  }
}
