import { foldName, rewrite, type Dialect, type DialectName, type Node, type Statement } from '../sql/index.js';

/** The schema in which a dump's tables are where it says nothing else: names that it qualifies mean the target's own. */
const OWN_SCHEMA: Readonly<Partial<Record<DialectName, string>>> = { POSTGRESQL: 'public', SQLITE: 'main' };

/** The same statement with `public.t` as `t`: pg_dump qualifies every name, and other engines call their schemas otherwise. */
export function withoutSchema<S extends Statement>(statement: S, dialect: Dialect): S {
  const own = OWN_SCHEMA[dialect.name];
  if (own === undefined) return statement;
  return rewrite<S>(statement, (node: Node) => {
    if (node.kind !== 'qualified-name' || node.parts.length < 2) return node;
    const [first, ...others] = node.parts;
    return first !== undefined && foldName(first, dialect) === own ? { ...node, parts: others } : node;
  });
}
