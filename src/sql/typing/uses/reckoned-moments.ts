import { nameKey } from '../../analysis/folded-names.js';
import { functionOfCall } from '../../analysis/function-of-call.js';
import {
  walk,
  type BinaryExpression,
  type ColumnReference,
  type Expression,
  type Node,
  type WindowSpecification,
} from '../../ast/index.js';
import type { Dialect } from '../../dialects/dialect.js';
import { passedArguments } from '../../functions/index.js';
import type { SqlType } from '../sql-type.js';
import { isNameOfDate, isNameOfTime } from './named-family.js';

/** RANGE BETWEEN INTERVAL '30 days' PRECEDING … */
const hasInterval = ({ frame }: WindowSpecification): boolean =>
  [frame?.start.distance, frame?.end?.distance].some(
    (distance) =>
      distance?.kind === 'interval' || (distance?.kind === 'typed-literal' && distance.type.name === 'interval'),
  );

const COMPARES: ReadonlySet<string> = new Set(['less', 'less-or-equal', 'greater', 'greater-or-equal']);

const isInterval = (node: Expression): boolean =>
  node.kind === 'interval' ||
  ((node.kind === 'typed-literal' || node.kind === 'cast') && node.type.name === 'interval');

const isDifference = (node: Expression): node is BinaryExpression =>
  node.kind === 'binary' && node.operator === 'subtract';

/**
 * Which columns PostgreSQL is asked to reckon with as dates: `ends_at - starts_at`, `born + 30`. It adds nothing to texts, nor
 * writes them by a pattern, so what a table of the target keeps as text is none at home.
 */
export class ReckonedMoments {
  /** By the key of a column: whether numbers are added to it, as to dates alone. */
  readonly #found = new Map<string, boolean>();
  /** Those that have a time, as what they are used for tells. */
  readonly #timed = new Set<string>();
  /** Names that stand for differences, and those that are compared with intervals. */
  readonly #differences = new Map<string, BinaryExpression>();
  readonly #intervals = new Set<string>();

  constructor(
    statement: Node,
    private readonly dialect: Dialect,
  ) {
    walk(statement, (node) => {
      if (node.kind === 'binary' && (node.operator === 'add' || node.operator === 'subtract')) this.#read(node);
      if (node.kind === 'window' && hasInterval(node)) this.#keep(node.orderBy[0]?.expression, false);
      if (node.kind === 'call' && functionOfCall(node, dialect)?.meaning === 'to_char')
        this.#keep(node.arguments[0], false);
      this.#readTimes(node);
      return true;
    });
    for (const name of this.#intervals) this.#markDifference(this.#differences.get(name));
  }

  /**
   * What a column is that the statement reckons with; undefined where it does not, or it may be a number.
   * @param known what the target's table has it as; undefined where nobody tells
   * @returns a type that is undefined where it may be a date or a moment
   */
  typeOf(key: string, known: SqlType | undefined): { readonly type: SqlType | undefined } | undefined {
    const takesDays = this.#found.get(key);
    if (takesDays === undefined) return undefined;
    const isCalledSo = isNameOfTime(key) || (known !== undefined && /(^|_)ts$/.test(key));
    const isTimed = !takesDays && !isNameOfDate(key) && (isCalledSo || this.#timed.has(key));
    if (isTimed) return { type: { type: 'TIMESTAMP' } };
    if (known === undefined) return undefined;
    return { type: takesDays ? { type: 'DATE' } : undefined };
  }

  /** `paid::date` is said of what has a time, and a part is taken, or an interval compared, of what is between such. */
  #readTimes(node: Node): void {
    if (node.kind === 'cast' && node.type.name === 'date') this.#mark(node.operand);
    if (node.kind === 'select-item' && node.alias !== undefined && isDifference(node.expression))
      this.#differences.set(nameKey(node.alias, this.dialect), node.expression);
    if (node.kind === 'call' && /^(extract|date_part)$/i.test(node.name.parts.at(-1)?.value ?? ''))
      this.#markDifference(node.arguments[1]);
    if (node.kind !== 'binary' || !COMPARES.has(node.operator)) return;
    for (const [one, other] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const)
      if (isInterval(other)) this.#markInterval(one);
  }

  #markInterval(node: Expression): void {
    this.#markDifference(node);
    const [name] = node.kind === 'column' ? node.parts.slice(-1) : [];
    if (name !== undefined) this.#intervals.add(nameKey(name, this.dialect));
  }

  #markDifference(node: Expression | undefined): void {
    if (node === undefined || !isDifference(node)) return;
    this.#mark(node.left);
    this.#mark(node.right);
  }

  #mark(node: Expression): void {
    const column = this.#columnOf(node);
    if (column !== undefined) this.#timed.add(nameKey(column, this.dialect));
  }

  #read({ operator, left, right }: BinaryExpression): void {
    // a key taken out of a document
    if (left.kind === 'string' || right.kind === 'string') return;
    this.#keep(left, right.kind === 'number');
    // of two columns that are added to one another one is no moment
    if (operator === 'add' && left.kind === 'column' && right.kind === 'column') return;
    if (operator === 'add' || right.kind !== 'number') this.#keep(right, left.kind === 'number');
  }

  #keep(node: Expression | undefined, takesDays: boolean): void {
    const column = node && this.#columnOf(node);
    if (column === undefined) return;
    const key = nameKey(column, this.dialect);
    this.#found.set(key, takesDays || this.#found.get(key) === true);
  }

  #columnOf(node: Expression): ColumnReference['parts'][number] | undefined {
    if (node.kind === 'column') return node.parts[node.parts.length - 1];
    if (node.kind !== 'call') return undefined;
    const [first] = passedArguments(functionOfCall(node, this.dialect)?.meaning, node.arguments) ?? [];
    return first && this.#columnOf(first);
  }
}
