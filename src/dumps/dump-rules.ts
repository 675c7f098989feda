import { analyse, type AlterTable, type Dialect, type DialectName, type Statement } from '../sql/index.js';
import type { Redefined } from './alterations/redefinition.js';

/** What nothing hangs on: an index keeps no rows, and a query of no table tells whoever watches the loading how far it is. */
export function needless(tree: Statement, from: Dialect): string | undefined {
  if (tree.kind === 'query') {
    const { reads, tables } = analyse(tree, from);
    return reads === 'YES' && tables.read.length === 0 ? 'A query' : undefined;
  }
  if (tree.kind === 'alter-table') return addedRule(tree);
  if (tree.kind !== 'create-index') return undefined;
  const name = tree.name?.parts.at(-1)?.value;
  return `The index${name === undefined ? '' : ` \`${name}\``}`;
}

/** A check, or a rule that keeps rows apart, which the rows of a dump keep already. */
function addedRule({ actions }: AlterTable): string | undefined {
  const [only, ...others] = actions;
  if (only?.kind !== 'add-constraint' || others.length > 0) return undefined;
  const { rule, name } = only.constraint;
  const what = RULES[rule.kind];
  return what && `${what}${name === undefined ? '' : ` \`${name.value}\``}`;
}

const RULES: Readonly<Record<string, string>> = { 'table-check': 'The check', 'table-exclusion': 'The exclusion' };

export const STAND_IN = 'It stands in for a view that the dump makes at its end.';
export const NO_INDEX = 'The script makes no such index.';
export const OTHER_KIND = 'What goes by the name here is something else, which stays.';
export const TAKEN_BACK = 'The index is not made: it would come behind the rows, and is dropped before.';

/** Of what comments are kept that are said apart. */
export const KEEPS_COMMENT: Readonly<Record<DialectName, (object: string) => boolean>> = {
  POSTGRESQL: () => true,
  MYSQL: (object) => object === 'TABLE',
  SQLITE: () => false,
};

export const isIndex = (sql: string): boolean => /^CREATE INDEX\b/i.test(sql);
/** What comes behind the rows. */
const isHeld = (sql: string): boolean => isIndex(sql) || /^ALTER TABLE\b[^;]*?\bFOREIGN KEY\b/i.test(sql);

/** Whether a statement about a table is not held back, as indexes are, and foreign keys where these come last. */
export const staysNow =
  (areKeysLast: boolean) =>
  (sql: string): boolean =>
    !(areKeysLast ? isHeld : isIndex)(sql);

/** What is told of a definition that is said again has its place at the change. */
export const atStart = ({ statements, notices }: Redefined): Redefined => ({
  statements,
  notices: notices.map((notice) => ({ ...notice, line: 1, column: 1 })),
});
