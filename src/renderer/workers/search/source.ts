import type { SearchSource } from '@domain/search/source';
import { type IndexProgress, SearchEngine } from './engine';
import { Tender } from './tender';

let engine = new SearchEngine();
let tender: Tender | null = null;
let asked = 0;

/**
 * Loads the index if it was kept so that this takes little; from then on follows the archive and keeps the
 * index tidy.
 * @param prepare what is to be known of each source before something is asked of it
 * @param allInMemory from so many UTF-16 code units on postings are read as they are needed
 */
export function startEngine(prepare: (source: SearchSource) => void, allInMemory?: number): void {
  engine = new SearchEngine(allInMemory);
  // Who waits for the source goes first.
  engine.onSource = (source) => setTimeout(() => prepare(source), 0);
  tender = new Tender(engine);
  tender.start();
  // What goes wrong is told to who asks.
  void engine.loadKept().catch(() => undefined);
}

/** Loads the index, however long that takes, so that no question has to wait for it. */
export async function loadIndex(): Promise<void> {
  await engine.refresh();
}

/** Looks whether what was loaded is whole. */
export function verifyIndex(): Promise<void> {
  return engine.verify();
}

/**
 * What queries are answered from: the archive as it is at this moment. It is the same object until
 * the archive changes.
 */
export function currentSource(): Promise<SearchSource> {
  asked = performance.now();
  tender?.wasAsked();
  return engine.refresh();
}

/** Milliseconds since something was asked. */
export function askedAgo(): number {
  return performance.now() - asked;
}

/** What was given last; the archive may have changed since. `null` while nothing is loaded. */
export function lastSource(): SearchSource | null {
  return engine.last;
}

/** The same with the lengths and paragraphs of all texts: for what counts them. */
export function completeSource(): Promise<SearchSource> {
  return engine.complete();
}

/** How far the index is, as far as is known at once. */
export async function indexProgress(): Promise<IndexProgress> {
  void engine.refresh().catch(() => undefined);
  return engine.progress();
}
