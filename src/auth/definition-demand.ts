import { walk, type Dialect, type Node, type Statement } from '../sql/index.js';
import type { Demand } from './grant.js';
import { powers, type StatementPowers } from './powers/index.js';

/** A definition changes the schema; one that names a file, another server or somebody else's rights is for administrators. */
export function demandOfDefinition(tree: Statement, { name }: Dialect): Demand {
  const demands: Demand[] = ['SCHEMA'];
  walk(tree, (node) => {
    if (reachesOut(node, powers[name])) demands.push('SERVER');
    return demands.length === 1;
  });
  return demands.at(-1) ?? 'SCHEMA';
}

function reachesOut(node: Node, powers: StatementPowers): boolean {
  const rule = REACHES[node.kind] as Rule<Node> | undefined;
  return rule?.(node, powers) === true;
}

type Rule<N extends Node> = (node: N, powers: StatementPowers) => boolean;

const REACHES: { readonly [K in Node['kind']]?: Rule<Extract<Node, { kind: K }>> } = {
  'create-table': ({ foreign, module }, { openModules }) =>
    foreign === true || (module !== undefined && !openModules.has(module.value.toLowerCase())),
  'alter-table': ({ object }) => object === 'FOREIGN TABLE',
  // It runs with the rights of whoever is named.
  'create-view': ({ attributes = '' }) => /\bDEFINER\b\s*=\s*(?!CURRENT_USER\b)/i.test(attributes),
  'table-option': ({ name, value }, { openOptions }) => openOptions.get(name)?.test(textOf(value)) === false,
  'partition-by': ({ definitions = '' }, { hiddenDefinitions }) => hiddenDefinitions.test(definitions),
  'alter-other': ({ text }, { hiddenDefinitions }) => hiddenDefinitions.test(text),
};

function textOf(value: Extract<Node, { kind: 'table-option' }>['value']): string {
  if (value === undefined) return '';
  if (value.kind === 'name' || value.kind === 'string') return value.value;
  return value.kind === 'column' ? (value.parts[0]?.value ?? '') : '';
}
