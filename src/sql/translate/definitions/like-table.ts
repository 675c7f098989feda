import { quotedNameIn } from '../../dialects/quoted.js';
import type {
  CreateIndex,
  CreateTable,
  LikeTable,
  Name,
  QualifiedName,
  Statement,
  TableElement,
} from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { parseStatement } from '../../parser/index.js';
import { name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { isCheckOfType, keyOf, presentTable, type PresentTable } from './rebuild/index.js';

const WRITE_OUT = 'Write the columns out.';

/** The table that the new one is to be like, where there is nothing else to it. */
export function likeOf({ like, elements = [], span }: CreateTable): LikeTable | undefined {
  if (like !== undefined) return { kind: 'like-table', table: like, options: ['INCLUDING ALL'], span };
  return elements.find((each): each is LikeTable => each.kind === 'like-table');
}

type Head = Pick<CreateTable, 'kind' | 'name' | 'ifNotExists' | 'persistence' | 'span'>;
type Alike = (head: Head, like: LikeTable, t: Translator) => CreateTable;

/** A table like another, as each target says it. */
const ALIKE: Readonly<Record<DialectName, Alike>> = {
  POSTGRESQL: (head, like, t) => ({ ...head, elements: [{ ...like, table: t.node(like.table) }] }),
  MYSQL: (head, like, t) => {
    const columns = like.options.length === 0 ? columnsAlone(like, t) : undefined;
    if (columns !== undefined) return { ...head, elements: columns };
    if (!like.options.includes('INCLUDING ALL'))
      t.refuse(like, 'The target copies a table with all of its indexes and defaults.', 'Say INCLUDING ALL.');
    return { ...head, like: t.node(like.table) };
  },
  SQLITE: copied,
};

/** CREATE TABLE … LIKE. */
export function alike(node: CreateTable, head: Head, like: LikeTable, t: Translator): CreateTable {
  const [first, ...others] = node.elements ?? [];
  const more = others.filter((each) => each.kind === 'column-definition');
  if (others.length > more.length || (more.length > 0 && first !== like))
    t.refuse(like, 'LIKE has no counterpart in the target.', WRITE_OUT);
  const made = ALIKE[t.target](head, like, t);
  for (const column of more) {
    const { span } = column;
    const action = { kind: 'add-column', columns: [column], span } as const;
    t.after.push(t.node({ kind: 'alter-table', object: 'TABLE', name: node.name, actions: [action], span }));
  }
  return made;
}

/**
 * The columns of a table with their types, and which of them take no NULL: what PostgreSQL's LIKE by itself copies. Undefined
 * where they are not known. https://www.postgresql.org/docs/current/sql-createtable.html
 */
function columnsAlone({ table }: LikeTable, t: Translator): readonly TableElement[] | undefined {
  const known = t.scope.context.catalogue?.table(table.parts.map((part) => t.scope.fold(part)));
  if (known === undefined || known.columns.some(({ databaseType }) => databaseType === '')) return undefined;
  const columns = known.columns.map(
    ({ name: own, databaseType, nullable }) =>
      `${quotedNameIn(own, t.target)} ${databaseType}${nullable ? '' : ' NOT NULL'}`,
  );
  const made = parseStatement(`CREATE TABLE t (${columns.join(', ')})`, t.to);
  return made.kind === 'create-table' ? made.elements : undefined;
}

/** SQLite has no word for it: the definition that it keeps of the other table is said again. */
function copied(head: Head, like: LikeTable, t: Translator): CreateTable {
  const known = t.scope.context.catalogue?.table(like.table.parts.map((part) => t.scope.fold(part)));
  const present = known?.texts && presentTable(known.texts, t);
  if (present === undefined)
    return t.refuse(like, 'LIKE has no counterpart in the target.', 'Name a `target`, or write the columns out.');
  const isCopied = copiedKinds(like.options);
  const elements = (present.table.elements ?? []).flatMap((element) => copiedElement(element, isCopied));
  if (isCopied('table-key')) t.after.push(...indexesOf(present, head.name, t));
  const { options } = present.table;
  return { ...head, elements, ...(options !== undefined && { options }) };
}

/** Which parts of a definition an option of LIKE takes along: https://www.postgresql.org/docs/current/sql-createtable.html */
const OPTIONS: readonly (readonly [option: string, kinds: readonly string[]])[] = [
  ['DEFAULTS', ['default-value']],
  ['CONSTRAINTS', ['check', 'table-check']],
  ['GENERATED', ['generated']],
  ['IDENTITY', ['identity', 'auto-increment']],
  ['INDEXES', ['primary-key', 'unique', 'table-key']],
];
const ALWAYS: readonly string[] = ['not-null', 'nullable', 'collate'];

/** Whether a kind of rule is taken along by the options of LIKE. */
export function copiedKinds(options: readonly string[]): (kind: string) => boolean {
  const kinds = new Set(ALWAYS);
  for (const written of options) {
    const [word, which = ''] = written.toUpperCase().split(/\s+/);
    const own = OPTIONS.flatMap(([option, of]) => (which === 'ALL' || which === option ? of : []));
    for (const kind of own) {
      if (word === 'INCLUDING') kinds.add(kind);
      else kinds.delete(kind);
    }
  }
  return (kind) => kinds.has(kind);
}

/** An element of the other table; no engine copies foreign keys. */
function copiedElement(element: TableElement, isCopied: (kind: string) => boolean): readonly TableElement[] {
  if (element.kind === 'table-constraint') return isCopied(element.rule.kind) ? [element] : [];
  if (element.kind !== 'column-definition') return [];
  const constraints = element.constraints.filter((each) => isCopied(each.rule.kind) || isCheckOfType(each, element));
  return [{ ...element, constraints }];
}

/** The indexes that were made apart, over the new table. */
function indexesOf({ table, indexes }: PresentTable, made: QualifiedName, t: Translator): Statement[] {
  const [former, own] = [keyOf(table.name, t), made.parts[made.parts.length - 1] as Name];
  return indexes.map((index): CreateIndex => {
    const called = index.name?.parts[index.name.parts.length - 1]?.value ?? '';
    const rest = called.toLowerCase().startsWith(`${former}_`) ? called.slice(former.length + 1) : called;
    const anew = name(`${own.value}_${rest}`, index.span, own.quoted);
    return { ...index, name: { kind: 'qualified-name', parts: [anew], span: index.span }, table: made };
  });
}
