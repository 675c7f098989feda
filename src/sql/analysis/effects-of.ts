import {
  asked,
  walk,
  type Expression,
  type FunctionCall,
  type Name,
  type Node,
  type QualifiedName,
  type Statement,
} from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { typeOfDataType } from '../typing/type-names/index.js';
import { functionRow, volatilityOf, type Volatility } from '../functions/index.js';
import { commandEffect } from '../parser/administration/index.js';
import { foldPath, nameKey } from './folded-names.js';
import { functionOfCall } from './function-of-call.js';

/**
 * Whether a statement only reads: `UNSURE` where it calls what is not known, so that it may go down a read path that the
 * engine itself keeps from writing, and down no other.
 */
export type Reads = 'YES' | 'UNSURE' | 'NO';

export interface StatementEffects {
  readonly reads: Reads;
  /** Whether the same statement may answer differently on the same data. */
  readonly isVolatile: boolean;
  /** What it calls alone, whatever else it does: `YES` where every function is known to do no more than answer. */
  readonly calls: Reads;
  /** Whether it may see what an earlier statement left in its session: a setting, a variable, the last key given. */
  readonly seesSession: boolean;
  /**
   * Names by which it calls functions of the engine's, or may: PostgreSQL reads `a.f` as `f(a)` where `a` has no such
   * column. A function of a user's that goes by the same name may be called in their place.
   */
  readonly names: readonly string[];
}

export function effectsOf(statement: Statement, dialect: Dialect): StatementEffects {
  const gathered = new EffectsReader(dialect);
  walk(statement, (node) => {
    gathered.note(node);
    return true;
  });
  return gathered.of(statement);
}

/** Gathers the effects of the nodes of one statement. */
export class EffectsReader {
  /** Whether something stands in it that changes rows, locks them, or puts them somewhere. */
  #changes = false;
  #isVolatile = false;
  /** What is called alone tells, whatever the statement does. */
  #calls: Reads = 'YES';
  #seesSession = false;
  readonly #names = new Set<string>();

  constructor(readonly dialect: Dialect) {}

  note(node: Node): void {
    if (CHANGES.has(node.kind)) this.#changes = true;
    const name = (CALLED_NAMES[node.kind] as NameOf<Node> | undefined)?.(node, this.dialect);
    if (name !== undefined) this.#names.add(nameKey(name, this.dialect));
    const judge = VOLATILITIES[node.kind] as Judge<Node> | undefined;
    const volatility = judge === undefined ? 'PURE' : judge(node, this.dialect);
    if (volatility === 'PURE') return;
    this.#isVolatile = true;
    if (volatility !== 'VOLATILE') this.#seesSession = true;
    if (volatility === 'EFFECTS') this.#calls = 'NO';
    if (volatility === 'UNKNOWN' && this.#calls === 'YES') this.#calls = 'UNSURE';
  }

  /** What the nodes, all of which were noted, come to. */
  of(statement: Statement): StatementEffects {
    const rule = STATEMENTS[statement.kind] ?? 'changes';
    const known = typeof rule === 'function' ? rule(statement as never, this.dialect) : rule;
    const calls = this.#calls;
    const within = { calls, seesSession: this.#seesSession, names: [...this.#names] };
    if (known === 'changes') {
      return {
        reads: 'NO',
        isVolatile: this.#isVolatile,
        ...within,
        seesSession: !isChange(statement) || within.seesSession,
      };
    }
    // a plan may be made by calling what is constant: EXPLAIN SELECT GET_LOCK('a', 1); also what the text does not show,
    // such as the default of a column that an INSERT would fill
    if (known === 'answers') {
      const planned = statement.kind === 'explain' && calls === 'YES' ? 'UNSURE' : calls;
      return { ...within, reads: calls, isVolatile: true, calls: planned, seesSession: true };
    }
    const isVolatile = this.#isVolatile || statement.kind === 'explain';
    return { ...within, reads: this.#changes ? 'NO' : calls, isVolatile };
  }
}

/** Whether it does no more to a session than what stands in it. */
const isChange = ({ kind }: Statement): boolean =>
  kind === 'insert' || kind === 'update' || kind === 'delete' || kind === 'merge';

/** `answers`: reads settings or schemas. `within`: what is inside tells. `changes`: rows, schemas or sessions. */
type StatementRule = 'answers' | 'within' | 'changes';

const STATEMENTS: {
  readonly [K in Statement['kind']]?:
    StatementRule | ((statement: Extract<Statement, { kind: K }>, dialect: Dialect) => StatementRule);
} = {
  query: 'within',
  // its WHERE is no tree, and may call what it likes
  show: ({ text }) => (text.includes('(') ? 'changes' : 'answers'),
  pragma: ({ name, value }, dialect) => {
    const last = name.parts[name.parts.length - 1];
    const known = last === undefined ? undefined : dialect.statements.readPragmas.get(last.value.toLowerCase());
    return known === 'with-argument' || (known === 'alone' && value === undefined) ? 'answers' : 'changes';
  },
  // a plan is no answer of the statement's, unless it is run for it; a PRAGMA acts while it is compiled, EXECUTE calls
  explain: ({ analyze, options, statement }) => {
    if (!PLANNED.has(statement.kind) || options.some(({ name }) => /\bINTO\b/.test(name))) return 'changes';
    return analyze ? 'within' : 'answers';
  },
  command: ({ verb }, dialect) => (commandEffect(dialect.name, verb) === 'read' ? 'answers' : 'changes'),
};

/** Kinds of statements that EXPLAIN plans and does not run. */
const PLANNED: ReadonlySet<Node['kind']> = new Set<Node['kind']>([
  ...(['query', 'insert', 'update', 'delete', 'merge', 'create-table', 'create-view'] as const),
]);

/** Kinds of nodes that make a statement no read, wherever they stand in it. */
const CHANGES: ReadonlySet<Node['kind']> = new Set<Node['kind']>([
  ...(['insert', 'update', 'delete', 'merge', 'create-table', 'create-view', 'command', 'prepared'] as const),
  ...(['into', 'locking', 'variable-assignment'] as const),
]);

type NameOf<N extends Node> = (node: N, dialect: Dialect) => Name | undefined;

/** Kinds of nodes that call functions by their names, or may. */
const CALLED_NAMES: { readonly [K in Node['kind']]?: NameOf<Extract<Node, { kind: K }>> } = {
  call: ({ name }) => name.parts.at(-1),
  field: ({ field }, { features }) => (features.composites ? field : undefined),
  column: ({ parts }, { features }) => (features.composites && parts.length > 1 ? parts.at(-1) : undefined),
};

type Judge<N extends Node> = (node: N, dialect: Dialect) => Volatility | 'UNKNOWN';

/** Kinds of nodes that may be more than pure. */
const VOLATILITIES: { readonly [K in Node['kind']]?: Judge<Extract<Node, { kind: K }>> } = {
  call: volatilityOfCall,
  operator: volatilityOfOperator,
  'in-table': ({ table, arguments: values }, dialect) => {
    if (callsFunction(table, dialect)) return 'EFFECTS';
    return values === undefined ? 'PURE' : 'UNKNOWN';
  },
  quantified: ({ operator }, dialect) =>
    typeof operator === 'object' && !dialect.statements.ownOperators.has(operator.symbol) ? 'UNKNOWN' : 'PURE',
  'order-item': ({ using }, dialect) =>
    using === undefined || dialect.statements.ownOperators.has(using) ? 'PURE' : 'UNKNOWN',
  // PostgreSQL reads (x).f as f(x) where there is no such field
  field: ({ field }, dialect) => (field === undefined ? 'PURE' : volatilityOfName(field.value, dialect)),
  column: ({ parts }, dialect) =>
    // Oracle's form of a sequence's next value, which MariaDB has in a mode of its own
    (dialect.features.composites &&
      parts.length > 1 &&
      volatilityOfName(parts.at(-1)?.value ?? '', dialect) === 'EFFECTS') ||
    (dialect.features.sequenceValues && parts.length > 1 && /^(?:next|curr)val$/i.test(parts.at(-1)?.value ?? ''))
      ? 'UNKNOWN'
      : 'PURE',
  variable: () => 'SESSION',
  'typed-literal': volatilityOfCast,
  cast: volatilityOfCast,
  'table-sample': ({ method, repeatable }, dialect) => {
    if (!/^(?:system|bernoulli)$/.test(foldPath(method, dialect))) return 'UNKNOWN';
    return repeatable === undefined ? 'VOLATILE' : 'PURE';
  },
  'table-name': ({ name, period }, dialect) => {
    // a period is no tree, and may call what it likes
    if (period?.includes('(') === true) return 'UNKNOWN';
    if (dialect.features.callableTables && callsFunction(name, dialect)) return 'EFFECTS';
    return dialect.statements.systemTables.test(foldPath(name, dialect)) ? 'SESSION' : 'PURE';
  },
};

/** What a call of a function by this name would be; a name that no function has is a field's. */
function volatilityOfName(name: string, dialect: Dialect): Volatility {
  return functionRow(dialect.name, name.toLowerCase())?.volatility ?? 'PURE';
}

/** SQLite calls a function that gives rows without parentheses as well: FROM pragma_optimize. */
function callsFunction({ parts }: QualifiedName, dialect: Dialect): boolean {
  const name = parts[parts.length - 1]?.value.toLowerCase() ?? '';
  return functionRow(dialect.name, name)?.volatility === 'EFFECTS';
}

/** A call is what its row says; one that no row knows, or only an extension's, is unknown. */
function volatilityOfCall(call: FunctionCall, dialect: Dialect): Volatility | 'UNKNOWN' {
  const row = functionOfCall(call, dialect);
  if (row === undefined) return 'UNKNOWN';
  const known = volatilityOf(row, (words) => call.arguments.some((argument) => saysOneOf(words, argument)));
  if (known === 'EFFECTS') return known;
  if (!row.builtIn) return 'UNKNOWN';
  if (known !== 'PURE') return known;
  // what a parameter brings is not known: it may be 'now'
  return row.literalCases.length > 0 && call.arguments.some(({ kind }) => kind === 'parameter') ? 'VOLATILE' : 'PURE';
}

function saysOneOf(words: readonly string[], argument: Expression): boolean {
  return argument.kind === 'string' && asked(argument, (content) => words.includes(content.trim().toLowerCase()));
}

/** An operator is a function that a user may have made, unless it is the engine's own. */
function volatilityOfOperator(
  { symbol, schema }: Extract<Node, { kind: 'operator' }>,
  dialect: Dialect,
): Volatility | 'UNKNOWN' {
  if (schema !== undefined && foldPath(schema, dialect) !== dialect.statements.systemSchema) return 'UNKNOWN';
  return dialect.statements.ownOperators.has(symbol) ? 'PURE' : 'UNKNOWN';
}

const isMoment = (content: string): boolean => MOMENTS.has(content.trim().toLowerCase());

/** 'now'::timestamp is the moment at which the statement is read. */
function volatilityOfCast(
  node: Extract<Node, { kind: 'typed-literal' | 'cast' }>,
  dialect: Dialect,
): Volatility | 'UNKNOWN' {
  // a user's own type may call what it likes: a domain's check, a cast, the reading of its text
  if (dialect.features.typedLiterals === 'any' && typeOfDataType(node.type, dialect) === undefined) return 'UNKNOWN';
  const text = node.kind === 'cast' ? node.operand : node.value;
  if (!dialect.statements.momentsInText || text.kind !== 'string') return 'PURE';
  return asked(text, isMoment) && /^(date|time|abstime)/.test(node.type.name) ? 'VOLATILE' : 'PURE';
}

const MOMENTS: ReadonlySet<string> = new Set(['now', 'today', 'tomorrow', 'yesterday']);
