import { parseTokens, withoutGuard, type OwnSchemas, type ScriptStatement, type Statement } from '../sql/index.js';
import type { DumpOptions } from './dump-options.js';

/** A statement as it is translated: without schemas of its own, and with what the script's types stand for. */
export function parsedStatement(
  { text, tokens }: ScriptStatement,
  { from, later }: DumpOptions,
  schemas: OwnSchemas,
): Statement {
  const tree = schemas.without(withoutGuard(parseTokens(text, tokens, from), from), text);
  return later?.without(tree, text) ?? tree;
}
