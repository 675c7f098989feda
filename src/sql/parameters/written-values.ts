import { rewrite, walk, type Expression, type Node, type Parameter, type Statement } from '../ast/index.js';
import type { DialectName } from '../dialects/index.js';
import { givenParameters, type GivenParameters } from './given-parameters.js';

/** A statement with the values of some of its parameters in their places. */
export interface WrittenValues {
  /** Its other parameters have the numbers or names that they had. */
  readonly tree: Statement;
  /** Tells it from others of the same text. */
  readonly key: string;
}

/** Each parameter is tried by itself: of as many as anybody gives to formats, paths and units. */
const MOST_ALONE = 12;

/**
 * The readings of a statement in which values are written out: of each parameter alone, in the order of the text, and of
 * all at last. What a format, a path or a unit means can't be said without knowing it.
 *
 * @param params those that were given with it
 * @param dialect that it was written in
 */
export function* writtenValues(
  statement: Statement,
  params: unknown,
  dialect: DialectName,
): Generator<WrittenValues, void> {
  const places = placesOf(statement);
  const literals = literalsOf(places, givenParameters(params), dialect);
  const keys = [...literals.keys()];
  if (keys.length > 1)
    for (const key of keys.slice(0, MOST_ALONE)) yield withLiterals(statement, places, literals, new Set([key]));
  if (keys.length > 0) yield withLiterals(statement, places, literals, new Set(keys));
}

/** The last of these readings alone, in which the type of every value is known. */
export function allValuesWritten(
  statement: Statement,
  params: unknown,
  dialect: DialectName,
): readonly WrittenValues[] {
  const places = placesOf(statement);
  const literals = literalsOf(places, givenParameters(params), dialect);
  return literals.size === 0 ? [] : [withLiterals(statement, places, literals, new Set(literals.keys()))];
}

/** The reading in which moments that tell their distance from UTC are written out, which other engines' columns don't keep. */
export function momentsWritten(statement: Statement, params: unknown): readonly WrittenValues[] {
  const given = givenParameters(params);
  if (!Object.values(given.named ?? given.positional ?? []).some(isMomentWithOffset)) return [];
  const places = placesOf(statement);
  const literals = literalsOf(places, given, 'POSTGRESQL');
  const moments = [...literals].filter(([, one]) => one.kind === 'string' && isMomentWithOffset(one.value));
  return [withLiterals(statement, places, literals, new Set(moments.map(([key]) => key)))];
}

const isMomentWithOffset = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\s*\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?\s*(?:Z|[+-]\d\d?(?::?\d\d)?)\s*$/i.test(value);

/** A parameter's name or its place, from 0. */
type Key = string | number;
type Places = ReadonlyMap<Parameter, Key>;

function literalsOf(places: Places, given: GivenParameters, dialect: DialectName): ReadonlyMap<Key, Expression> {
  const found = new Map<Key, Expression>();
  for (const [node, key] of places) {
    const value = typeof key === 'number' ? given.positional?.[key] : given.named?.[key];
    const literal = literalOf(value, node, dialect);
    if (literal !== undefined) found.set(key, literal);
  }
  return found;
}

/** The parameters of a statement in the order of its text, each with its key. */
function placesOf(statement: Statement): Places {
  const found: Parameter[] = [];
  walk(statement, (node) => {
    if (node.kind === 'parameter') found.push(node);
    return true;
  });
  found.sort((one, other) => one.span.start - other.span.start);
  let next = 0;
  return new Map(
    found.map((node) => [node, node.name ?? (node.number === undefined ? next++ : node.number - 1)] as const),
  );
}

/** A value of plain JSON as the language writes it; undefined of lists and of tagged values. */
function literalOf(value: unknown, { span }: Parameter, dialect: DialectName): Expression | undefined {
  if (value === null) return { kind: 'null', span };
  if (typeof value === 'boolean') return { kind: 'boolean', value, span };
  if (typeof value === 'string') return value.includes('\0') ? undefined : { kind: 'string', value, span };
  if (typeof value !== 'number' || !PLAIN.test(String(value))) return undefined;
  // a fraction is bound as a double, which MySQL writes with an exponent
  const isDouble = dialect === 'MYSQL' && !Number.isInteger(value);
  const digits: Expression = { kind: 'number', text: `${Math.abs(value)}${isDouble ? 'e0' : ''}`, span };
  return value < 0 ? { kind: 'unary', operator: 'minus', operand: digits, span } : digits;
}

const PLAIN = /^-?\d{1,15}(?:\.\d{1,15})?$/;

function withLiterals(
  statement: Statement,
  places: Places,
  literals: ReadonlyMap<Key, Expression>,
  written: ReadonlySet<Key>,
): WrittenValues {
  const tree = rewrite(statement, (node) => {
    if (node.kind !== 'parameter') return joined(node);
    const key = places.get(node);
    if (key === undefined) return node;
    const literal = written.has(key) ? literals.get(key) : undefined;
    if (literal !== undefined) return { ...literal, span: node.span };
    return typeof key === 'number' ? { ...node, number: key + 1 } : node;
  });
  const values = [...written].map((key) => [key, literals.get(key)?.kind, textOf(literals.get(key)) ?? null]);
  return { tree, key: JSON.stringify(values) };
}

/** `'-' || 7 || ' days'` is the text that it gives, as a modifier or an interval has to be. */
function joined(node: Node): Node {
  if (node.kind !== 'binary' || node.operator !== 'concatenate') return node;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined || right === undefined
    ? node
    : { kind: 'string', value: `${left}${right}`, span: node.span };
}

function textOf(node: Expression | undefined): string | undefined {
  if (node?.kind === 'string') return node.value;
  if (node?.kind === 'number') return node.text;
  if (node?.kind === 'unary' && node.operator === 'minus' && node.operand.kind === 'number')
    return `-${node.operand.text}`;
  return undefined;
}
