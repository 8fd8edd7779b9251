import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './paths.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts
 */

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @returns {Counts} of Vitest's JSON report */
export function readVitestReport(file) {
  const report = readJson(file);
  const failures = [];
  for (const { name: file, message, status, assertionResults } of report.testResults) {
    const name = path.relative(projectRoot, file);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    for (const test of failed) failures.push(`${name}: ${test.fullName}`);
    // A file that could not even be loaded has no tests, but it has failed.
    if (status === 'failed' && failed.length === 0) {
      failures.push(`${name}: ${String(message).split('\n')[0]}`);
    }
  }
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    failures,
  };
}

/** @returns {Counts} of Playwright's JSON report */
export function readPlaywrightReport(file) {
  const { stats, suites, errors } = readJson(file);
  const failures = [];
  const walk = (suite, titles) => {
    for (const spec of suite.specs ?? []) {
      if (spec.tests.some((test) => test.status === 'unexpected')) {
        failures.push([...titles, spec.title].join(' › '));
      }
    }
    for (const child of suite.suites ?? []) walk(child, [...titles, child.title]);
  };
  for (const suite of suites) walk(suite, [suite.title]);
  for (const error of errors) failures.push(String(error.message).split('\n')[0]);
  return {
    // A flaky test passed only when it was tried again.
    passed: stats.expected + stats.flaky,
    failed: failures.length,
    skipped: stats.skipped,
    failures,
  };
}
