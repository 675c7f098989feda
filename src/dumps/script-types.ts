import { rewrite, type Dialect, type Node, type Span, type Statement } from '../sql/index.js';
import { ownName } from './names.js';

type CreateType = Extract<Statement, { kind: 'create-type' }>;
type AlterType = Extract<Statement, { kind: 'alter-type' }>;
type Column = Extract<Node, { kind: 'column-definition' }>;
type Constraint = Column['constraints'][number];
type DataType = Extract<Node, { kind: 'data-type' }>;
type Labels = NonNullable<CreateType['labels']>;

/** A domain: another type, with rules of its own. */
interface Domain {
  readonly type: DataType;
  readonly constraints: readonly Constraint[];
}

const ADDS_LABEL =
  /^ADD\s+VALUE\s+(?:IF\s+NOT\s+EXISTS\s+)?'((?:[^']|'')*)'(?:\s+(BEFORE|AFTER)\s+'((?:[^']|'')*)')?$/i;

/**
 * The types that a script of PostgreSQL makes: enumerations and domains, which no other engine has. Columns and casts say
 * what they stand for instead.
 */
export class ScriptTypes {
  readonly #labels = new Map<string, Labels>();
  readonly #domains = new Map<string, Domain>();
  /** Types whose values stand as texts elsewhere: of several parts, and ranges. */
  readonly #texts = new Set<string>();

  constructor(readonly dialect: Dialect) {}

  /** Takes what a statement says of types; a label that is added later, columns have from the start. */
  note(tree: Statement): void {
    if (tree.kind === 'alter-type') this.#addLabel(tree);
    if (tree.kind !== 'create-type') return;
    const key = ownName(tree.name, this.dialect);
    if (tree.form === 'enum') this.#labels.set(key, tree.labels ?? []);
    if (tree.form === 'composite' || tree.form === 'range') this.#texts.add(key);
    if (tree.form === 'domain' && tree.type !== undefined)
      this.#domains.set(key, { type: tree.type, constraints: tree.constraints ?? [] });
  }

  /** Whether a statement says nothing but what columns are made with. */
  isTold(tree: Statement): boolean {
    if (tree.kind === 'create-type') return tree.form === 'enum' || tree.form === 'domain';
    return (
      tree.kind === 'alter-type' && this.#labels.has(ownName(tree.name, this.dialect)) && ADDS_LABEL.test(tree.text)
    );
  }

  /**
   * The same statement with what the types stand for.
   *
   * @param text what it was read from
   */
  without<S extends Statement>(tree: S, text: string): S {
    if (
      this.#labels.size + this.#domains.size + this.#texts.size === 0 ||
      (tree.kind === 'insert' && !CASTS.test(text))
    )
      return tree;
    return rewrite<S>(tree, (node: Node) => {
      if (node.kind === 'column-definition') return this.#column(node);
      return node.kind === 'cast' ? { ...node, type: this.#castType(node.type) } : node;
    });
  }

  #addLabel({ name, text }: AlterType): void {
    const key = ownName(name, this.dialect);
    const labels = this.#labels.get(key);
    const [, label, place, other] = ADDS_LABEL.exec(text) ?? [];
    if (labels === undefined || label === undefined || labels.some((one) => textOf(one) === unquoted(label))) return;
    const found = labels.findIndex((one) => textOf(one) === unquoted(other ?? ''));
    const at = found < 0 ? labels.length : found + (place?.toUpperCase() === 'AFTER' ? 1 : 0);
    const added = { kind: 'string', value: unquoted(label), span: name.span } as const;
    this.#labels.set(key, [...labels.slice(0, at), added, ...labels.slice(at)]);
  }

  #column(column: Column): Column {
    const { type, name } = column;
    if (type === undefined) return column;
    const key = this.#keyOfType(type);
    const labels = this.#labels.get(key);
    if (labels !== undefined && type.dimensions === undefined)
      return {
        ...column,
        type: placed({ kind: 'data-type', name: 'enum', arguments: labels, span: type.span }, type.span),
      };
    if (this.#texts.has(key)) return { ...column, type: asText(type) };
    const domain = this.#domains.get(key);
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
    const key = this.#keyOfType(type);
    if (this.#labels.has(key) || this.#texts.has(key)) return asText(type);
    const domain = this.#domains.get(key);
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
