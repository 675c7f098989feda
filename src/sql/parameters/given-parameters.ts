import type { StatementText } from '../analysis/split-statements.js';
import { badParameters, type NamedValues, type PlaceholderUse, type ValueKey } from './placeholder-uses.js';

/** The highest number of a placeholder, and the most slots: SQLite's limit, the lowest of the three engines'. */
export const MAX_PARAMETERS = 32_766;

/** Parameters as they were given: none, by position or by name. */
export interface GivenParameters {
  readonly positional?: readonly unknown[];
  readonly named?: NamedValues;
}

/** Reads `params`: an array, an object, or neither where there are none. */
export function givenParameters(params: unknown): GivenParameters {
  if (params === undefined || params === null) return {};
  if (Array.isArray(params)) return { positional: params };
  if (typeof params === 'object') return { named: params as NamedValues };
  throw badParameters(
    `The parameters are a ${typeof params}, where a list or an object is wanted.`,
    'Give values by position ([1, "a"]) or by name ({ "id": 1 }).',
  );
}

/** A placeholder with the key of its value: an index, or a name. */
export interface KeyedUse extends PlaceholderUse {
  readonly source: number | string;
}

/**
 * Gives each placeholder the index or the name of its value, once it is sure that placeholders
 * and values fit each other with none left over.
 */
export function matchPlaceholders(
  statement: StatementText,
  uses: readonly PlaceholderUse[],
  given: GivenParameters,
  isPart = false,
): KeyedUse[] {
  refuseMixedStyles(statement, uses);
  if (uses[0] !== undefined) refuseWrongForm(statement, uses[0], given);
  let next = 0;
  const keyed = uses.map((use) => {
    refuseWrongNumber(statement, use);
    return { ...use, source: source(use.key, () => next++) };
  });
  // what a part of a statement leaves, others take
  if (isPart) return keyed;
  if (given.named !== undefined || uses[0]?.key.family === 'named') checkNames(statement, keyed, given.named ?? {});
  else checkPositions(statement, keyed, given.positional ?? []);
  return keyed;
}

function source(key: ValueKey, next: () => number): number | string {
  if (key.family === 'named') return key.name;
  return key.family === 'numbered' ? key.number - 1 : next();
}

const STYLE_OF_FAMILY = { positional: '?', numbered: '$1', named: ':name' } as const;

function refuseMixedStyles(statement: StatementText, uses: readonly PlaceholderUse[]): void {
  const family = uses[0]?.key.family;
  const other = uses.find((use) => use.key.family !== family);
  if (family === undefined || other === undefined) return;
  const styles = `${STYLE_OF_FAMILY[family]} and ${STYLE_OF_FAMILY[other.key.family]}`;
  throw badParameters(`The statement mixes placeholders of two styles, ${styles}.`, 'Write them all in one style.', {
    statement,
    token: other.token,
  });
}

function refuseWrongForm(statement: StatementText, first: PlaceholderUse, given: GivenParameters): void {
  const at = { statement, token: first.token };
  if (first.key.family === 'named' && given.positional !== undefined) {
    throw badParameters(
      'The statement has named placeholders, and the parameters are a list.',
      'Give an object with a value for each name.',
      at,
    );
  }
  if (first.key.family !== 'named' && given.named !== undefined) {
    throw badParameters(
      'The statement’s placeholders go by position, and the parameters are an object.',
      'Give a list of values, or name the placeholders: :name.',
      at,
    );
  }
}

function refuseWrongNumber(statement: StatementText, { key, token }: PlaceholderUse): void {
  if (key.family !== 'numbered' || (key.number >= 1 && key.number <= MAX_PARAMETERS)) return;
  throw badParameters(`There is no placeholder ${token.text}.`, `Numbers go from 1 to ${MAX_PARAMETERS}.`, {
    statement,
    token,
  });
}

function checkNames(statement: StatementText, uses: readonly KeyedUse[], named: NamedValues): void {
  const missing = uses.filter((use) => !Object.hasOwn(named, use.source));
  if (missing[0] !== undefined) {
    const names = [...new Set(missing.map((use) => String(use.source)))];
    const hint = 'Give each name a value; null stands for NULL.';
    throw badParameters(`No value is given for ${names.join(', ')}.`, hint, { statement, token: missing[0].token });
  }
  const used = new Set(uses.map((use) => use.source));
  const unused = Object.keys(named).filter((name) => !used.has(name));
  if (unused.length === 0) return;
  throw badParameters(
    `The statement has no placeholder for ${unused.join(', ')}.`,
    'Take the values out, or use their names in the statement: :name.',
  );
}

function checkPositions(statement: StatementText, uses: readonly KeyedUse[], values: readonly unknown[]): void {
  const wanted = uses.reduce((most, use) => Math.max(most, Number(use.source) + 1), 0);
  const counts = `The statement takes ${count(wanted, 'value')}, and ${values.length} ${were(values.length)} given.`;
  const short = uses.find((use) => Number(use.source) >= values.length);
  if (short !== undefined) {
    throw badParameters(counts, 'Give a value for each placeholder; null stands for NULL.', {
      statement,
      token: short.token,
    });
  }
  if (values.length > wanted) throw badParameters(counts, 'Take out the values that no placeholder asks for.');
  const used = new Set(uses.map((use) => use.source));
  const unused = values.findIndex((_, index) => !used.has(index));
  if (unused < 0) return;
  throw badParameters(
    `No placeholder uses value ${unused + 1} of ${values.length}.`,
    `Use it as $${unused + 1}, or take it out and count the others anew.`,
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function were(number: number): string {
  return number === 1 ? 'was' : 'were';
}
