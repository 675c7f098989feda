import { ownName } from '../../analysis/folded-names.js';
import type { Statement } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import { triggerBody, type TriggerBody } from './trigger-bodies.js';

const RETURNS_TRIGGER = /\bRETURNS\s+(?:"?pg_catalog"?\.)?"?trigger"?\b/i;
const QUOTED = /\$(\w*)\$([^]*)\$\1\$/;

/** Functions of PostgreSQL that triggers call, by their names: what they do is told with the trigger elsewhere. */
export class TriggerFunctions {
  readonly #bodies = new Map<string, TriggerBody>();

  constructor(readonly dialect: Dialect) {}

  note(tree: Statement): void {
    if (tree.kind !== 'create-routine' || tree.routine !== 'FUNCTION' || !RETURNS_TRIGGER.test(tree.body.text)) return;
    const text = QUOTED.exec(tree.body.text)?.[2];
    const body = text === undefined ? undefined : triggerBody(text.trim(), this.dialect);
    if (body !== undefined) this.#bodies.set(ownName(tree.name, this.dialect), body);
  }

  /** Whether the triggers that call what a statement makes say what it does. */
  isTold(tree: Statement): boolean {
    return (
      tree.kind === 'create-routine' &&
      tree.routine === 'FUNCTION' &&
      this.#bodies.has(ownName(tree.name, this.dialect))
    );
  }

  /** @param name of a function, as a trigger calls it */
  bodyOf(name: string): TriggerBody | undefined {
    const last = /(?:"([^"]+)"|([^".]+))$/.exec(name);
    return this.#bodies.get(last?.[1] ?? last?.[2]?.toLowerCase() ?? '');
  }
}
