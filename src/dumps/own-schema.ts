import { foldName, rewrite, type Dialect, type DialectName, type Node, type Statement } from '../sql/index.js';

/** The schema in which a dump's tables are where it says nothing else: names that it qualifies mean the target's own. */
const OWN_SCHEMA: Readonly<Partial<Record<DialectName, string>>> = { POSTGRESQL: 'public', SQLITE: 'main' };

/**
 * The same statement with `public.t` as `t`: pg_dump qualifies every name, and other engines call their schemas otherwise.
 *
 * @param text what it was read from
 */
export function withoutSchema<S extends Statement>(statement: S, text: string, dialect: Dialect): S {
  const own = OWN_SCHEMA[dialect.name];
  // rows by the thousands are not walked for nothing
  if (own === undefined || !text.toLowerCase().includes(own)) return statement;
  return rewrite<S>(statement, (node: Node) => {
    if (node.kind !== 'qualified-name' || node.parts.length < 2) return node;
    const [first, ...others] = node.parts;
    return first !== undefined && foldName(first, dialect) === own ? { ...node, parts: others } : node;
  });
}
