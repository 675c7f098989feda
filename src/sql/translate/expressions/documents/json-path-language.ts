/**
 * Paths of PostgreSQL's own language, as far as documents are asked by them every day: keys, indexes, all elements of one
 * array, and a condition on these.
 *
 * https://www.postgresql.org/docs/current/functions-json.html#FUNCTIONS-SQLJSON-PATH
 */

import { arrayText, stepsOf, type JsonStep } from './json-paths.js';

/** What has to hold of a document of this name, as PostgreSQL asks it. */
export type Condition = (document: string) => string;

export interface PathQuery {
  /** To the document, or to the array whose elements are meant. */
  readonly steps: readonly JsonStep[];
  /** Whether each element is meant, and not the whole; a condition on what is an array is one on each element as well. */
  readonly each: boolean;
  /** Whether what is no array there stands for itself. */
  readonly wrapped?: boolean;
  readonly holds: Condition | undefined;
  /** From there on. */
  readonly rest: readonly JsonStep[];
}

const PATH =
  /^\s*(?:lax\s+)?(\$(?:\.(?:"[^"]*"|\w+)|\[\d+\])*)(\[\*\])?((?:\.(?:"[^"]*"|\w+)|\[\d+\])*)\s*(?:\?\s*\((.*)\)\s*((?:\.(?:"[^"]*"|\w+)|\[\d+\])*))?\s*$/s;

/** @returns undefined where a path has more than this: strict ones, methods, variables, several arrays */
export function readPathQuery(path: string): PathQuery | undefined {
  const [, start, all, beyond = '', condition, behind = ''] = PATH.exec(path) ?? [];
  if (start === undefined || (all === undefined && beyond !== '') || (condition !== undefined && beyond !== ''))
    return undefined;
  const [steps, rest] = [stepsOf(start), stepsOf(`$${beyond}${behind}`)];
  const holds = condition === undefined ? undefined : readCondition(condition);
  if (steps === undefined || rest === undefined || (condition !== undefined && holds === undefined)) return undefined;
  const wrapped = condition !== undefined && all === undefined && steps.length > 0;
  return { steps, each: all !== undefined || wrapped, wrapped, holds, rest };
}

/**
 * The elements of the array at a place, in lax mode: what is no array is its only element. They are called `_.v`, in the
 * order of `_.n`.
 */
export function elementsAt(document: string, steps: readonly JsonStep[], wrapped: boolean): string {
  const place = placeIn(document, steps);
  const array = wrapped
    ? `CASE WHEN jsonb_typeof(${place}) = 'array' THEN ${place} WHEN ${place} IS NOT NULL THEN jsonb_build_array(${place}) END`
    : place;
  return `jsonb_array_elements(${array}) WITH ORDINALITY AS _ (v, n)`;
}

const STEPS = String.raw`(?:\.(?:"[^"]*"|\w+)|\[\d+\])*`;
const TESTED = new RegExp(String.raw`^\s*(?:lax\s+)?\$(${STEPS})(\[\*\])?(${STEPS})\s*(==|!=|<>|<=|>=|<|>)(.*)$`, 's');

/**
 * What a path that is a condition asks of a document, `$.a.b > 5 && $.c[*] == "x"`: whether any of the values at a place
 * holds. https://www.postgresql.org/docs/current/functions-json.html#FUNCTIONS-SQLJSON-CHECK-EXPRESSIONS
 */
export function readPathCondition(path: string): Condition | undefined {
  for (const [sign, word] of JOINED) {
    if (!path.includes(sign)) continue;
    const parts = path.split(sign).map(readPathCondition);
    const known = parts.filter((part) => part !== undefined);
    if (known.length < parts.length) return undefined;
    return (document) => `(${known.map((part) => part(document)).join(` ${word} `)})`;
  }
  const inner = /^\s*\((.*)\)\s*$/s.exec(path)?.[1];
  if (inner !== undefined && !/[()]/.test(inner)) return readPathCondition(inner);
  const [, start, all, beyond = '', sign, value] = TESTED.exec(path) ?? [];
  const steps = start === undefined || (all === undefined && beyond !== '') ? undefined : stepsOf(`$${start}`);
  const holds = steps && readCondition(`@${beyond} ${sign}${value}`);
  return (
    holds &&
    ((document) => `EXISTS (SELECT 1 FROM ${elementsAt(document, steps, all === undefined)} WHERE ${holds('_.v')})`)
  );
}

/** A document's place by PostgreSQL's operators. */
export const placeIn = (document: string, steps: readonly JsonStep[]): string =>
  steps.length === 0 ? document : `${document} #> '${arrayText(steps).replaceAll("'", "''")}'`;

const textIn = (document: string, steps: readonly JsonStep[]): string =>
  `${document} #>> '${arrayText(steps).replaceAll("'", "''")}'`;

/** Comparisons that are joined by `&&`, or by `||`. */
function readCondition(condition: string): Condition | undefined {
  for (const [sign, word] of JOINED) {
    if (!condition.includes(sign)) continue;
    const parts = condition.split(sign).map(readCondition);
    const known = parts.filter((part) => part !== undefined);
    if (known.length < parts.length) return undefined;
    return (document) => `(${known.map((part) => part(document)).join(` ${word} `)})`;
  }
  return existence(condition) ?? comparison(condition);
}

const JOINED = [
  ['||', 'OR'],
  ['&&', 'AND'],
] as const;

const EXISTS = /^\s*exists\s*\(\s*@((?:\.(?:"[^"]*"|\w+)|\[\d+\])*)\s*\)\s*$/;

function existence(written: string): Condition | undefined {
  const path = EXISTS.exec(written)?.[1];
  const steps = path === undefined ? undefined : stepsOf(`$${path}`);
  return steps && ((document) => `${placeIn(document, steps)} IS NOT NULL`);
}

const COMPARISON =
  /^\s*@((?:\.(?:"[^"]*"|\w+)|\[\d+\])*)\s*(==|!=|<>|<=|>=|<|>)\s*(-?\d+(?:\.\d+)?|"[^"\\]*"|true|false|null)\s*$/;

const OPERATORS: Readonly<Record<string, string>> = { '==': '=', '!=': '<>' };

/** A value of one type compares with its own alone. */
function comparison(written: string): Condition | undefined {
  const [, path, sign = '', literal = ''] = COMPARISON.exec(written) ?? [];
  const steps = path === undefined ? undefined : stepsOf(`$${path}`);
  if (steps === undefined) return undefined;
  const operator = OPERATORS[sign] ?? sign;
  const typed =
    (type: string, test: (text: string) => string): Condition =>
    (document) =>
      `(jsonb_typeof(${placeIn(document, steps)}) = '${type}' AND ${test(textIn(document, steps))})`;
  if (/^[-\d]/.test(literal)) return typed('number', (text) => `CAST(${text} AS numeric) ${operator} ${literal}`);
  if (literal.startsWith('"')) {
    const value = literal.slice(1, -1).replaceAll("'", "''");
    return typed('string', (text) => `${text} ${operator} '${value}'`);
  }
  if (operator !== '=') return undefined;
  return literal === 'null' ? typed('null', () => 'true') : typed('boolean', (text) => `${text} = '${literal}'`);
}
