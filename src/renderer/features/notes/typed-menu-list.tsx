import { useT } from '@renderer/i18n';
import { Icon } from '@renderer/ui/icon';
import type { Editor } from '@tiptap/react';
import { useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import styles from './typed-menu.module.css';
import type { TypedMenu } from './use-typed-menu';

const HEIGHT = 280;
const WIDTH = 320;

/** The list beside the cursor. The focus stays in the text, which names the active line. */
export function TypedMenuList({ menu, editor }: { menu: TypedMenu; editor: Editor }) {
  const t = useT();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { items, active, at, choose } = menu;
  useEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', id);
    dom.setAttribute('aria-activedescendant', `${id}-${active}`);
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
    return () => {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [editor, id, active]);

  const above = at.bottom + HEIGHT > window.innerHeight && at.top > HEIGHT;
  const left = Math.max(8, Math.min(at.left, window.innerWidth - WIDTH - 8));
  const place = above ? { bottom: window.innerHeight - at.top + 4 } : { top: at.bottom + 4 };
  return createPortal(
    <div
      aria-label={t('notes.menu')}
      className={styles.list}
      id={id}
      ref={list}
      role="listbox"
      style={{ ...place, left, maxHeight: HEIGHT, width: WIDTH }}
    >
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text's, where the focus is
        // biome-ignore lint/a11y/useFocusableInteractive: the text names the active line
        <div
          aria-selected={index === active}
          className={styles.item}
          id={`${id}-${index}`}
          key={item.id}
          onClick={() => choose(item)}
          onMouseDown={(event) => event.preventDefault()}
          role="option"
        >
          <Icon name={item.icon} size={14} />
          <span className={styles.label} lang="zh-CN">
            {item.label}
          </span>
          <span className={styles.detail} lang="zh-CN">
            {item.detail}
          </span>
        </div>
      ))}
    </div>,
    // A dialog hides from screen readers what lies outside of it, and a click there would close it.
    editor.view.dom.closest('[role="dialog"]') ?? document.body,
  );
}
