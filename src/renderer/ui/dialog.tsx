import { useT } from '@renderer/i18n';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button';
import styles from './dialog.module.css';

interface Props {
  title: string;
  onClose: () => void;
  /** False while closing would lose what is going on. */
  dismissable?: boolean;
  wide?: boolean;
  children: ReactNode;
  /** Buttons at the bottom, the main one last. */
  footer?: ReactNode;
}

/** A modal window in the window. Escape and a click beside it close it. */
export function Dialog({
  title,
  onClose,
  dismissable = true,
  wide = false,
  children,
  footer,
}: Props) {
  const t = useT();
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`${styles.modal} ${wide ? styles.wide : ''}`}>
        <AriaDialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading className={styles.title ?? ''} slot="title">
              {title}
            </Heading>
            {dismissable && <IconButton icon="close" label={t('app.close')} onPress={onClose} />}
          </header>
          <div className={styles.body}>{children}</div>
          {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
