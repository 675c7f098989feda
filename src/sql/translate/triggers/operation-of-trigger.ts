import type { CreateTrigger, TriggerEvent } from '../../ast/index.js';
import type { TriggerAction } from './trigger-bodies.js';

const OPERATION = /\bTG_OP\b/i;
const TABLE_NAME = /\bTG_(?:TABLE_NAME|RELNAME)\b/gi;
const OTHER_VARIABLE = /\bTG_[A-Z_]+\b/i;

/** What a trigger does on some of its events. */
export interface OnEvents {
  readonly events: readonly TriggerEvent[];
  readonly actions: readonly TriggerAction[];
}

/**
 * What a function of PostgreSQL's asks for by its variables is known for each event: it does something else on each.
 *
 * @returns undefined where it asks for more than that: https://www.postgresql.org/docs/current/plpgsql-trigger.html
 */
export function partedByOperation(trigger: CreateTrigger, actions: readonly TriggerAction[]): OnEvents[] | undefined {
  const table = trigger.table.parts.at(-1)?.value ?? '';
  const named = actions.map((action) => mapped(action, (sql) => sql.replace(TABLE_NAME, `'${table}'`)));
  const parted = named.some((action) => textsOf(action).some((sql) => OPERATION.test(sql)))
    ? trigger.events.map((event) => ({ events: [event], actions: named.flatMap((one) => onEvent(one, event.event)) }))
    : [{ events: trigger.events, actions: named }];
  const isKnown = parted.every((one) =>
    one.actions.every((each) => !textsOf(each).some((sql) => OTHER_VARIABLE.test(sql))),
  );
  return isKnown ? parted.filter((one) => one.actions.length > 0) : undefined;
}

/** An action as it is on an event; none where its conditions exclude it. */
function onEvent(action: TriggerAction, event: string): TriggerAction[] {
  const said = mapped(action, (sql) =>
    sql
      .replace(/\bTG_OP\s*=\s*'(\w+)'/gi, (_, other: string) => truth(other === event))
      .replace(/\bTG_OP\s*(?:<>|!=)\s*'(\w+)'/gi, (_, other: string) => truth(other !== event))
      .replace(/\bTG_OP\s+IN\s*\(([^)]*)\)/gi, (_, list: string) => truth(list.includes(`'${event}'`)))
      .replace(/\bTG_OP\b/gi, `'${event}'`),
  );
  const conditions = said.conditions.map(simplified);
  if (conditions.includes('FALSE')) return [];
  return [{ ...said, conditions: conditions.filter((one) => one !== 'TRUE') }];
}

const truth = (is: boolean): string => (is ? 'TRUE' : 'FALSE');

/** A condition that is known is TRUE or FALSE alone. */
function simplified(condition: string): string {
  let now = condition.trim();
  for (let before = ''; before !== now;) {
    before = now;
    now = now
      .replace(/\(\s*(TRUE|FALSE)\s*\)/gi, '$1')
      .replace(/\bTRUE IS NOT TRUE\b/gi, 'FALSE')
      .replace(/\bFALSE IS NOT TRUE\b/gi, 'TRUE')
      .replace(/^TRUE\s+AND\s+/i, '')
      .replace(/^FALSE\s+AND\s+(?![^]*\bOR\b)[^]*$/i, 'FALSE')
      .replace(/^FALSE\s+OR\s+FALSE$/i, 'FALSE')
      .replace(/^TRUE\s+OR\s+(?:TRUE|FALSE)$|^FALSE\s+OR\s+TRUE$/i, 'TRUE');
  }
  return now;
}

const textsOf = (action: TriggerAction): string[] => [
  ...action.conditions,
  ...(action.kind === 'change' ? [action.sql] : action.kind === 'assignment' ? [action.value] : []),
];

function mapped(action: TriggerAction, change: (sql: string) => string): TriggerAction {
  const conditions = action.conditions.map(change);
  if (action.kind === 'change') return { ...action, conditions, sql: change(action.sql) };
  return action.kind === 'assignment'
    ? { ...action, conditions, value: change(action.value) }
    : { ...action, conditions };
}
