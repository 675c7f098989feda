import type { Expression } from '../../../ast/index.js';
import type { Translator } from '../../translator.js';
import { jsonAccess } from './json-access.js';

/** What MySQL takes out of a document has the document's collation, which sees case: https://dev.mysql.com/doc/refman/8.4/en/json.html */
export function isOfDocument(node: Expression, t: Translator): boolean {
  if (t.source !== 'MYSQL' || node.kind === 'column' || node.kind === 'string') return false;
  const document = jsonAccess(node, t)?.document;
  return document !== undefined && t.typeName(document) === 'JSON';
}
