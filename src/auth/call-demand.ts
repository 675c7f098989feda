import {
  functionRow,
  walk,
  type Analysis,
  type Dialect,
  type Name,
  type Node,
  type Statement,
  type Token,
} from '../sql/index.js';
import type { Demand } from './grant.js';
import { powers, type StatementPowers } from './powers/index.js';
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
export function demandOfRoutines(tree: Statement, { name }: Dialect): Demand {
  const hidden: Node[] = [];
  walk(tree, (node) => {
    if (isHiddenRoutine(node, powers[name])) hidden.push(node);
    return hidden.length === 0;
  });
  return hidden.length > 0 ? 'SERVER' : 'READ';
}

function isHiddenRoutine(node: Node, { hiddenRoutines, hiddenShows, settingCalls }: StatementPowers): boolean {
  const tellsSetting = (name: Name | undefined): boolean => settingCalls.has((name?.value ?? '').toLowerCase());
  if (node.kind === 'field') return tellsSetting(node.field);
  if (node.kind === 'column') return node.parts.length > 1 && tellsSetting(node.parts.at(-1));
  if (node.kind !== 'call' && node.kind !== 'call-procedure') return false;
  const [last, schema] = [...node.name.parts].reverse();
  if (schema !== undefined && hiddenRoutines.test(schema.value)) return true;
  const [setting] = node.arguments ?? [];
  return tellsSetting(last) && (setting?.kind !== 'string' || hiddenShows.test(setting.value));
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
