import { app, session } from 'electron';
import { offerLink } from './links';
import { devServer, isOurs } from './origin';

/** Denies permissions, navigation, new windows, web views, and every request that is not ours. */
export function setUpSecurity(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      void offerLink(url);
      return { action: 'deny' };
    });
  });
  void app.whenReady().then(() => {
    const ours = session.defaultSession;
    ours.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
    ours.setPermissionCheckHandler(() => false);
    ours.setSpellCheckerEnabled(false);
    ours.webRequest.onBeforeRequest((details, callback) => {
      callback({ cancel: !isAllowed(details.url) });
    });
    ours.on('will-download', (event) => event.preventDefault());
  });
}

function isAllowed(url: string): boolean {
  if (isOurs(url) || url.startsWith('devtools://')) return true;
  return (
    devServer !== null && (url.startsWith(devServer) || url.startsWith(webSocketOf(devServer)))
  );
}

function webSocketOf(url: string): string {
  return url.replace(/^http/, 'ws');
}
