/** A change of SQLite's own row, by which a trigger gives values. */
const GIVES = /\bWHERE rowid = NEW\.rowid\b/i;
const FIRES_ON_UPDATE = /^CREATE TRIGGER\s[^]*?\sUPDATE\s[^]*?\bON\b/i;
const head = (sql: string): string => sql.slice(0, sql.search(/\bBEGIN\b/i));
const firesOnUpdate = (sql: string): boolean => FIRES_ON_UPDATE.test(head(sql));

/** Whether a trigger fires only where columns change, which those that are given values are none of, but for their own. */
const asksForChange = (sql: string): boolean => /\bWHEN\b[^]*\bold\.[^]*\bnew\./i.test(head(sql)) && !GIVES.test(sql);

/**
 * Whether triggers of SQLite's would fire each other, which the source's do not: there a trigger gives values by changing its
 * row once more, and that fires all others. https://www.sqlite.org/pragma.html#pragma_recursive_triggers
 *
 * @param made the statements of one trigger
 * @param present those of the other triggers of the table
 */
export function firesOthers(made: readonly string[], present: readonly string[]): boolean {
  const triggers = present.filter((sql) => /^CREATE TRIGGER\b/i.test(sql));
  if (made.some((sql) => GIVES.test(sql)) && triggers.some((sql) => firesOnUpdate(sql) && !asksForChange(sql)))
    return true;
  return made.some((sql) => firesOnUpdate(sql) && !asksForChange(sql)) && triggers.some((sql) => GIVES.test(sql));
}
