import type { Expression } from '../../../ast/index.js';

/** One step into a document: a key of an object, or an index of an array, from its end where it is negative. */
export type JsonStep = { readonly key: string } | { readonly index: number };

const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A step of MySQL's and SQLite's paths: `.key`, `."any key"`, `[0]`, `[last-1]`, `[#-1]`. */
const STEP = /\.\s*(?:"((?:[^"\\]|\\.)*)"|([^\s.[\]"*]+))|\[\s*(?:(-?\d+)|(?:last|#)\s*(?:-\s*(\d+))?)\s*\]/gy;

/**
 * The steps of a path as MySQL and SQLite write it; undefined where it has others than keys and indexes.
 *
 * https://dev.mysql.com/doc/refman/8.4/en/json.html#json-path-syntax, https://sqlite.org/json1.html#path_arguments
 */
export function stepsOf(path: string): readonly JsonStep[] | undefined {
  const written = path.trim();
  if (!written.startsWith('$')) return undefined;
  const steps: JsonStep[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < written.length) {
    const match = STEP.exec(written);
    // what is behind the last element is nothing to look for
    if (match === null || /^\[\s*#\s*\]$/.test(match[0])) return undefined;
    steps.push(stepOf(match));
  }
  return steps;
}

function stepOf([whole, quoted, plain, index, back]: RegExpExecArray): JsonStep {
  if (whole.startsWith('.'))
    return { key: quoted === undefined ? (plain as string) : (JSON.parse(`"${quoted}"`) as string) };
  if (index !== undefined) return { index: Number(index) };
  // MySQL counts the last element from 0 back, SQLite's # is one behind it
  const isBehind = whole.includes('#');
  return { index: isBehind ? -Number(back ?? 0) : -1 - Number(back ?? 0) };
}

/** The steps of PostgreSQL's array of keys, `{a,0}`: what looks like an index is one. */
export function stepsOfArray(keys: readonly string[]): readonly JsonStep[] {
  return keys.map((key) => (/^-?\d+$/.test(key) ? { index: Number(key) } : { key }));
}

/** The elements of an array of texts that is written as one literal: `{a,"b c"}`. */
export function elementsOfLiteral(written: string): readonly string[] | undefined {
  const inner = /^\s*\{(.*)\}\s*$/s.exec(written)?.[1];
  if (inner === undefined || /[{}]/.test(inner)) return undefined;
  if (inner.trim() === '') return [];
  const found = inner.match(/"(?:[^"\\]|\\.)*"|[^,]+/g) ?? [];
  return found.map((one) => {
    const text = one.trim();
    return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
  });
}

/** A text in MySQL's SQL. */
export const quotedText = (value: string): string => `'${value.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;

/** How a dialect counts from the end of an array. */
export type FromEnd = (back: number) => string;

export const SQLITE_END: FromEnd = (back) => `[#-${back}]`;

/** A path as MySQL and SQLite write it. */
export function pathText(steps: readonly JsonStep[], fromEnd: FromEnd = SQLITE_END): string {
  const parts = steps.map((step) => {
    if ('key' in step) return PLAIN_KEY.test(step.key) ? `.${step.key}` : `.${JSON.stringify(step.key)}`;
    return step.index < 0 ? fromEnd(-step.index) : `[${step.index}]`;
  });
  return `$${parts.join('')}`;
}

/** A path as PostgreSQL's jsonb_set and its like take it: `{a,0}`. */
export function arrayText(steps: readonly JsonStep[]): string {
  const parts = steps.map((step) => {
    if ('index' in step) return String(step.index);
    return PLAIN_KEY.test(step.key) ? step.key : JSON.stringify(step.key);
  });
  return `{${parts.join(',')}}`;
}

/** The text that an expression is written as; undefined where it is no literal. */
export const literalText = (node: Expression | undefined): string | undefined =>
  node?.kind === 'string' ? node.value : undefined;
