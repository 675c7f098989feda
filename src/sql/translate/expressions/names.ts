import { foldName } from '../../analysis/folded-names.js';
import type { ColumnReference, Expression, Name, QualifiedName } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { column as columnNamed, name, text } from '../made-nodes.js';
import { aliasedValue, meansAlias } from '../queries/aliases.js';
import { neededQualifier } from '../queries/hidden-columns.js';
import { primaryKeyOf } from '../queries/primary-keys.js';
import { refuseSystemColumn } from '../queries/system-tables.js';
import { columnOfRows } from '../queries/table-functions/table-functions.js';
import type { RuleTable, Translator } from '../translator.js';
import { INTEGER_TYPES } from './numbers/number-types.js';

/** Names, which each dialect quotes and folds in its own way. */
export const names: RuleTable = {
  name: (node, t) => nameFor(node, t),
  column,
  'qualified-name': (node, t) => withParts(node, relationParts(node.parts, t, tableCalled(node, t))),
  star: ({ qualifier, ...node }, t) => ({ ...node, qualifier: qualifierParts(qualifier, t) }),
};

/**
 * A name as the target takes it for the same. PostgreSQL's names without quotes are those in lower case; quotes that are
 * there for case alone go where names have none.
 */
function nameFor(node: Name, t: Translator): Name {
  const value = foldName(node, t.from);
  // where names have no case, quotes keep nothing apart from what is written
  const keepsCase =
    node.quoted && t.to.features.foldsNames && value !== value.toLowerCase() && !isOneWithBare(value, t);
  const quoted = keepsCase || isReserved(value, t);
  return value === node.value && quoted === node.quoted ? node : { ...node, value, quoted };
}

/** Whether the same name stands without quotes elsewhere, where names have no case: both mean one thing. */
const isOneWithBare = (value: string, t: Translator): boolean =>
  t.isBlind && !t.from.features.foldsNames && t.scope.context.names?.isBare(value) === true;

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

/** What a table is really called, where the catalogue has it. */
export const tableCalled = ({ parts }: QualifiedName, t: Translator): string | undefined =>
  t.scope.context.catalogue?.table(parts.map((part) => t.scope.fold(part)))?.name;

/** The parts of a relation's name without the schema that the source has by default. */
export function relationParts(parts: readonly Name[], t: Translator, real?: string): Name[] {
  const [first, ...others] = parts;
  const usual = first !== undefined && others.length > 0 && foldName(first, t.from) === USUAL_SCHEMA[t.source];
  const kept = usual ? others : parts;
  return kept.map((part, index) =>
    index === kept.length - 1 && isCalled(real, part) ? exactName(real, part, t) : nameFor(part, t),
  );
}

function column(node: ColumnReference, t: Translator): Expression {
  const ofFunction = columnOfRows(node, t);
  if (ofFunction !== undefined) return ofFunction;
  const alias = aliasedValue(node, t);
  if (alias !== undefined) return alias;
  const fromAnyRow = t.grouped?.ofAnyRow(node);
  if (fromAnyRow !== undefined) return fromAnyRow;
  if (!meansAlias(node, t) && isQuotedText(node, t)) return text((node.parts[0] as Name).value, node.span);
  refuseSystemColumn(node, t);
  if (isSystemColumn(node, t)) {
    const key = keyOfRow(node, t);
    if (key !== undefined) return key;
    t.refuse(node, `\`${t.textOf(node)}\` is a column of the source’s engine alone.`, 'Use the primary key.');
  }
  return withParts(node, [...neededQualifier(node, t), ...columnParts(node, t)]);
}

/** A column of the rows by its name alone, as its table really has it: no alias, and no value of a group. */
export const ofTheRows = (node: ColumnReference, t: Translator): ColumnReference =>
  columnNamed(columnParts(node, t), node.span);

/** What joins tables by name, as the tables really have it. */
export const sharedName = (node: Name, t: Translator): Name =>
  realName(node, t.scope.known(columnNamed([node], node.span))?.name, t);

/** A column by the name that its table really has: where quotes keep case, it may need them. */
function columnParts(node: ColumnReference, t: Translator): Name[] {
  const { parts } = node;
  const last = parts[parts.length - 1] as Name;
  const own = realName(last, t.scope.known(node)?.name, t);
  if (parts.length === 1) return [own];
  return [...qualifierParts(parts.slice(0, -1), t), own];
}

/** What stands before a column or a star: an alias as it is given, or the name that the table really has. */
function qualifierParts(qualifier: readonly Name[], t: Translator): Name[] {
  const source = qualifier.length === 0 ? undefined : t.scope.source(qualifier);
  const [first] = qualifier;
  const alias = source?.alias;
  if (alias !== undefined && first !== undefined && qualifier.length === 1)
    return [{ ...nameFor(alias, t), span: first.span }];
  // without a catalogue nothing tells what a table is really called
  const real = source?.columns === undefined ? undefined : source.origin?.name;
  return relationParts(qualifier, t, real);
}

/** A name as something is really called that goes by it where names have no case. */
function realName(node: Name, real: string | undefined, t: Translator): Name {
  return t.to.features.foldsNames && isCalled(real, node) ? exactName(real, node, t) : nameFor(node, t);
}

/** Names of tables have case in MySQL as well: https://dev.mysql.com/doc/refman/8.4/en/identifier-case-sensitivity.html */
const isCalled = (real: string | undefined, node: Name): real is string =>
  real?.toLowerCase() === node.value.toLowerCase();

/** A name that is written so that the target takes it for the very same. */
export function exactName(value: string, { span }: Pick<Name, 'span'>, t: Translator): Name {
  const keepsCase = t.to.features.foldsNames && value !== value.toLowerCase();
  return name(value, span, keepsCase || isReserved(value, t) || !/^\w+$/.test(value));
}

/** SQLite takes a name in double quotes that no column has for a string. */
function isQuotedText({ parts }: ColumnReference, t: Translator): boolean {
  const [only] = parts;
  if (!t.scope.context.rules.quotedNamesMayBeText || parts.length !== 1 || only?.quoted !== true) return false;
  const { name, type, table } = t.scope.resolve({ kind: 'column', parts, span: only.span });
  return table === undefined && type?.type === 'TEXT' && name.startsWith('"');
}

/** What tells the rows of a table apart by itself, if the source has such a column. */
const TELLS_ROWS: Readonly<Record<DialectName, string | undefined>> = {
  POSTGRESQL: 'ctid',
  MYSQL: undefined,
  SQLITE: 'rowid',
};

/**
 * SQLite's rowid is the primary key where that is a whole number: https://www.sqlite.org/lang_createtable.html#rowid.
 * PostgreSQL's ctid is as good as a key to tell rows apart, and no more: it is no number, and has no order that lasts.
 */
function keyOfRow(node: ColumnReference, t: Translator): Expression | undefined {
  const { table, name: called } = t.scope.resolve(node);
  const tells = TELLS_ROWS[t.source];
  if (table === undefined || tells === undefined) return undefined;
  if (t.source === 'POSTGRESQL' && called !== tells) return undefined;
  const [key, another] = primaryKeyOf(table, t);
  if (key === undefined && t.isBlind) return likelyKeyOfRow(node, t);
  if (key === undefined || another !== undefined) return undefined;
  const reference: ColumnReference = { ...node, parts: [...node.parts.slice(0, -1), name(key, node.span)] };
  const isWhole = INTEGER_TYPES.has(t.scope.resolve(reference).type?.type);
  return isWhole ? column(reference, t) : undefined;
}

/** The row's place where SQLite has one, which orders rows as they came; or `id`, where no catalogue tells the key. */
function likelyKeyOfRow(node: ColumnReference, t: Translator): ColumnReference {
  const own = TELLS_ROWS[t.target] === 'rowid' ? 'rowid' : 'id';
  if (own === 'id') t.notice('KEY_BY_NAME', node, 'The key is taken to be `id`; the tables are not known here.');
  const qualifier = node.parts.length > 1 ? qualifierParts(node.parts.slice(0, -1), t) : [];
  return columnNamed([...qualifier, name(own, node.span)], node.span);
}

/** A column that every table of the source has and none of the target's. */
function isSystemColumn(node: ColumnReference, t: Translator): boolean {
  const last = node.parts[node.parts.length - 1] as Name;
  const system = t.scope.context.rules.systemColumns.get(t.scope.key(last));
  if (system === undefined || last.quoted || t.scope.known(node) !== undefined) return false;
  return t.scope.resolve(node).type?.type === system.type;
}
