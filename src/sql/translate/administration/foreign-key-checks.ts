import type { Expression, Pragma, SetStatement, Statement } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { parseStatement } from '../../parser/index.js';
import type { Translator } from '../translator.js';

/** What lets a session look at foreign keys or not; undefined where a server looks always. */
const SWITCHES: Readonly<Record<DialectName, ((on: boolean) => string) | undefined>> = {
  POSTGRESQL: undefined,
  MYSQL: (on) => `SET foreign_key_checks = ${on ? 1 : 0}`,
  SQLITE: (on) => `PRAGMA foreign_keys = ${on ? 'ON' : 'OFF'}`,
};

/** https://sqlite.org/pragma.html#pragma_defer_foreign_keys: until the transaction ends. */
const DEFERRED = 'PRAGMA defer_foreign_keys = ON';

/** MySQL's `foreign_key_checks`, SQLite's `foreign_keys`, PostgreSQL's SET CONSTRAINTS; undefined for any other setting. */
export function foreignKeyChecks(node: SetStatement | Pragma, t: Translator): Statement | undefined {
  const { span } = node;
  const words = wordsOf(node, t);
  if (words === undefined) return undefined;
  const write = SWITCHES[t.target];
  const sql = typeof words === 'boolean' ? write?.(words) : t.target === 'SQLITE' ? DEFERRED : undefined;
  return sql === undefined ? undefined : { ...parseStatement(sql, t.to), span };
}

function wordsOf(node: SetStatement | Pragma, t: Translator): boolean | 'deferred' | undefined {
  if (node.kind === 'pragma') {
    const isIt = node.name.parts.at(-1)?.value.toLowerCase() === 'foreign_keys';
    return isIt && node.value !== undefined ? switchOf(node.value, t) : undefined;
  }
  const [only, ...others] = node.assignments;
  if (only === undefined || others.length > 0 || node.reset === true) return undefined;
  if (t.source === 'POSTGRESQL')
    return /^SET CONSTRAINTS \S.* DEFERRED$/i.test(t.textOf(node)) ? 'deferred' : undefined;
  const name = /\bforeign_key_checks\s*:?=/i.test(t.textOf(only));
  const [value] = only.values;
  return name && only.scope?.toUpperCase() !== 'GLOBAL' && value !== undefined ? switchOf(value, t) : undefined;
}

const ON: ReadonlySet<string> = new Set(['1', 'on', 'yes', 'true']);
const OFF: ReadonlySet<string> = new Set(['0', 'off', 'no', 'false']);

function switchOf(value: Expression, t: Translator): boolean | undefined {
  const word = t
    .textOf(value)
    .replace(/^['"]|['"]$/g, '')
    .toLowerCase();
  return ON.has(word) ? true : OFF.has(word) ? false : undefined;
}
