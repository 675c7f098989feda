import { foldPath, type Dialect, type Expression, type Statement } from '../sql/index.js';
import { powers } from './powers/index.js';

type Setting = Extract<Statement, { kind: 'set' }>['assignments'][number];

/** Whether a setting gives other rights, is seen by other sessions, or has later texts read otherwise than they are here. */
export function isHiddenSetting(
  { target, scope: own, values }: Setting,
  scope: string | undefined,
  dialect: Dialect,
): boolean {
  const system = target.kind === 'variable' ? target.system : undefined;
  // A variable of the user's own.
  if (target.kind === 'variable' && system === undefined) return false;
  const { hiddenSettings, openValues } = powers[dialect.name];
  const reaches = [own, scope, system].flatMap((word) => word?.toLowerCase() ?? []);
  if (reaches.some((word) => hiddenSettings.test(word))) return true;
  const name = (target.kind === 'variable' ? target.name : foldPath(target, dialect)).toLowerCase();
  if (!hiddenSettings.test(name)) return false;
  const open = openValues.get(name);
  // RESET has no value: what the session began with was chosen here.
  return open === undefined || !values.every((value) => isOpen(value, name, open));
}

function isOpen(value: Expression, name: string, open: RegExp): boolean {
  if (value.kind === 'variable') return value.system !== undefined && value.name.toLowerCase() === name;
  if (value.kind === 'call') {
    const [called, ...more] = value.name.parts;
    const joins = more.length === 0 && called?.value.toLowerCase() === 'concat';
    return joins && value.arguments.every((part) => isOpen(part, name, open));
  }
  const told = toldBy(value);
  return told !== undefined && open.test(told.toLowerCase());
}

/** A value as a text, where it is a plain one. */
function toldBy(value: Expression): string | undefined {
  if (value.kind === 'string') return value.value;
  if (value.kind === 'number') return value.text;
  if (value.kind === 'boolean') return String(value.value);
  if (value.kind === 'default') return 'default';
  return value.kind === 'column' && value.parts.length === 1 ? value.parts[0]?.value : undefined;
}
