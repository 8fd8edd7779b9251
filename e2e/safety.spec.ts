import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './support/launch';

/** A server on this machine that counts what reaches it. */
async function countingServer(): Promise<{ server: Server; url: string; seen: string[] }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('reached');
  });
  server.on('upgrade', (request) => seen.push(`upgrade ${request.url}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}`, seen };
}

test('no request leaves the window, whatever a script tries', async ({ start }) => {
  const { server, url, seen } = await countingServer();
  const { page, electron } = await start();
  const outcomes = await page.evaluate(async (base) => {
    const settled = async (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'reached',
        () => 'blocked',
      );
    const image = new Promise((resolve, reject) => {
      const element = new Image();
      element.onload = resolve;
      element.onerror = reject;
      element.src = `${base}/image.png`;
    });
    const socket = new Promise((resolve, reject) => {
      const connection = new WebSocket(`${base.replace('http', 'ws')}/socket`);
      connection.onopen = resolve;
      connection.onerror = reject;
    });
    const frame = document.createElement('iframe');
    frame.src = `${base}/frame`;
    document.body.append(frame);
    navigator.sendBeacon(`${base}/beacon`, 'x');
    return {
      fetch: await settled(fetch(`${base}/fetch`, { mode: 'no-cors' })),
      image: await settled(image),
      socket: await settled(socket),
      window: window.open(`${base}/window`) === null ? 'blocked' : 'reached',
    };
  }, url);
  expect(outcomes).toEqual({
    fetch: 'blocked',
    image: 'blocked',
    socket: 'blocked',
    window: 'blocked',
  });
  // Not even the main process gets out through the session that the window uses.
  const fromMain = await electron.evaluate(
    ({ net }, target) =>
      net.fetch(target).then(
        () => 'reached',
        () => 'blocked',
      ),
    `${url}/main`,
  );
  expect(fromMain).toBe('blocked');
  await page.evaluate((base) => {
    window.location.href = `${base}/navigation`;
  }, url);
  // A round trip through the renderer: a navigation that was let through would be under way by now.
  expect(await page.evaluate(() => window.location.href)).toBe('app://zhaiji/index.html');
  expect(seen).toEqual([]);
  expect(electron.windows()).toHaveLength(1);
  await new Promise((resolve) => server.close(resolve));
});

test('the policy refuses inline scripts, evaluated strings and inline styles', async ({
  start,
}) => {
  const { page } = await start();
  const violated = await page.evaluate(async () => {
    const directives: string[] = [];
    const three = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        directives.push(event.effectiveDirective);
        if (directives.length === 3) resolve();
      });
    });
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    const sourced = document.createElement('script');
    sourced.src = 'data:text/javascript,window.injected=true';
    document.head.append(sourced);
    await three;
    return { directives: directives.sort(), injected: 'injected' in window };
  });
  expect(violated).toEqual({
    directives: ['script-src-elem', 'script-src-elem', 'style-src-elem'],
    injected: false,
  });
  const headers = await page.evaluate(async () => {
    const response = await fetch('app://zhaiji/index.html');
    return response.headers.get('content-security-policy');
  });
  expect(headers).toContain("default-src 'none'");
  expect(headers).not.toContain('unsafe');
});

test('the page is sandboxed and has only the named methods', async ({ start }) => {
  const { page } = await start();
  const world = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    bridge: Object.values(window.zhaiji).every((member) => typeof member === 'function'),
    raw: 'ipcRenderer' in window.zhaiji || 'invoke' in window.zhaiji,
  }));
  expect(world).toEqual({ node: [], bridge: true, raw: false });
  const permission = await page.evaluate(() => Notification.requestPermission());
  expect(permission).toBe('denied');
});

test('files are reached only through handles, and nothing is written outside', async ({
  start,
  folder,
}) => {
  const { page, electron } = await start();
  const refused = await page.evaluate(async () => {
    const message = (error: unknown) => (error instanceof Error ? error.message : String(error));
    return {
      read: await window.zhaiji.readFile('/etc/passwd').then(() => 'read', message),
      write: await window.zhaiji
        .writeToFolder('/tmp', 'x.md', 'x', true)
        .then(() => 'written', message),
    };
  });
  expect(refused.read).toContain('handle-unknown');
  expect(refused.write).toContain('handle-unknown');
  await electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, folder);
  const escaped = await page.evaluate(async () => {
    const picked = await window.zhaiji.pickFolder();
    const message = (error: unknown) => (error instanceof Error ? error.message : String(error));
    return window.zhaiji
      .writeToFolder(picked?.handle ?? '', '../escaped.md', 'x', true)
      .then(() => 'written', message);
  });
  expect(escaped).toContain('name-unsafe');
});
