import { ownName } from '../../analysis/folded-names.js';
import { rewrite, type Node, type Span, type Statement } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';

type CreateType = Extract<Statement, { kind: 'create-type' }>;
type AlterType = Extract<Statement, { kind: 'alter-type' }>;
type Column = Extract<Node, { kind: 'column-definition' }>;
type Constraint = Column['constraints'][number];
type DataType = Extract<Node, { kind: 'data-type' }>;
type Labels = NonNullable<CreateType['labels']>;
type AlterColumn = Extract<Node, { kind: 'alter-column' }>;
type Domain = NonNullable<Type['domain']>;

/** A type of the script: the words of an enumeration, or another type with rules of its own. */
interface Type {
  labels?: Labels;
  readonly domain?: { readonly type: DataType; readonly constraints: readonly Constraint[] };
  /** Whether its values stand as texts elsewhere: those of several parts, and ranges. */
  readonly isText?: boolean;
}

const ADDS_LABEL =
  /^ADD\s+VALUE\s+(?:IF\s+NOT\s+EXISTS\s+)?'((?:[^']|'')*)'(?:\s+(BEFORE|AFTER)\s+'((?:[^']|'')*)')?$/i;
const RENAMES = /^RENAME\s+TO\s+(?:"((?:[^"]|"")+)"|([^\s"]+))$/i;
/** Where a type may be called otherwise in the other schema, which are one. */
const MOVES = /^(?:OWNER\s+TO|SET\s+SCHEMA)\b/i;

/**
 * The types that a script of PostgreSQL makes: enumerations and domains, which no other engine has. Columns and casts say
 * what they stand for instead. A name may stand for one type after the other, as in migrations that put a longer list into
 * the place of a shorter one; so names are followed in the second reading as they were in the first.
 */
export class ScriptTypes {
  /** In the order in which the script makes them. */
  readonly #made: Type[] = [];
  readonly #names = new Map<string, Type>();
  /** How many were made so far in this reading. */
  #count = 0;

  constructor(readonly dialect: Dialect) {}

  /** Takes what a statement says of types; a label that is added later, columns have from the start. */
  note(tree: Statement): void {
    if (tree.kind === 'create-type') this.#made.push(typeOf(tree));
    this.follow(tree);
    if (tree.kind === 'alter-type') this.#addLabel(tree);
  }

  /** Begins to read the script again. */
  again(): void {
    this.#names.clear();
    this.#count = 0;
  }

  /** Takes which type goes by which name behind a statement. */
  follow(tree: Statement): void {
    if (tree.kind === 'create-type') {
      const type = this.#made[this.#count];
      this.#count += 1;
      if (type !== undefined) this.#names.set(ownName(tree.name, this.dialect), type);
    } else if (tree.kind === 'alter-type') this.#rename(tree);
    else if (tree.kind === 'drop' && isOfTypes(tree))
      for (const name of tree.names) this.#names.delete(ownName(name, this.dialect));
  }

  /** Whether a statement says nothing but what columns are made with. */
  isTold(tree: Statement): boolean {
    if (tree.kind === 'create-type') return tree.form === 'enum' || tree.form === 'domain';
    if (tree.kind === 'drop' && isOfTypes(tree))
      return tree.names.every((name) => tree.ifExists === true || this.#has(name));
    if (tree.kind !== 'alter-type' || !this.#has(tree.name)) return false;
    return [ADDS_LABEL, RENAMES, MOVES].some((form) => form.test(tree.text));
  }

  /**
   * The same statement with what the types stand for.
   *
   * @param text what it was read from
   */
  without<S extends Statement>(tree: S, text: string): S {
    if (this.#names.size === 0 || (tree.kind === 'insert' && !CASTS.test(text))) return tree;
    return rewrite<S>(tree, (node: Node) => {
      if (node.kind === 'column-definition') return this.#column(node);
      if (node.kind === 'alter-column') return this.#alteredColumn(node);
      return node.kind === 'cast' ? { ...node, type: this.#castType(node.type) } : node;
    });
  }

  #has(name: CreateType['name']): boolean {
    return this.#names.has(ownName(name, this.dialect));
  }

  #rename({ name, text }: AlterType): void {
    const [, quoted, plain] = RENAMES.exec(text) ?? [];
    const key = ownName(name, this.dialect);
    const type = this.#names.get(key);
    const other = quoted?.replaceAll('""', '"') ?? plain?.toLowerCase();
    if (type === undefined || other === undefined) return;
    this.#names.delete(key);
    this.#names.set(other, type);
  }

  #addLabel({ name, text }: AlterType): void {
    const type = this.#names.get(ownName(name, this.dialect));
    const labels = type?.labels;
    const [, label, place, other] = ADDS_LABEL.exec(text) ?? [];
    if (type === undefined || labels === undefined || label === undefined) return;
    if (labels.some((one) => textOf(one) === unquoted(label))) return;
    const found = labels.findIndex((one) => textOf(one) === unquoted(other ?? ''));
    const at = found < 0 ? labels.length : found + (place?.toUpperCase() === 'AFTER' ? 1 : 0);
    const added = { kind: 'string', value: unquoted(label), span: name.span } as const;
    type.labels = [...labels.slice(0, at), added, ...labels.slice(at)];
  }

  /** A column that gets another type; a domain with rules of its own adds these to the column, which are said nowhere here. */
  #alteredColumn(action: AlterColumn): AlterColumn {
    const { type, span } = action;
    if (type === undefined) return action;
    const { labels, domain } = this.#names.get(this.#keyOfType(type)) ?? {};
    if (labels !== undefined && type.dimensions === undefined) return { ...action, type: enumOf(labels, span) };
    if (domain === undefined || domain.constraints.length > 0) return action;
    return { ...action, type: this.#castType(type) };
  }

  #column(column: Column): Column {
    const { type, name } = column;
    if (type === undefined) return column;
    const { labels, domain, isText } = this.#names.get(this.#keyOfType(type)) ?? {};
    if (labels !== undefined && type.dimensions === undefined) return { ...column, type: enumOf(labels, type.span) };
    if (isText === true) return { ...column, type: asText(type) };
    if (domain === undefined) return column;
    const hasDefault = column.constraints.some(({ rule }) => rule.kind === 'default-value');
    const own = domain.constraints
      .filter(({ rule }) => !(hasDefault && rule.kind === 'default-value'))
      .map(({ name: _, ...constraint }) => placed(ofColumn(constraint, name), type.span));
    const based: Column = { ...column, type: this.#based(domain, type), constraints: [...column.constraints, ...own] };
    return this.#column(based);
  }

  /** The type that a domain stands for, of as many dimensions as are written. */
  #based({ type: base }: Domain, { dimensions, span }: DataType): DataType {
    return placed({ ...base, ...(dimensions !== undefined && { dimensions }) }, span);
  }

  #castType(type: DataType): DataType {
    const { labels, domain, isText } = this.#names.get(this.#keyOfType(type)) ?? {};
    if (labels !== undefined || isText === true) return asText(type);
    return domain === undefined ? type : this.#castType(this.#based(domain, type));
  }

  #keyOfType({ name, path }: DataType): string {
    return path === undefined ? name.toLowerCase() : ownName(path, this.dialect);
  }
}

const asText = ({ dimensions, span }: DataType): DataType => ({
  kind: 'data-type',
  name: 'text',
  arguments: [],
  ...(dimensions !== undefined && { dimensions }),
  span,
});

function typeOf({ form, labels = [], type, constraints = [] }: CreateType): Type {
  if (form === 'enum') return { labels };
  if (form === 'composite' || form === 'range') return { isText: true };
  return form === 'domain' && type !== undefined ? { domain: { type, constraints } } : {};
}

const isOfTypes = ({ object }: Extract<Statement, { kind: 'drop' }>): boolean =>
  object === 'TYPE' || object === 'DOMAIN';

const enumOf = (labels: Labels, span: Span): DataType =>
  placed({ kind: 'data-type', name: 'enum', arguments: labels, span }, span);

/** A domain’s rule as one of the column: VALUE is the column. */
function ofColumn(constraint: Omit<Constraint, 'name'>, name: Column['name']): Constraint {
  return rewrite(constraint as Constraint, (node: Node) => {
    const isValue = node.kind === 'column' && node.parts.length === 1 && node.parts[0]?.value.toLowerCase() === 'value';
    return isValue ? { ...node, parts: [name] } : node;
  });
}

/** The same tree where the script uses it: what is told of it has its place there. */
const placed = <N extends Node>(tree: N, span: Span): N => rewrite<N>(tree, (node: Node) => ({ ...node, span }));

const textOf = (label: Labels[number]): string => (label.kind === 'string' ? label.value : '');
const unquoted = (written: string): string => written.replaceAll("''", "'");

/** Rows by the thousands are not walked for nothing. */
const CASTS = /::|\bCAST\b/i;
