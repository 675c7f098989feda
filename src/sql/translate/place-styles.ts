import type { Parameter, Statement } from '../ast/index.js';
import { walk } from '../ast/index.js';
import type { Dialect, DialectName } from '../dialects/index.js';
import { tokenize } from '../lexer/tokenize.js';

/** A translated text with its places for values as the target's drivers take them. */
export interface PlacedText {
  readonly sql: string;
  /** For each place, in order, the parameter of the source that it takes, as the source spells it. */
  readonly parameters: readonly string[];
}

/** How a numbered place is spelled; `?` alone where each stands once and in order. */
const NUMBERED: Readonly<Record<DialectName, (number: number, inOrder: boolean) => string>> = {
  POSTGRESQL: (number) => `$${number}`,
  MYSQL: () => '?',
  SQLITE: (number, inOrder) => (inOrder ? '?' : `?${number}`),
};

/**
 * Writes the numbered places of a translation in the target's style. MySQL's have no numbers: a parameter that is used
 * twice has two places there, and `parameters` says which place takes which.
 */
export function inStyleOf(target: Dialect, sql: string, source: Statement): PlacedText {
  if (!/[$:]/.test(sql)) return { sql, parameters: [] };
  const places = tokenize(sql, target).filter(({ kind }) => kind === 'placeholder');
  const numbers = places.map((token) => ('number' in token ? token.number : 0));
  const inOrder = numbers.every((number, index) => number === index + 1);
  const spelled = spellings(source);
  const parameters: string[] = [];
  let written = '';
  let end = 0;
  for (const [index, token] of places.entries()) {
    const number = numbers[index] as number;
    const text = number === 0 ? token.text : NUMBERED[target.name](number, inOrder);
    written += sql.slice(end, token.start) + text;
    end = token.end;
    parameters.push(number === 0 ? token.text : (spelled.get(number) ?? text));
  }
  return { sql: written + sql.slice(end), parameters };
}

/** The source's spellings of numbered places, a `?` by its number. */
function spellings(source: Statement): Map<number, string> {
  const found = new Map<number, string>();
  for (const { number, spelling } of placesOf(source)) if (number !== undefined) found.set(number, spelling);
  for (const number of numberedPlaces(source).values()) found.set(number, `?${number}`);
  return found;
}

const NO_PLACES: ReadonlyMap<Parameter, number> = new Map();

/**
 * The numbers of places without one, in the order in which they stand.
 * @param sql what the statement was read from: without a question mark in it, it need not be walked
 */
export function numberedPlaces(statement: Statement, sql = '?'): ReadonlyMap<Parameter, number> {
  if (!sql.includes('?')) return NO_PLACES;
  const found = placesOf(statement).filter(({ number }) => number === undefined);
  if (found.length === 0) return NO_PLACES;
  found.sort((a, b) => a.span.start - b.span.start);
  return new Map(found.map((node, index) => [node, index + 1]));
}

/** Places for values without a name. */
function placesOf(statement: Statement): Parameter[] {
  const found: Parameter[] = [];
  walk(statement, (node) => {
    if (node.kind === 'parameter' && node.name === undefined) found.push(node);
    return true;
  });
  return found;
}
