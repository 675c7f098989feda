import { foldName } from '../../../analysis/folded-names.js';
import type { CreateTable, DropConstraint, Name } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import type { Translator } from '../../translator.js';
import { constraintsOf, withConstraints, type Constraint } from '../constraints.js';

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
  for (const [pattern, kinds] of NUMBERED[t.source]) {
    const [, number] = pattern.exec(name.value) ?? [];
    if (number === undefined) continue;
    const nameless = constraintsOf(table).filter((one) => one.name === undefined && kinds.has(one.rule.kind));
    const found = nameless[Number(number) - 1];
    return withConstraints(table, (one) => (one === found ? { ...one, name } : one));
  }
  return table;
}

const isCalled = (one: Constraint, name: Name, t: Translator): boolean =>
  one.name !== undefined && foldName(one.name, t.to).toLowerCase() === foldName(name, t.to).toLowerCase();
