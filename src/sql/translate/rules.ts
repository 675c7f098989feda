/** How each kind of node is translated; one table a family. */
import { administration } from './administration/index.js';
import { changes } from './changes/index.js';
import { definitions } from './definitions/index.js';
import { calls } from './expressions/calls.js';
import { casts } from './expressions/casts.js';
import { comparisons } from './expressions/comparisons/comparisons.js';
import { conditions } from './expressions/conditions.js';
import { literals } from './expressions/literals.js';
import { membership } from './expressions/comparisons/membership.js';
import { names } from './expressions/names.js';
import { operators } from './expressions/operators.js';
import { patterns } from './expressions/patterns/patterns.js';
import { quantifiers } from './expressions/comparisons/quantifiers.js';
import { subscripts } from './expressions/arrays/subscripts.js';
import { zones } from './expressions/moments/zones.js';
import { withoutCounterpart } from './expressions/without-counterpart.js';
import { fromClauses } from './queries/from.js';
import { queries } from './queries/queries.js';
import { selects } from './queries/selects.js';
import { windows } from './queries/windows.js';
import type { RuleTable } from './translator.js';

export const RULES: RuleTable = {
  ...literals,
  ...names,
  ...operators,
  ...comparisons,
  ...membership,
  ...quantifiers,
  ...conditions,
  ...patterns,
  ...subscripts,
  ...casts,
  ...calls,
  ...withoutCounterpart,
  ...zones,
  ...queries,
  ...selects,
  ...fromClauses,
  ...windows,
  ...changes,
  ...definitions,
  ...administration,
};
