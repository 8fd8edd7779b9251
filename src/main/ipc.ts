import { ZhaijiError } from '@shared/errors';
import {
  type EventChannel,
  type EventMap,
  type InvokeArgs,
  type InvokeChannel,
  type InvokeResult,
  invokeChannels,
  type Reply,
} from '@shared/ipc';
import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { isOurs } from './origin';

/**
 * Answers a channel. The call reaches the handler only when it comes from the main frame of a page
 * of ours and its arguments fit the channel's schema; otherwise it is rejected.
 */
export function handle<C extends InvokeChannel>(
  channel: C,
  handler: (
    event: IpcMainInvokeEvent,
    ...args: InvokeArgs<C>
  ) => InvokeResult<C> | Promise<InvokeResult<C>>,
): void {
  ipcMain.handle(channel, async (event, ...raw: unknown[]) => {
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || !isOurs(frame.url)) {
      throw new Error(`${channel}: refused, the sender is not ours`);
    }
    const args = invokeChannels[channel].args.parse(raw) as InvokeArgs<C>;
    try {
      return { ok: true, value: await handler(event, ...args) } satisfies Reply<C>;
    } catch (error) {
      if (!(error instanceof ZhaijiError)) throw error;
      // Errors that we foresaw travel as values: thrown ones would lose their code on the way.
      return { ok: false, code: error.code, subject: error.subject } satisfies Reply<C>;
    }
  });
}

/** Sends an event to a window's renderer. */
export function send<C extends EventChannel>(
  contents: WebContents,
  channel: C,
  value: EventMap[C],
): void {
  if (!contents.isDestroyed()) contents.send(channel, value);
}
