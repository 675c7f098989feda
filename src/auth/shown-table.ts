import { pathOf, type Dialect, type Statement } from '../sql/index.js';

const NAME = '`(?:[^`]|``)+`|[\\w$\\u0080-\\uffff]+';
const COLUMNS = '(?:EXTENDED )?(?:FULL )?(?:COLUMNS|FIELDS)|(?:EXTENDED )?(?:INDEX|INDEXES|KEYS)';

/** https://dev.mysql.com/doc/refman/8.4/en/show-columns.html, show-index.html; WHERE may ask for other tables, and is not here. */
const SHOWN = new RegExp(
  `^(?:${COLUMNS}) (?:FROM|IN) (?:(?<schema>${NAME}) ?\\. ?)?(?<table>${NAME})(?: (?:FROM|IN) (?<other>${NAME}))?(?: LIKE '[^'\\\\]*')?$`,
  'iu',
);
/** https://dev.mysql.com/doc/refman/8.4/en/explain.html: of a table, and of a column of it. */
const DESCRIBED = new RegExp(`^(?:(?<schema>${NAME}) ?\\. ?)?(?<table>${NAME})(?: (?:${NAME}|'[^'\\\\]*'))?$`, 'iu');
/**
 * The table whose columns or indexes a statement tells, and nothing besides: SHOW COLUMNS, SHOW INDEX, DESCRIBE.
 * @returns its path as an analysis has it; undefined for any other statement
 */
export function shownTable(tree: Statement, dialect: Dialect): string | undefined {
  if (tree.kind !== 'show' || dialect.name !== 'MYSQL') return undefined;
  const { schema, table, other } = (tree.verb === 'SHOW' ? SHOWN : DESCRIBED).exec(tree.text)?.groups ?? {};
  if (table === undefined) return undefined;
  return pathOf([other ?? schema, table].flatMap((name) => (name === undefined ? [] : [bare(name)])));
}

const bare = (name: string): string => (name.startsWith('`') ? name.slice(1, -1).replaceAll('``', '`') : name);
