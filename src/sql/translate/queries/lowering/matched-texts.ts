import { functionOfCall } from '../../../analysis/function-of-call.js';
import {
  rewrite,
  type ColumnReference,
  type Expression,
  type FunctionCall,
  type Query,
  type Select,
  type TableFunction,
  type TableReference,
} from '../../../ast/index.js';
import { allOf, binary, calledTable, column, isNull, name, qualified, text } from '../../made-nodes.js';
import { literalNumber } from '../../functions/form.js';
import { scopeOfSelect } from '../../../typing/index.js';
import type { Translator } from '../../translator.js';
import { namedItems } from './expanded-items.js';
import type { Lowering } from './index.js';
import { lastOf, qualifierOf } from './references.js';

/**
 * regexp_matches(text, pattern) among the tables: the first match, which regexp_match() has, in the rows that have one. All
 * matches of a pattern that is a run of characters are the pieces between runs of the others.
 * https://www.postgresql.org/docs/current/functions-matching.html#FUNCTIONS-POSIX-REGEXP
 */
export const matchedTexts: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || body.from === undefined || !t.from.features.foldsNames || t.to.features.foldsNames)
    return query;
  const found: Matches[] = [];
  const from = body.from.flatMap((table) => withoutMatches(table, found, t) ?? []);
  if (found.length === 0) return query;
  const { from: _, where, ...select } = { ...body, columns: namedItems(body, t) };
  const conditions = [...found.flatMap(({ conditions }) => conditions), ...(where === undefined ? [] : [where])];
  const made: Query = {
    ...query,
    body: {
      ...select,
      ...(from.length > 0 && { from }),
      ...(conditions.length > 0 && { where: allOf(conditions) }),
    },
  };
  return found.reduce((whole, one) => replaced(whole, one, body, t), made);
};

/** What stands for the rows of such a call. */
interface Matches {
  readonly table: TableFunction;
  /** The array that each of its rows is. */
  readonly match: Expression;
  readonly conditions: readonly Expression[];
}

/** A table or a join without such calls; undefined where nothing is left of it. */
function withoutMatches(table: TableReference, found: Matches[], t: Translator): TableReference | undefined {
  if (table.kind === 'table-function') return plainTable(table, true, found, t);
  if (table.kind !== 'join') return table;
  const left = withoutMatches(table.left, found, t);
  const { right, on, using } = table;
  const isPlain = table.type === 'inner' || table.type === 'cross';
  const isAlways = on === undefined || (on.kind === 'boolean' && on.value);
  if (left === undefined || right.kind !== 'table-function' || using !== undefined || !(isPlain || isAlways))
    return left === undefined || left === table.left ? table : { ...table, left };
  if (!isPlain && table.type !== 'left') return { ...table, left };
  const before = found.length;
  const rest = plainTable(right, isPlain, found, t);
  if (rest !== undefined) return { ...table, left, right: rest };
  const last = found[before] as Matches;
  found[before] = { ...last, conditions: [...last.conditions, ...(isAlways ? [] : [on])] };
  return left;
}

/** The table that stands for the rows, where one is needed; rows without a match go unless the join keeps them. */
function plainTable(table: TableFunction, drops: boolean, found: Matches[], t: Translator): TableReference | undefined {
  const call = callOf(table, t);
  const [value, pattern, flags] = call?.arguments ?? [];
  if (call === undefined || value === undefined || pattern === undefined) return table;
  const { span } = table;
  if (flags === undefined || (flags.kind === 'string' && flags.value === 'i')) {
    const match: FunctionCall = { ...call, name: qualified('regexp_match', span) };
    found.push({ table, match, conditions: drops ? [isNull(match, true)] : [] });
    return undefined;
  }
  const others = flags.kind === 'string' && flags.value === 'g' ? othersOf(pattern) : undefined;
  if (others === undefined || !drops) return table;
  const alias = name(t.freshName('matches'), span);
  const part = name(t.freshName('match'), span);
  const pieces: FunctionCall = {
    ...call,
    name: qualified('regexp_split_to_table', span),
    arguments: [value, text(others, span)],
  };
  const piece = column([alias, part], span);
  found.push({
    table,
    match: { kind: 'array', items: [piece], span },
    conditions: [binary('not-equal', piece, text('', span))],
  });
  return { ...calledTable(pieces, [alias, part], span), lateral: true };
}

function callOf({ calls, ordinality, definitions }: TableFunction, t: Translator): FunctionCall | undefined {
  const [only, second] = calls;
  if (only?.call.kind !== 'call' || second !== undefined || ordinality || definitions !== undefined) return undefined;
  return functionOfCall(only.call, t.from)?.meaning === 'regexp_matches' ? only.call : undefined;
}

/** Runs of the characters that a pattern which is a run itself does not take: `[^a-z]+` of `[a-z]+`. */
function othersOf(pattern: Expression): string | undefined {
  if (pattern.kind !== 'string') return undefined;
  const [, , negated, members, word] = RUN.exec(pattern.value) ?? [];
  if (word !== undefined) return `\\${word === word.toLowerCase() ? word.toUpperCase() : word.toLowerCase()}+`;
  return members === undefined ? undefined : `[${negated === '^' ? '' : '^'}${members}]+`;
}

const RUN = /^(\(?)(?:\[(\^?)([^[\]\\]+)\]|\\([wdsWDS]))\+\)?$/;

/** The query with the match of each row in the place of the call's column. */
function replaced(query: Query, { table, match }: Matches, body: Select, t: Translator): Query {
  const alias = t.scope.key(table.alias ?? name('regexp_matches', table.span));
  const called = table.columns?.[0] === undefined ? alias : t.scope.key(table.columns[0]);
  const { sources } = scopeOfSelect(body, t.scope).from;
  const isOfOthers = sources.some((one) => one.column(called) !== undefined && !one.isNamed([alias]));
  const isMeant = (node: ColumnReference): boolean => {
    const qualifier = qualifierOf(node, t);
    return t.scope.key(lastOf(node)) === called && (qualifier === undefined ? !isOfOthers : qualifier === alias);
  };
  return rewrite(query, (node) => {
    if (node.kind === 'column' && isMeant(node)) return match;
    // the only element of such an array
    const isFirst = node.kind === 'index' && node.operand === match && literalNumber(node.index) === 1;
    return (isFirst && match.kind === 'array' ? match.items[0] : undefined) ?? node;
  });
}
