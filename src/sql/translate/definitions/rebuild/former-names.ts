import { foldName } from '../../../analysis/folded-names.js';
import type { CreateTable, DropConstraint, Name, TableKey } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import type { Translator } from '../../translator.js';
import { constraintsOf, withConstraints, type Constraint } from '../constraints/constraints.js';
import { USUAL_END } from '../alterations/dropped-constraints.js';

const FOREIGN_KEYS: ReadonlySet<string> = new Set(['references', 'table-foreign-key']);
const CHECKS: ReadonlySet<string> = new Set(['check', 'table-check']);

/** What servers of a dialect call the constraints that nobody named: by their kind, and how many of it there are. */
const NUMBERED: Readonly<Record<DialectName, readonly (readonly [name: RegExp, kinds: ReadonlySet<string>])[]>> = {
  POSTGRESQL: [],
  MYSQL: [
    [/_ibfk_(\d+)$/i, FOREIGN_KEYS],
    [/_chk_(\d+)$/i, CHECKS],
    [/^CONSTRAINT_(\d+)$/i, CHECKS],
  ],
  SQLITE: [],
};

/** A table in which the constraint that is dropped has the name that its source gives to one without. */
export function withFormerName(table: CreateTable, { name }: DropConstraint, t: Translator): CreateTable {
  if (name === undefined || constraintsOf(table).some((one) => isCalled(one, name, t))) return table;
  if (t.source === 'MYSQL') {
    const key = uniqueOver(table, name, t);
    if (key !== undefined) return withConstraints(table, (one) => (one === key ? { ...one, name } : one));
  }
  for (const [pattern, kinds] of NUMBERED[t.source]) {
    const [, number] = pattern.exec(name.value) ?? [];
    if (number === undefined) continue;
    const nameless = constraintsOf(table).filter((one) => one.name === undefined && kinds.has(one.rule.kind));
    const found = nameless[Number(number) - 1];
    return withConstraints(table, (one) => (one === found ? { ...one, name } : one));
  }
  // MySQL's has no other name than PRIMARY: https://dev.mysql.com/doc/refman/8.4/en/create-index.html
  if (t.source === 'MYSQL' && name.value.toLowerCase() !== 'primary') return table;
  // its own name is not kept
  const [key] = constraintsOf(table).filter((one) => one.name === undefined && isPrimary(one.rule));
  if (key === undefined || USUAL_END.test(name.value)) return table;
  return withConstraints(table, (one) => (one === key ? { ...one, name } : one));
}

const isPrimary = (rule: Constraint['rule']): boolean =>
  rule.kind === 'primary-key' || (rule.kind === 'table-key' && rule.type === 'primary');

/** The key without a name that MySQL calls by its first column. */
function uniqueOver(table: CreateTable, name: Name, t: Translator): Constraint | undefined {
  const owner = table.name.parts.at(-1)?.value ?? '';
  const wanted = new Set([name.value.toLowerCase(), name.value.slice(owner.length + 1).toLowerCase()]);
  const found: Constraint[] = [];
  withConstraints(table, (one, column) => {
    const first =
      one.rule.kind === 'unique'
        ? column?.name
        : one.rule.kind === 'table-key' && one.rule.type === 'unique'
          ? firstColumn(one.rule)
          : undefined;
    if (one.name === undefined && first !== undefined && wanted.has(foldName(first, t.to).toLowerCase()))
      found.push(one);
    return one;
  });
  return found.length === 1 ? found[0] : undefined;
}

function firstColumn({ elements }: TableKey): Name | undefined {
  const expression = elements[0]?.expression;
  return expression?.kind === 'column' ? expression.parts.at(-1) : undefined;
}

const isCalled = (one: Constraint, name: Name, t: Translator): boolean =>
  one.name !== undefined && foldName(one.name, t.to).toLowerCase() === foldName(name, t.to).toLowerCase();
