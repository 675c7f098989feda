import {
  ownName,
  quotedName,
  usualName,
  type AlterTable,
  type CreateTable,
  type Dialect,
  type DialectName,
  type QualifiedName,
  type Statement,
} from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';
import type { Translate } from './redefinition.js';

const UNIQUE_INDEX = /^CREATE UNIQUE INDEX ("(?:[^"]|"")+"|[^\s"(]+)/i;
const INDEX = /^CREATE (?:UNIQUE )?INDEX ("(?:[^"]|"")+"|[^\s"(]+)/i;

/** An index that is there, by another name; SQLite has no words for that. */
const RENAMED: Readonly<
  Partial<Record<DialectName, (before: string, now: string, made: string) => readonly string[]>>
> = {
  POSTGRESQL: (before, now) => [`ALTER INDEX ${before} RENAME TO ${now}`],
  SQLITE: (before, _now, made) => [`DROP INDEX ${before}`, made],
};

/**
 * What the indexes of a table of MySQL are called elsewhere when the table gets another name: their names there begin with
 * the table's, and so do those by which later statements of the script mean them. Plain ones of the table's own definition
 * come behind all rows.
 */
export function renamedIndexes(
  { name, actions }: AlterTable,
  changed: CreateTable | undefined,
  definitions: Definitions,
  translate: Translate,
): readonly string[] {
  const { from, to } = definitions;
  const form = RENAMED[to.name];
  const known = definitions.of(name);
  const other = actions.find((action) => action.kind === 'rename-to')?.name;
  if (
    from.name !== 'MYSQL' ||
    form === undefined ||
    known === undefined ||
    other === undefined ||
    changed === undefined
  )
    return [];
  const made = (tree: Statement, text: string, isIndex: RegExp): string[] =>
    translate(tree, text).statements.filter((sql) => isIndex.test(sql));
  const before = [
    ...made(known.table, known.text, UNIQUE_INDEX),
    ...known.indexes.flatMap(({ tree, text }) => made(tree, text, INDEX)),
  ];
  const now = [
    ...made({ ...known.table, name: other }, known.text, UNIQUE_INDEX),
    ...known.indexes.flatMap(({ tree, text }) => made({ ...tree, table: other }, text, INDEX)),
  ];
  const apart = before.flatMap((sql, at) => {
    const again = now[at] ?? sql;
    const [one, two] = [nameIn(sql), nameIn(again)];
    return one === two ? [] : form(one, two, again);
  });
  return [...apart, ...(to.name === 'POSTGRESQL' ? renamedKeys(known.table, ownName(name, from), other, from) : [])];
}

/** Keys that nobody named. */
function renamedKeys(table: CreateTable, owner: string, other: QualifiedName, from: Dialect): string[] {
  const [before, now] = [owner, ownName(other, from)].map((one) => keysOf(table, one));
  return (before ?? []).flatMap((key, at) => {
    const called = now?.[at];
    return called === undefined || called === key
      ? []
      : [`ALTER INDEX IF EXISTS ${quotedName(key)} RENAME TO ${quotedName(called)}`];
  });
}

/** What PostgreSQL calls the keys of a table that nobody named, and its primary key. */
const keysOf = ({ elements = [] }: CreateTable, owner: string): string[] =>
  elements.flatMap((element) => {
    const column = element.kind === 'column-definition' ? element : undefined;
    const constraints = column?.constraints ?? (element.kind === 'table-constraint' ? [element] : []);
    return constraints.flatMap((one) => {
      const { rule, name } = one;
      if (rule.kind === 'primary-key' || (rule.kind === 'table-key' && rule.type === 'primary'))
        return [`${owner}_pkey`];
      const isKey = rule.kind === 'unique' || (rule.kind === 'table-key' && rule.indexName === undefined);
      return isKey && name === undefined ? (usualName(owner, one, column) ?? []) : [];
    });
  });

const nameIn = (sql: string): string => INDEX.exec(sql)?.[1] ?? '';
