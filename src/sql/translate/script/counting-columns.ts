import type { ColumnDefinition } from '../../ast/index.js';

const COUNTING_TYPES: ReadonlySet<string> = new Set(['serial', 'bigserial', 'smallserial']);

/** Whether the engine counts where a column is given nothing, in whichever dialect that is said. */
export const counts = ({ type, constraints }: ColumnDefinition): boolean =>
  COUNTING_TYPES.has(type?.name.toLowerCase() ?? '') || constraints.some(({ rule }) => isCounter(rule));

function isCounter(rule: ColumnDefinition['constraints'][number]['rule']): boolean {
  if (rule.kind === 'primary-key') return rule.autoIncrement === true;
  return rule.kind === 'identity' || rule.kind === 'auto-increment';
}
