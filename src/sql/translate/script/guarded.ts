import { rewrite, type Node, type Statement } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import { DragomanError } from '../../../errors/index.js';
import { parseStatement } from '../../parser/index.js';

/** A block that makes something unless it is there: what a definition says by IF NOT EXISTS, where it has the words. */
const GUARDS: readonly RegExp[] = [
  /^BEGIN\s+([^;]+);\s*EXCEPTION\s+WHEN\s+(?:duplicate_\w+|others)(?:\s+OR\s+duplicate_\w+)*\s+THEN\s+(?:NULL|RAISE\s+NOTICE[^;]*)\s*;\s*END\s*;?$/i,
  /^BEGIN\s+IF\s+NOT\s+EXISTS\s*\(\s*SELECT\s[^;]*?\bpg_(?:catalog\.pg_)?(?:type|constraint|class|indexes|tables)\b[^;]*?\)\s*THEN\s+([^;]+);\s*END\s+IF\s*;\s*END\s*;?$/i,
];

const BLOCK = /^DO\s+(?:LANGUAGE\s+plpgsql\s+)?\$(\w*)\$\s*([\s\S]*?)\s*\$\1\$(?:\s+LANGUAGE\s+plpgsql)?$/i;

const DEFINES = /^(?:CREATE\s+(?:TYPE|DOMAIN|TABLE|SEQUENCE|(?:UNIQUE\s+)?INDEX)|ALTER\s+(?:TABLE|TYPE))\b/i;

/**
 * The definition that a DO block makes unless it is there, as migrations of PostgreSQL write it; any other statement as it
 * is. https://www.postgresql.org/docs/current/sql-do.html
 */
export function withoutGuard(tree: Statement, dialect: Dialect): Statement {
  if (tree.kind !== 'command' || tree.verb !== 'DO' || dialect.name !== 'POSTGRESQL') return tree;
  const block = BLOCK.exec(tree.text.trim())?.[2]
    ?.replace(/--[^\n]*\n/g, '\n')
    .trim();
  const inner = block && GUARDS.map((guard) => guard.exec(block)?.[1]?.trim()).find((one) => one !== undefined);
  if (!inner || !DEFINES.test(inner)) return tree;
  const { span } = tree;
  try {
    return rewrite<Statement>(parseStatement(inner, dialect), (node: Node) => ({ ...node, span }));
  } catch (error) {
    // it is told of as the block that it is
    if (error instanceof DragomanError) return tree;
    throw error;
  }
}
