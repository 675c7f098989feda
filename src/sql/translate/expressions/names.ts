import { foldName } from '../../analysis/folded-names.js';
import type { ColumnReference, Expression, Name, QualifiedName } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { text } from '../made-nodes.js';
import { aliasedValue } from '../queries/aliases.js';
import { columnOfRows } from '../queries/table-functions.js';
import type { RuleTable, Translator } from '../translator.js';

/** Names, which each dialect quotes and folds in its own way. */
export const names: RuleTable = {
  name: (node, t) => nameFor(node, t),
  column,
  'qualified-name': (node, t) => withParts(node, relationParts(node.parts, t)),
  star: ({ qualifier, ...node }, t) => ({ ...node, qualifier: relationParts(qualifier, t) }),
};

/**
 * A name as the target takes it for the same. PostgreSQL's names without quotes are those in lower case; quotes that are
 * there for case alone go where names have none.
 */
export function nameFor(node: Name, t: Translator): Name {
  const value = foldName(node, t.from);
  // where names have no case, quotes keep nothing apart from what is written
  const keepsCase = node.quoted && t.to.features.foldsNames && value !== value.toLowerCase();
  const quoted = keepsCase || isReserved(value, t);
  return value === node.value && quoted === node.quoted ? node : { ...node, value, quoted };
}

/** The same node where its parts are the same. */
function withParts<N extends ColumnReference | QualifiedName>(node: N, parts: readonly Name[]): N {
  const isSame = parts.length === node.parts.length && parts.every((part, index) => part === node.parts[index]);
  return isSame ? node : { ...node, parts };
}

/** Words that MySQL 8 or MariaDB reserves and the other does not: names of window functions, mostly. */
const RESERVED_BY_ONE: ReadonlySet<string> = new Set(
  `cube cume_dist dense_rank empty except first_value function grouping groups json_table lag last_value lateral lead
   nth_value ntile of offset over percent_rank rank recursive returning row rows row_number system window`.split(/\s+/),
);

export const isReserved = (value: string, t: Translator): boolean =>
  t.target === 'MYSQL' && RESERVED_BY_ONE.has(value.toLowerCase());

/** The schema that stands for none. */
const USUAL_SCHEMA: Readonly<Record<DialectName, string | undefined>> = {
  POSTGRESQL: 'public',
  MYSQL: undefined,
  SQLITE: 'main',
};

/** The parts of a relation's name without the schema that the source has by default. */
export function relationParts(parts: readonly Name[], t: Translator): Name[] {
  const [first, ...others] = parts;
  const usual = first !== undefined && others.length > 0 && foldName(first, t.from) === USUAL_SCHEMA[t.source];
  return (usual ? others : parts).map((part) => nameFor(part, t));
}

function column(node: ColumnReference, t: Translator): Expression {
  const ofFunction = columnOfRows(node, t);
  if (ofFunction !== undefined) return ofFunction;
  const alias = aliasedValue(node, t);
  if (alias !== undefined) return alias;
  const fromAnyRow = t.grouped?.ofAnyRow(node);
  if (fromAnyRow !== undefined) return fromAnyRow;
  if (isQuotedText(node, t)) return text((node.parts[0] as Name).value, node.span);
  if (isSystemColumn(node, t)) {
    t.refuse(node, `\`${t.textOf(node)}\` is a column of the source’s engine alone.`, 'Use the primary key.');
  }
  return withParts(node, columnParts(node, t));
}

/** A qualifier of three parts or two has the schema first. */
function columnParts(node: ColumnReference, t: Translator): Name[] {
  const { parts } = node;
  const last = columnName(node, t);
  return parts.length === 1 ? [last] : [...relationParts(parts.slice(0, -1), t), last];
}

/** A column's name as what it means is called, where the source finds it in any case and the target does not. */
function columnName(node: ColumnReference, t: Translator): Name {
  const last = node.parts[node.parts.length - 1] as Name;
  if (!t.to.features.foldsNames) return nameFor(last, t);
  const { name, table, expression, type } = t.scope.resolve(node);
  const isUnknown = table === undefined && expression === undefined && type === undefined;
  // the columns of the source's own views are called as the source calls them
  if (isUnknown || table?.schema?.toLowerCase() === 'information_schema') return nameFor(last, t);
  return name === last.value && !last.quoted && name === name.toLowerCase() ? last : declaredName(name, last, t);
}

/** A name that is given to something: as the source has it, case and all. */
export function declaredName(value: string, at: Name, t: Translator): Name {
  const keepsCase = t.to.features.foldsNames && value !== value.toLowerCase();
  const quoted = keepsCase || isReserved(value, t) || (at.quoted && !/^\w+$/.test(value));
  return { kind: 'name', value, quoted, span: at.span };
}

/** SQLite takes a name in double quotes that no column has for a string. */
function isQuotedText({ parts }: ColumnReference, t: Translator): boolean {
  const [only] = parts;
  if (!t.scope.context.rules.quotedNamesMayBeText || parts.length !== 1 || only?.quoted !== true) return false;
  const { name, type, table } = t.scope.resolve({ kind: 'column', parts, span: only.span });
  return table === undefined && type?.type === 'TEXT' && name.startsWith('"');
}

/** A column that every table of the source has and none of the target's. */
function isSystemColumn(node: ColumnReference, t: Translator): boolean {
  const last = node.parts[node.parts.length - 1] as Name;
  const system = t.scope.context.rules.systemColumns.get(t.scope.key(last));
  return system !== undefined && !last.quoted && t.scope.resolve(node).type?.type === system.type;
}
