import { rewrite, withChildren, type Expression, type FunctionCall, type Node, type Span } from '../ast/index.js';
import type { Dialect, DialectName } from '../dialects/dialect.js';
import { parseStatement } from '../parser/index.js';

/** An expression of a dialect with places for others: `$1`, `$2`, and `:rest` for all arguments behind the numbered ones. */
export interface Template {
  readonly root: Expression;
  /** How often each numbered place stands in it, from `$1` on. */
  readonly uses: readonly number[];
}

const templates: Readonly<Record<DialectName, Map<string, Template>>> = {
  POSTGRESQL: new Map(),
  MYSQL: new Map(),
  SQLITE: new Map(),
};

/** Reads a template, once for each text. */
export function templateOf(sql: string, dialect: Dialect): Template {
  const known = templates[dialect.name];
  const present = known.get(sql);
  if (present !== undefined) return present;
  const template = readTemplate(sql, dialect);
  known.set(sql, template);
  return template;
}

function readTemplate(sql: string, dialect: Dialect): Template {
  const statement = parseStatement(`SELECT ${sql}`, dialect);
  const item = statement.kind === 'query' && statement.body.kind === 'select' ? statement.body.columns[0] : undefined;
  if (item === undefined) throw new TypeError(`No template of an expression: ${sql}`);
  const uses: number[] = [];
  rewrite(item.expression, (node) => {
    if (node.kind === 'parameter' && node.number !== undefined)
      uses[node.number - 1] = (uses[node.number - 1] ?? 0) + 1;
    return node;
  });
  return { root: item.expression, uses: Array.from(uses, (count: number | undefined) => count ?? 0) };
}

/**
 * The template with expressions in its places. Its nodes get the span of what they stand for.
 *
 * @param values of the places; what is behind the highest number stands where `:rest` does
 */
export function fill({ root, uses }: Template, values: readonly Expression[], span: Span): Expression {
  const rest = values.length > uses.length ? values.slice(uses.length) : [];
  const put = (node: Node): Node => {
    if (node.kind === 'parameter') return node.number === undefined ? node : (values[node.number - 1] ?? node);
    const own = withChildren(node, span, put);
    if (own.kind === 'call') return own.arguments.some(isRest) ? { ...own, arguments: spread(own, rest) } : own;
    if (own.kind === 'in-list' || own.kind === 'row' || own.kind === 'array') {
      return { ...own, items: own.items.flatMap((one) => (isRest(one) ? rest : [one])) };
    }
    return own;
  };
  return put(root) as Expression;
}

const isRest = (node: Expression): boolean => node.kind === 'parameter' && node.name === 'rest';

function spread(node: FunctionCall, rest: readonly Expression[]): readonly Expression[] {
  return node.arguments.flatMap((one) => (isRest(one) ? rest : [one]));
}
