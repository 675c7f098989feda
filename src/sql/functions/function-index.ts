import type { DialectName } from '../dialects/dialect.js';
import { aggregateFunctions } from './aggregates.js';
import { arrayAndRangeFunctions } from './arrays-and-ranges.js';
import { binaryFunctions } from './binary-and-hashes.js';
import { castFunctions } from './casts.js';
import { catalogueInformation } from './catalogue-information.js';
import { conditionalFunctions } from './conditional.js';
import { functionsWithEffects } from './effects.js';
import { fullTextFunctions } from './full-text.js';
import type { FunctionRow, NullRule, PerDialect, ReturnRule, Spelling, Volatility } from './function-row.js';
import { jsonFunctions } from './json.js';
import { loadableFunctions } from './loadable-functions.js';
import { networkAndXmlFunctions } from './network-and-xml.js';
import { numericFunctions } from './numeric.js';
import { postgresqlExtensions } from './postgresql-extensions.js';
import { pragmaFunctions } from './pragmas.js';
import { randomFunctions } from './random-and-identifiers.js';
import { regularExpressionFunctions } from './regular-expressions.js';
import { serverState } from './server-state.js';
import { sessionFunctions } from './session.js';
import { spatialFunctions } from './spatial.js';
import { tableFunctions } from './table-functions.js';
import { temporalFunctions } from './temporal.js';
import { textFunctions } from './text.js';
import { windowFunctions } from './windows.js';

/** All rows, of all topics. */
export const functionRows: readonly FunctionRow[] = Object.freeze([
  ...textFunctions,
  ...numericFunctions,
  ...conditionalFunctions,
  ...temporalFunctions,
  ...castFunctions,
  ...jsonFunctions,
  ...arrayAndRangeFunctions,
  ...binaryFunctions,
  ...regularExpressionFunctions,
  ...fullTextFunctions,
  ...networkAndXmlFunctions,
  ...spatialFunctions,
  ...aggregateFunctions,
  ...windowFunctions,
  ...tableFunctions,
  ...randomFunctions,
  ...sessionFunctions,
  ...catalogueInformation,
  ...serverState,
  ...pragmaFunctions,
  ...functionsWithEffects,
  ...postgresqlExtensions,
  ...loadableFunctions,
]);

/** From the harmless to the harmful. */
const HARM: Readonly<Record<Volatility, number>> = { PURE: 0, SESSION: 1, VOLATILE: 2, EFFECTS: 3 };
const worse = (one: Volatility, other: Volatility): Volatility => (HARM[other] > HARM[one] ? other : one);

interface Overload {
  readonly spelling: Spelling;
  readonly row: FunctionRow;
}

type Overloads = ReadonlyMap<string, readonly Overload[]>;

/** The most harmful first: who does not know the number of arguments gets that one. */
function overloadsOf(dialect: DialectName): Overloads {
  const overloads = new Map<string, Overload[]>();
  for (const row of functionRows) {
    for (const spelling of row.names[dialect] ?? []) {
      const list = overloads.get(spelling.name) ?? [];
      list.push({ spelling, row });
      overloads.set(spelling.name, list);
    }
  }
  for (const list of overloads.values()) list.sort((a, b) => HARM[b.row.volatility] - HARM[a.row.volatility]);
  return overloads;
}

const OVERLOADS: Readonly<Record<DialectName, Overloads>> = {
  POSTGRESQL: overloadsOf('POSTGRESQL'),
  MYSQL: overloadsOf('MYSQL'),
  SQLITE: overloadsOf('SQLITE'),
};

/**
 * What a dialect means by a function's name.
 *
 * @param name without a schema, and in lower case where the dialect folds names so.
 * @param argumentCount of the call, `count(*)` having none; where it is left out and the count matters,
 *   the most harmful of the rows is the answer.
 * @returns undefined for what is not in the tables (or not with so many arguments): such a function may do anything.
 */
export function functionRow(dialect: DialectName, name: string, argumentCount?: number): FunctionRow | undefined {
  const overloads = OVERLOADS[dialect].get(name.toLowerCase());
  if (overloads === undefined) return undefined;
  if (argumentCount === undefined) return overloads[0]?.row;
  for (const { spelling, row } of overloads)
    if (argumentCount >= spelling.minArguments && argumentCount <= spelling.maxArguments) return row;
  return undefined;
}

/** With how many arguments a dialect knows a function of this name; empty where it knows none. */
export const spellingsOf = (dialect: DialectName, name: string): readonly Spelling[] =>
  OVERLOADS[dialect].get(name.toLowerCase())?.map(({ spelling }) => spelling) ?? [];

/** All meanings by name, for who looks for another dialect's spelling. */
export const rowOfMeaning: ReadonlyMap<string, FunctionRow> = new Map(functionRows.map((row) => [row.meaning, row]));

/**
 * How volatile a call is: its row's volatility, or more where an argument says so (SQLite's `date('now')`).
 *
 * @param says whether an argument is a literal that is one of these words. A column's value may be such a word, too; that is
 *   between the user and their data.
 */
export function volatilityOf(row: FunctionRow, says: (words: readonly string[]) => boolean = () => false): Volatility {
  let volatility = row.volatility;
  for (const { literals, volatility: other } of row.literalCases) {
    if (says(literals)) volatility = worse(volatility, other);
  }
  return volatility;
}

/** The row's rule for the type of the answer, in this dialect. */
export function returnRule(row: FunctionRow, dialect: DialectName): ReturnRule {
  const { returns } = row;
  return isPerDialect(returns) ? returns[dialect] : returns;
}

/** The row's rule for NULL, in this dialect. */
export function nullRule(row: FunctionRow, dialect: DialectName): NullRule {
  const { nullability } = row;
  return typeof nullability === 'string' ? nullability : nullability[dialect];
}

function isPerDialect(returns: FunctionRow['returns']): returns is PerDialect<ReturnRule> {
  return typeof returns !== 'string' && !('rule' in returns);
}
