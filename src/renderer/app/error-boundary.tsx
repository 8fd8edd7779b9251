import { t } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { EmptyState } from '@renderer/ui/empty-state';
import { Component, type ReactNode } from 'react';
import { errorText } from './error-text';

/** Keeps one broken screen from taking the window down; what is stored is not touched by it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const detail = error instanceof Error ? error.message : errorText(error);
    return (
      <EmptyState text={t('app.failed', { what: t('app.crashed'), why: detail })}>
        <Button onPress={() => window.location.reload()} variant="primary">
          {t('app.reload')}
        </Button>
      </EmptyState>
    );
  }
}
