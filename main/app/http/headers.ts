/** Permissions of the page: camera and microphone for audio-visual records (音像记录, 第十五条), nothing else. */
const PERMISSIONS_POLICY = [
  'camera=(self)',
  'microphone=(self)',
  ...['display-capture', 'geolocation', 'usb', 'serial', 'hid', 'midi', 'payment'].map((name) => `${name}=()`),
].join(', ');

/** The one content security policy of page, workers and both hosts. */
const CONTENT_POLICY = [
  "default-src 'none'",
  // pdf.js decodes JPEG 2000 and JBIG2 scans in WebAssembly; no other evaluation is allowed.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The same answer with every protective header that it does not set itself.
 * `no-store` is the default, because whatever is not a page asset may be decrypted case content.
 */
export function harden(response: Response): Response {
  const headers = new Headers(response.headers);
  const defaults = {
    'content-security-policy': CONTENT_POLICY,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': PERMISSIONS_POLICY,
  };
  for (const [name, value] of Object.entries(defaults)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
