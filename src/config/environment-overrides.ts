import type { z } from 'zod';
import type { ConfigProblem } from './config-error.js';
import { serverShape } from './config-schema.js';
import type { Environment } from './interpolation.js';
import { quoted, splitWording } from './wording.js';

/** What the environment sets of the server, checked as the file's own values are. */
export interface ServerOverrides {
  readonly host?: string;
  readonly port?: number;
  readonly problems: readonly ConfigProblem[];
}

/** Reads HOST and PORT; an empty one counts as unset. */
export function serverOverrides(env: Environment): ServerOverrides {
  const host = override(env.HOST, { name: 'HOST', what: 'host', schema: serverShape.host, typed: (text) => text });
  const port = override(env.PORT, { name: 'PORT', what: 'port', schema: serverShape.port, typed: digits });
  return {
    ...(host.value === undefined ? {} : { host: host.value }),
    ...(port.value === undefined ? {} : { port: port.value }),
    problems: [...host.problems, ...port.problems],
  };
}

interface Variable<Value> {
  readonly name: string;
  readonly what: string;
  readonly schema: z.ZodType<Value>;
  /** What the text would be in the file. */
  readonly typed: (text: string) => unknown;
}

interface Override<Value> {
  readonly value?: Value;
  readonly problems: readonly ConfigProblem[];
}

function override<Value>(text: string | undefined, { name, what, schema, typed }: Variable<Value>): Override<Value> {
  if (text === undefined || text === '') return { problems: [] };
  const result = schema.safeParse(typed(text));
  if (result.success) return { value: result.data, problems: [] };
  const wording = { ...splitWording(result.error.issues[0]?.message ?? ''), message: `${quoted(text)} is no ${what}` };
  return { problems: [{ file: 'environment', line: undefined, column: undefined, path: name, ...wording }] };
}

function digits(text: string): unknown {
  return /^[0-9]+$/.test(text) ? Number(text) : text;
}
