import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { net, protocol } from 'electron';
import { devServer, ORIGIN, SCHEME } from './origin';

const ROOT = join(import.meta.dirname, '../renderer');
const NONCE_PLACEHOLDER = /__CSP_NONCE__/g;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function setUpScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the renderer's files from `app://zhaiji/` under a strict Content Security Policy. */
export function setUpProtocol(): void {
  protocol.handle(SCHEME, async (request) => {
    if (!request.url.startsWith(`${ORIGIN}/`)) return new Response(null, { status: 404 });
    const path = decodeURIComponent(new URL(request.url).pathname);
    const nonce = randomBytes(16).toString('base64');
    if (devServer !== null) return fromDevServer(request, nonce);
    const file = normalize(join(ROOT, path === '/' ? 'index.html' : path));
    if (!file.startsWith(ROOT + sep)) return new Response(null, { status: 404 });
    try {
      const body = await readFile(file);
      const type = TYPES[extname(file)];
      if (type === undefined) return new Response(null, { status: 404 });
      return answer(body, type, nonce);
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

async function fromDevServer(request: Request, nonce: string): Promise<Response> {
  const url = new URL(request.url);
  const response = await net.fetch(`${devServer}${url.pathname}${url.search}`, {
    bypassCustomProtocolHandlers: true,
  });
  const body = Buffer.from(await response.arrayBuffer());
  return answer(body, response.headers.get('content-type') ?? 'text/javascript', nonce);
}

function answer(body: Buffer, type: string, nonce: string): Response {
  const html = type.startsWith('text/html');
  const content = html ? body.toString('utf8').replace(NONCE_PLACEHOLDER, nonce) : body;
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    },
  });
}

function contentSecurityPolicy(nonce: string): string {
  const development = devServer !== null;
  return [
    "default-src 'none'",
    // The hot-reload preamble is the one inline script, and only while developing.
    development ? `script-src 'self' 'nonce-${nonce}'` : "script-src 'self'",
    "worker-src 'self'",
    // react-aria adds one style element; it takes the nonce from a meta element.
    `style-src 'self' 'nonce-${nonce}'`,
    // Pictures of notes come from the database; only our own pages can make such an address.
    "img-src 'self' blob:",
    "font-src 'self'",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
