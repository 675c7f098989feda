import type { DialectName } from '../dialects/dialect.js';
import type {
  FunctionClass,
  FunctionRow,
  LiteralCase,
  NullRule,
  PerDialect,
  ReturnRule,
  Spelling,
  Volatility,
} from './function-row.js';

/**
 * Names by dialect, separated by spaces. A name may say with how many arguments it is meant:
 * `log/1`, `round/1-2`, `max/2+`; without, with any number.
 */
export interface Names {
  readonly pg?: string;
  readonly my?: string;
  readonly lite?: string;
}

interface Extras {
  readonly literalCases?: readonly LiteralCase[];
  readonly caveat?: string;
}

type Returns = ReturnRule | PerDialect<ReturnRule>;
type Nullability = NullRule | PerDialect<NullRule>;

/** Makes one row. */
export type RowBuilder = (
  meaning: string,
  returns: Returns,
  nullability: Nullability,
  names: Names,
  extras?: Extras,
) => FunctionRow;

const DIALECT_OF_KEY: Readonly<Record<keyof Names, DialectName>> = { pg: 'POSTGRESQL', my: 'MYSQL', lite: 'SQLITE' };
const SPELLING = /^([^/]+)(?:\/(\d+)(?:(\+)|-(\d+))?)?$/;

function spelling(text: string): Spelling {
  const [, name, least, more, most] = SPELLING.exec(text) ?? [];
  if (name === undefined) throw new TypeError(`No spelling of a function: ${text}`);
  const minArguments = Number(least ?? 0);
  const maxArguments = least === undefined || more !== undefined ? Infinity : Number(most ?? least);
  return { name, minArguments, maxArguments };
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

function spellings(names: Names): FunctionRow['names'] {
  const entries = (['pg', 'my', 'lite'] as const).map((key): [DialectName, Spelling[]] => [
    DIALECT_OF_KEY[key],
    words(names[key] ?? '').map(spelling),
  ]);
  return Object.freeze(Object.fromEntries(entries.filter(([, list]) => list.length > 0)));
}

const builder =
  (functionClass: FunctionClass, volatility: Volatility): RowBuilder =>
  (meaning, returns, nullability, names, extras = {}) =>
    Object.freeze({
      meaning,
      class: functionClass,
      volatility,
      literalCases: extras.literalCases ?? [],
      returns,
      nullability,
      names: spellings(names),
      builtIn: true,
      ...(extras.caveat !== undefined && { caveat: extras.caveat }),
    });

/** Scalar functions by their volatility. */
export const pure = builder('scalar', 'PURE');
export const session = builder('scalar', 'SESSION');
export const volatile = builder('scalar', 'VOLATILE');
export const effects = builder('scalar', 'EFFECTS');

/** Functions over a group; they are pure where nothing else is said. */
export const aggregate = builder('aggregate', 'PURE');
export const aggregateWithEffects = builder('aggregate', 'EFFECTS');

/** Functions that need an OVER clause. */
export const windowed = builder('window', 'PURE');

/** Functions that answer with rows, by their volatility. */
export const rowsPure = builder('table', 'PURE');
export const rowsOfSession = builder('table', 'SESSION');
export const rowsVolatile = builder('table', 'VOLATILE');
export const rowsWithEffects = builder('table', 'EFFECTS');

/**
 * Rows that one dialect has alone and that agree in all but their names. An entry of the list is a
 * name, whose meaning is called the same, or `meaning=name,name` where that is taken or has several names; each with how
 * many arguments it takes.
 */
export function each(
  build: RowBuilder,
  dialect: keyof Names,
  returns: Returns,
  nullability: Nullability,
  list: string,
): FunctionRow[] {
  return words(list).map((entry) => {
    const [meaning, names] = entry.split('=') as [string, string | undefined];
    const called = (names ?? meaning).replaceAll(',', ' ');
    return build(meaning.split('/')[0] as string, returns, nullability, { [dialect]: called });
  });
}

/** Marks rows as an extension's: whether the engine has them is not known. */
export const fromExtension = (rows: readonly FunctionRow[]): FunctionRow[] =>
  rows.map((row) => Object.freeze({ ...row, builtIn: false }));
