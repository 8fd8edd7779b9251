import type { MenuItem } from '@shared/ipc';
import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { handle, send } from './ipc';

/** The native menu is what the renderer's action registry says, in the user's language. */
export function setUpMenu(): void {
  Menu.setApplicationMenu(null);
  handle('menu:set', (event, items) => {
    const template = items.map((item) => itemOf(item, event.sender.id));
    if (process.platform === 'darwin') template.unshift({ role: 'appMenu', label: app.name });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  });
}

function itemOf(item: MenuItem, contentsId: number): MenuItemConstructorOptions {
  if (item.separator === true) return { type: 'separator' };
  const options: MenuItemConstructorOptions = {
    label: item.label ?? '',
    enabled: item.enabled ?? true,
  };
  if (item.accelerator !== undefined) {
    options.accelerator = item.accelerator;
    // The renderer listens to its own shortcuts, so that it can leave them to the input method.
    options.registerAccelerator = false;
  }
  if (item.checked !== undefined) {
    options.type = 'checkbox';
    options.checked = item.checked;
  }
  if (item.items !== undefined) {
    options.submenu = item.items.map((child) => itemOf(child, contentsId));
  } else if (item.role !== undefined) {
    options.role = item.role;
  } else if (item.id !== undefined) {
    const id = item.id;
    options.click = () => {
      const window = BrowserWindow.getAllWindows().find((w) => w.webContents.id === contentsId);
      if (window !== undefined) send(window.webContents, 'menu:invoke', id);
    };
  }
  return options;
}
