import { dialects, tokenize, type DialectName } from '../../../src/sql/index.js';

/** The statement with every placeholder replaced by one that the engine's own grammar knows. */
export function withPlainPlaceholders(sql: string, dialect: DialectName, plain: string): string {
  let text = '';
  let at = 0;
  for (const { kind, start, end } of tokenize(sql, dialects[dialect])) {
    if (kind !== 'placeholder') continue;
    // a space keeps it apart from the operator that it may touch
    text += `${sql.slice(at, start)} ${plain} `;
    at = end;
  }
  return text + sql.slice(at);
}
