import { functionOfCall } from '../../analysis/function-of-call.js';
import {
  resultsOf,
  rewrite,
  walk,
  type ColumnReference,
  type Expression,
  type Name,
  type Node,
  type Statement,
} from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';

/*
 * SQLite takes a word in double quotes for a text where there is no such column, https://sqlite.org/quirks.html#dblquote, and
 * many write their texts so. Where no catalogue tells the columns, it is one by where it stands, in a statement that has no
 * names in double quotes elsewhere.
 */

/** Where a value stands that is compared with another, or chosen: what is written in double quotes there is a text as a rule. */
function placesOfTexts(node: Node, from: Dialect): readonly Expression[] {
  switch (node.kind) {
    case 'binary':
      return /^(equal|not-equal|less|less-or-equal|greater|greater-or-equal)$/.test(node.operator) &&
        !isInQuotes(node.left)
        ? [node.right]
        : [];
    case 'in-list':
      return isInQuotes(node.operand) ? [] : node.items;
    case 'between':
      return isInQuotes(node.operand) ? [] : [node.low, node.high];
    case 'pattern-match':
      return isInQuotes(node.operand) ? [] : [node.pattern];
    case 'case': {
      const compared = node.operand === undefined ? [] : node.branches.map(({ condition }) => condition);
      return [...compared, ...writtenOnly(resultsOf(node))];
    }
    case 'call':
      return behindFirst(functionOfCall(node, from)?.meaning, node.arguments);
    default:
      return [];
  }
}

/** What a function takes behind the value that it is called for. */
function behindFirst(meaning: string | undefined, values: readonly Expression[]): readonly Expression[] {
  if (meaning === 'if') return writtenOnly(values.slice(1));
  return TAKES_TEXTS.has(meaning ?? '') ? values.slice(1) : [];
}

const TAKES_TEXTS: ReadonlySet<string> = new Set(
  'coalesce nullif replace join_texts position_in_first trim_characters trim_characters_start trim_characters_end'.split(
    ' ',
  ),
);

/** All of the values, where none is a column by a name without quotes: these are chosen among names. */
const writtenOnly = (values: readonly Expression[]): readonly Expression[] =>
  values.every((one) => one.kind !== 'column' || isInQuotes(one)) ? values : [];

function isInQuotes(node: Expression): node is ColumnReference {
  const [only, second] = node.kind === 'column' ? node.parts : [];
  return only?.quoted === true && second === undefined;
}

/** A statement without a catalogue, with what likely are texts in double quotes as such. */
export function withLikelyTexts<S extends Statement>(statement: S, sql: string, from: Dialect): S {
  if (from.name !== 'SQLITE' || !sql.includes('"')) return statement;
  const places = new Set<Node>();
  const aliases = new Set<string>();
  walk(statement, (node) => {
    if (node.kind === 'select-item' && node.alias !== undefined) aliases.add(node.alias.value.toLowerCase());
    for (const one of placesOfTexts(node, from)) if (isInQuotes(one) && isTextual(one, sql, from)) places.add(one);
    return true;
  });
  const names =
    places.size === 0
      ? undefined
      : namesBeside(
          statement,
          places,
          (node) => isPlainName(node, sql, from) && !aliases.has(node.value.toLowerCase()),
        );
  if (names === undefined) return statement;
  const isName = ({ parts: [only] }: ColumnReference): boolean => names.has(only?.value.toLowerCase() ?? '');
  return rewrite(statement, (node) =>
    node.kind === 'column' && places.has(node) && !isName(node)
      ? { kind: 'string', value: node.parts[0]?.value ?? '', span: node.span }
      : node,
  );
}

/** The names of a statement but for those in some places; undefined where another is one that stands in quotes. */
function namesBeside(
  statement: Statement,
  places: ReadonlySet<Node>,
  isQuoted: (node: Name) => boolean,
): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const quoted: Name[] = [];
  walk(statement, (node) => {
    if (places.has(node)) return false;
    if (node.kind !== 'name') return true;
    names.add(node.value.toLowerCase());
    if (isQuoted(node)) quoted.push(node);
    return true;
  });
  return quoted.length > 0 ? undefined : names;
}

/** In double quotes, and no word that needs them to be a name. */
const isTextual = ({ parts: [only], span }: ColumnReference, sql: string, from: Dialect): boolean =>
  only !== undefined && sql.charAt(span.start) === '"' && !from.keywords.reserved.has(only.value.toUpperCase());

/** A name that stands in double quotes though it needs none. */
const isPlainName = ({ value, quoted, span }: Name, sql: string, from: Dialect): boolean =>
  quoted && sql.charAt(span.start) === '"' && !from.keywords.reserved.has(value.toUpperCase());
