import type { Decision } from '@domain/ingest/types';
import type { TextKey, Translate } from '@renderer/i18n';
import type { RowLabel } from './reading-index';
import { surenessOf } from './urgency';

/** The name of a rule in the user's language; its own name when there is none. */
export function ruleWords(rule: string, t: Translate): string {
  return wordsOf(rule, t) ?? wordsOf(rule.replace(/^inferred-/, ''), t) ?? rule;
}

function wordsOf(rule: string, t: Translate): string | null {
  const key = `import.evidence.${rule}`;
  // Rules grow with the reconstruction: `t` answers with the key itself when it has no text.
  const words = t(key as TextKey);
  return words === key ? null : words;
}

/** `较确定（78%）`. */
export function sureWords(confidence: number, t: Translate): string {
  const word = t(`review.sure.${surenessOf(confidence)}`);
  return t('review.sure.percent', { word, percent: Math.round(confidence * 100) });
}

export function evidenceWords(evidence: readonly string[], t: Translate): string {
  return evidence.map((rule) => ruleWords(rule, t)).join(t('import.list.separator'));
}

/** A decision in one line: what was decided, why, and how sure that is. */
export function decisionWords(decision: Decision, label: RowLabel | null, t: Translate): string {
  const { action, evidence, confidence } = decision;
  const why = evidenceWords(evidence, t);
  if (action === 'drop') {
    const text = [...(decision.text ?? '')].slice(0, MAX_DROPPED).join('');
    return `${t('review.decision.drop', { text })} · ${why}`;
  }
  const what =
    action === 'lift'
      ? t(`review.label.${label ?? decision.kind ?? 'body'}`)
      : t(`review.decision.${action}`);
  return [what, why, sureWords(confidence, t)].filter((part) => part !== '').join(' · ');
}

const MAX_DROPPED = 60;
