import type { Language } from '@shared/ipc';
import { useSyncExternalStore } from 'react';
import { en } from './en';
import { zhCN } from './zh-CN';

export type TextKey = keyof typeof zhCN;
export type TextParams = Record<string, string | number>;
/** The text of a key in the user's language, its `{name}` places filled in. */
export type Translate = (key: TextKey, params?: TextParams) => string;

const catalogues: Record<Language, Record<string, string>> = { 'zh-CN': zhCN, en };
const listeners = new Set<() => void>();
let current: Language = 'zh-CN';

export function currentLanguage(): Language {
  return current;
}

/** Switches the language of everything that is on the screen. */
export function setLanguage(language: Language): void {
  current = language;
  for (const listener of listeners) listener();
}

/** Numbers among the parameters are grouped as the language writes them. */
export const t: Translate = (key, params) => {
  const text = catalogues[current][key] ?? key;
  if (params === undefined) return text;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? formatNumber(value) : value;
  });
};

/** `t`, in a component that is drawn again when the language changes. */
export function useT(): Translate {
  useLanguage();
  return t;
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Making a formatter takes far longer than formatting, and rows of lists are formatted while they scroll. */
const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function kept<F extends Intl.NumberFormat | Intl.DateTimeFormat>(name: string, make: () => F): F {
  const key = `${current} ${name}`;
  const known = formatters.get(key);
  // A name is only ever used with one kind of formatter.
  if (known !== undefined) return known as F;
  const made = make();
  formatters.set(key, made);
  return made;
}

export function formatNumber(value: number): string {
  return kept('number', () => new Intl.NumberFormat(current)).format(value);
}

/** A publication date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) as readers write it. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || Number.isNaN(year)) return date;
  const time = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const name = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  const format = kept(name, () => {
    const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
    if (month !== undefined) options.month = 'long';
    if (day !== undefined) options.day = 'numeric';
    return new Intl.DateTimeFormat(current, options);
  });
  return format.format(time);
}

/** A stored time (ISO 8601) in the user's time zone. */
export function formatTime(time: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(current, options).format(new Date(time));
}

/** Only the hours and minutes of a stored time. */
export function formatClock(time: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(current, options).format(new Date(time));
}

/** Sorts Chinese by pinyin. */
export const collator = new Intl.Collator('zh-CN', { numeric: true });
