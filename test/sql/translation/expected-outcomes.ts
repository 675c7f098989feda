import { expect } from 'vitest';
import { NOTICES, type NoticeCode } from '../../../src/sql/index.js';
import type { Case } from './corpus/case.js';
import { comparable, type Outcome, type Rows } from './runner.js';

/** Whether the whole is ordered, so that the order of the rows counts. */
export const isOrdered = (sql: string): boolean => /\bORDER BY\b(?![\s\S]*\)\s*(?:AS\s+)?\w*\s*$)/i.test(sql);

export const isLoud = (code: string): boolean => NOTICES[code as NoticeCode].severity !== 'INFO';

/** That a statement's translation gave the rows that are wanted, or what is declared of it. */
export function expectOutcome(one: Case, rows: Rows, outcome: Outcome): void {
  const { sql, warns, refuses } = one;
  const { target } = outcome;
  const told = `${sql}\n→ ${outcome.sql ?? ''}\n${outcome.error ?? ''}`;
  if (refuses?.includes(target) === true) {
    expect(outcome.refused, told).toBe(true);
    return;
  }
  expect(outcome.error, told).toBeUndefined();
  const allowed = warns?.[target] ?? [];
  expect(
    outcome.warnings.filter((code) => isLoud(code) && !allowed.includes(code)),
    told,
  ).toEqual([]);
  const mayDiffer = outcome.warnings.some(isLoud) || isTextCompared(outcome);
  if (mayDiffer && (warns?.[target] !== undefined || isTextCompared(outcome))) return;
  expectSame(one.sql, outcome, rows);
}

export const isTextCompared = ({ warnings }: Outcome): boolean => warnings.includes('TEXT_COMPARISON');

export function expectSame(sql: string, outcome: Outcome, rows: Rows): void {
  const ordered = isOrdered(sql);
  expect(comparable(outcome.rows ?? [], ordered), `${sql}\n→ ${outcome.sql ?? ''}`).toEqual(comparable(rows, ordered));
}
