import { functionRow, walk, type Analysis, type Dialect, type Name, type Statement, type Token } from '../sql/index.js';
import type { Demand } from './grant.js';
import { powers } from './powers/index.js';
import { callsInText, pathsInText, writesFile } from './statement-words.js';

/** Calls by names that functions which do more have, of whatever schema: an extension's may stand in any. */
export function demandOfCalls(
  names: readonly string[],
  { calls }: Pick<Analysis, 'calls'>,
  { name: dialect }: Dialect,
): Demand {
  const { openEffects, hiddenCalls } = powers[dialect];
  const called = names.map((name) => name.toLowerCase());
  const withEffects = called.filter((name) => functionRow(dialect, name)?.volatility === 'EFFECTS');
  if (called.some((name) => hiddenCalls.test(name)) || withEffects.some((name) => !openEffects.has(name)))
    return 'SERVER';
  if (withEffects.length > 0) return 'WRITE';
  // Something that is no name does more: a table of SQLite's that acts.
  return calls === 'NO' ? 'SERVER' : 'READ';
}

/** By where a routine stands, and by what a setting's name is. */
export function demandOfRoutines(tree: Statement, dialect: Dialect): Demand {
  const { hiddenRoutines, hiddenShows, settingCalls } = powers[dialect.name];
  const tellsSetting = (name: Name | undefined): boolean => settingCalls.has((name?.value ?? '').toLowerCase());
  let isHidden = false;
  walk(tree, (node) => {
    if (node.kind === 'call' || node.kind === 'call-procedure') {
      const [last, schema] = [...node.name.parts].reverse();
      const [setting] = node.arguments ?? [];
      const isOpen = setting?.kind === 'string' && !hiddenShows.test(setting.value);
      isHidden ||= (schema !== undefined && hiddenRoutines.test(schema.value)) || (tellsSetting(last) && !isOpen);
    }
    if (node.kind === 'field') isHidden ||= tellsSetting(node.field);
    if (node.kind === 'column' && node.parts.length > 1) isHidden ||= tellsSetting(node.parts.at(-1));
    return !isHidden;
  });
  return isHidden ? 'SERVER' : 'READ';
}

/** What a text that is no tree might do, by the names in it. */
export function demandOfText(tokens: readonly Token[], dialect: Dialect): Demand {
  const { hiddenTables, settingCalls } = powers[dialect.name];
  // Its escapes may have a sign of their own.
  if (tokens.some(({ kind, text }) => kind === 'quoted-name' && /^u&/i.test(text))) return 'SERVER';
  if (writesFile(tokens)) return 'SERVER';
  const calls = callsInText(tokens, dialect);
  if (calls.some((name) => settingCalls.has(name))) return 'SERVER';
  if (pathsInText(tokens, dialect).some((path) => hiddenTables.test(path))) return 'SERVER';
  return demandOfCalls(calls, { calls: 'YES' }, dialect);
}
