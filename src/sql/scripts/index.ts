/**
 * Scripts and dumps that are too large to be read at once: cut into statements as they stream, in bounded memory. This
 * folder owns where a statement ends in a text that is not whole yet, and where an INSERT of very many rows may be cut.
 */
export { ScriptReader, type ScriptReaderOptions } from './script-reader.js';
export { scriptText } from './script-text.js';
export type { LiteralRows } from './literal-rows.js';
export {
  placeInScript,
  type ClientLine,
  type CopiedRows,
  type ScriptPart,
  type ScriptStatement,
} from './script-parts.js';
