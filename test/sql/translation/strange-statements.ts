import fc from 'fast-check';
import { DragomanError } from '../../../src/errors/index.js';
import {
  rewrite,
  walk,
  type Expression,
  type FunctionCall,
  type Node,
  type Statement,
} from '../../../src/sql/ast/index.js';
import {
  analyse,
  dialects,
  generate,
  parseStatement,
  translateStatement,
  type DialectName,
} from '../../../src/sql/index.js';
import { functionRows } from '../../../src/sql/functions/index.js';
import { allFixtures } from '../fixtures/read-fixtures.js';
import { CHANGES } from './changes/cases/index.js';
import { CORPUS } from './corpus/index.js';
import { shopCatalogue } from './shop.js';

/** The same statements in every run, so that a red run is red again; `FUZZ_SEED=7 npm test` makes others. */
export const SEED = Number(process.env.FUZZ_SEED ?? 20_261_127);

const NAMES = Object.keys(dialects) as DialectName[];

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What stands in the place of a literal, a column or an argument: in every dialect something, seldom what is asked for. */
const EVERYWHERE = lines(`
  NULL
  ''
  'abc'
  '2024-02-30'
  '%'
  'é'
  '$.a[*]'
  '['
  0
  -1
  1.5
  1e300
  99999999999999999999999999
  2147483648
  id
  x.y.z
  (SELECT 1)
  (SELECT id FROM orders)
  (SELECT 1, 2)
  CASE WHEN id > 1 THEN 'a' END
  CASE id WHEN NULL THEN 1 ELSE 'x' END
  id + 1
  'a' || 'b'
  TRUE
  (1, 2)
  id IS NULL
  EXISTS (SELECT 1)
  COUNT(*)
  id IN (1, NULL)
  id BETWEEN 1 AND 'b'
  COALESCE(NULL, id)
  SUM(id) OVER (ORDER BY id)
  CAST(id AS INTEGER)
  CAST('1' AS DECIMAL(10, 2))
  LOWER(UPPER(name))
  -(-id)
  NOT id
  id LIKE 'a%'
  1 / 0
  MAX(id)
  ?
  CURRENT_DATE
  CAST(id AS DATE)
  JSON_OBJECT('a', 1)`);

const OWN: Readonly<Record<DialectName, readonly string[]>> = {
  POSTGRESQL: lines(`
    ARRAY[1, NULL]
    ARRAY[]::text[]
    '{1,{2}'::int[]
    ARRAY(SELECT id FROM orders)
    INTERVAL '1 day'
    INTERVAL 'x'
    id::text
    id::timestamptz
    ROW(1, 'a')
    attributes->'a'->>0
    attributes #>> '{a,b}'
    attributes @> '{}'
    now() - id
    date '2024-01-31' - date '2024-02-30'
    id AT TIME ZONE 'Europe/Berlin'
    '[1,2)'::int4range
    $1
    (ARRAY[1, 2])[1]
    id = ANY (ARRAY[1, 2])
    id = ALL (SELECT 1)
    name ~ '(['
    E'\\n'
    b'101'
    EXTRACT(EPOCH FROM id)
    string_agg(name, ',' ORDER BY id)
    to_char(id, 'FM999')
    generate_series(1, id)
    'infinity'::date`),
  MYSQL: lines(`
    x'4G'
    x'41'
    0x41
    b'101'
    _utf8mb4'a'
    @x
    @@version
    attributes->'$.a'
    attributes->>'$[last]'
    DATE_ADD(id, INTERVAL 1 DAY)
    id + INTERVAL '1:1' MINUTE_SECOND
    id <=> NULL
    id DIV 0
    NOT id REGEXP '(['
    GROUP_CONCAT(DISTINCT id ORDER BY id SEPARATOR '|')
    STR_TO_DATE(id, '%x')
    DATE_FORMAT(id, '%')
    CONVERT(id USING latin1)
    CAST(id AS UNSIGNED)
    id XOR 1
    ~id << 70
    "text"
    TIME '838:59:59'
    DATE '0000-00-00'
    VALUES(id)
    MATCH (name) AGAINST ('x')`),
  SQLITE: lines(`
    x'4G'
    x'41'
    attributes->'$.a'
    attributes->>0
    id GLOB '[a-'
    name MATCH 'x'
    id IS 1
    datetime('now', id)
    strftime('%', id)
    printf('%*d', id)
    iif(id, 1, 2)
    group_concat(id)
    id COLLATE NOCASE
    "nothing"
    [id]
    id ISNULL
    9223372036854775808
    CAST(id AS nonsense)
    json_extract(attributes, '$.a', '$[#-1]')
    max(id, name)
    max(id)
    rowid
    :name
    ?5`),
};

/** One change of a statement: at which of its places, and what. */
interface Change {
  readonly at: number;
  readonly how: 'replace' | 'drop last' | 'drop first' | 'double' | 'drop all';
  readonly strange: number;
}

export interface StrangeStatement {
  readonly sql: string;
  readonly from: DialectName;
  readonly to: DialectName;
  /** Whether the types of the shop's columns are known. */
  readonly isTyped: boolean;
}

const STATEMENTS = [
  ...CORPUS.flatMap(([, dialect, cases]) => cases.map(({ sql }) => [dialect, sql] as const)),
  ...CHANGES.flatMap(([, dialect, cases]) => cases.map(({ sql }) => [dialect, sql] as const)),
  ...NAMES.flatMap((dialect) => allFixtures(dialect).map(({ sql }) => [dialect, sql] as const)),
];

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(1000),
  how: fc.constantFrom<Change['how'][]>(
    'replace',
    'replace',
    'replace',
    'drop last',
    'drop first',
    'double',
    'drop all',
  ),
  strange: fc.nat(1000),
});

/** A statement of the corpus with other values, and other numbers of arguments, than anybody would write. */
export const strangeStatements: fc.Arbitrary<StrangeStatement> = fc
  .record({
    at: fc.nat(STATEMENTS.length - 1),
    to: fc.nat(1),
    isTyped: fc.boolean(),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
  })
  .map(({ at, to, isTyped, changes }) => {
    const [from, sql] = STATEMENTS[at] as (typeof STATEMENTS)[number];
    return {
      sql: changed(sql, from, changes),
      from,
      to: NAMES.filter((name) => name !== from)[to] as DialectName,
      isTyped,
    };
  });

const FUNCTIONS = NAMES.flatMap((dialect) =>
  functionRows.flatMap((row) => (row.names[dialect] ?? []).map((spelling) => [dialect, row, spelling] as const)),
);

/** A call of a function by its name, with as many arguments as it takes or one more or less, of any kind. */
export const strangeCalls: fc.Arbitrary<StrangeStatement> = fc
  .record({
    at: fc.nat(FUNCTIONS.length - 1),
    to: fc.nat(1),
    isTyped: fc.boolean(),
    more: fc.integer({ min: -1, max: 2 }),
    values: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
    behind: fc.constantFrom('', '', '', '', ' OVER (ORDER BY id)', ' FILTER (WHERE id > 1)'),
  })
  .map(({ at, to, isTyped, more, values, behind }) => {
    const [from, row, { name, minArguments }] = FUNCTIONS[at] as (typeof FUNCTIONS)[number];
    const given = values.slice(0, Math.max(0, minArguments + more)).map((value) => strangeOf(value, from));
    const call = `${/^\w+$/.test(name) ? name : `"${name}"`}(${given.join(', ')})${behind}`;
    const sql = row.class === 'table' ? `SELECT * FROM orders, ${call} AS x` : `SELECT ${call} FROM orders`;
    return { sql, from, to: NAMES.filter((one) => one !== from)[to] as DialectName, isTyped };
  });

function changed(sql: string, from: DialectName, changes: readonly Change[]): string {
  let text = sql;
  for (const one of changes) {
    try {
      text = generate(withChange(parseStatement(text, dialects[from]), one, from), dialects[from]);
    } catch (error) {
      // what can't be written is no statement
      if (!(error instanceof DragomanError)) throw error;
    }
  }
  return text;
}

function withChange(tree: Statement, { at, how, strange }: Change, from: DialectName): Statement {
  const isPlace = how === 'replace' ? isValue : isCall;
  const places: Node[] = [];
  walk(tree, (node) => {
    if (isPlace(node)) places.push(node);
    return true;
  });
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return tree;
  const made =
    how === 'replace' ? expressionOf(strangeOf(strange, from), from) : withArguments(place as FunctionCall, how);
  return rewrite(tree, (node) => (node === place ? made : node));
}

const VALUES: ReadonlySet<string> = new Set([
  'string',
  'number',
  'column',
  'null',
  'boolean',
  'typed-literal',
  'cast',
  'call',
]);
const isValue = ({ kind }: Node): boolean => VALUES.has(kind);
const isCall = (node: Node): node is FunctionCall => node.kind === 'call';

const ARGUMENTS: Readonly<
  Record<Exclude<Change['how'], 'replace'>, (list: readonly Expression[]) => readonly Expression[]>
> = {
  'drop last': (list) => list.slice(0, -1),
  'drop first': (list) => list.slice(1),
  double: (list) => [...list.slice(0, 1), ...list],
  'drop all': () => [],
};

/** The call with other arguments, and commas between them. */
function withArguments({ separators: _, ...call }: FunctionCall, how: keyof typeof ARGUMENTS): FunctionCall {
  return { ...call, arguments: ARGUMENTS[how](call.arguments) };
}

function strangeOf(at: number, from: DialectName): string {
  const all = [...EVERYWHERE, ...OWN[from]];
  return all[at % all.length] as string;
}

function expressionOf(text: string, from: DialectName): Expression {
  const tree = parseStatement(`SELECT ${text}`, dialects[from]);
  const [item] = tree.kind === 'query' && tree.body.kind === 'select' ? tree.body.columns : [];
  if (item === undefined) throw new TypeError(`No expression: ${text}`);
  return item.expression;
}

/** What was written for the target is to be read by its grammar. */
function readAgain(sql: string, dialect: DialectName): void {
  try {
    parseStatement(sql, dialects[dialect]);
  } catch (error) {
    throw new Error(`The translation can’t be read: ${sql}`, { cause: error });
  }
}

/** Of the processor's time, whatever else the machine does. */
const LONGEST_MS = 2000;

/** Reads, analyses and translates; throws where anything but a coded error with a place comes of it, or where it takes too long. */
export function expectToEndWell({ sql, from, to, isTyped }: StrangeStatement): void {
  const started = process.cpuUsage();
  try {
    const tree = parseStatement(sql, dialects[from]);
    analyse(tree, dialects[from]);
    const { statements } = translateStatement(
      tree,
      sql,
      { from: dialects[from], to: dialects[to] },
      { catalogue: isTyped ? shopCatalogue : undefined },
    );
    for (const statement of statements) readAgain(statement, to);
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    if (error.details.position === undefined) throw new Error(`${error.code} without a place`, { cause: error });
  }
  const { user, system } = process.cpuUsage(started);
  const tookMs = (user + system) / 1000;
  if (tookMs > LONGEST_MS) throw new Error(`It takes ${Math.round(tookMs)} ms.`);
}
