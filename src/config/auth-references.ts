import type { ConfigDocument } from './config-document.js';
import type { ConfigProblem } from './config-error.js';
import { keyHint } from './known-keys.js';
import { property, repeats } from './raw-data.js';
import { quoted } from './wording.js';

/** Looks at `auth` as it was written: roles that nobody defined, and keys whose names or hashes stand twice. */
export function authProblems(data: unknown, document: ConfigDocument): ConfigProblem[] {
  const auth = property(data, 'auth');
  const roles = Object.keys((property(auth, 'roles') as object | undefined) ?? {});
  const keys = property(auth, 'apiKeys');
  const entries: readonly unknown[] = Array.isArray(keys) ? (keys as readonly unknown[]) : [];
  const anonymous = property(auth, 'anonymous');
  return [
    ...entries.flatMap((entry, index) =>
      danglingRole(property(entry, 'role'), ['auth', 'apiKeys', index, 'role'], roles, document),
    ),
    ...(anonymous === 'none' ? [] : danglingRole(anonymous, ['auth', 'anonymous'], roles, document)),
    ...repeated(entries, 'name', document),
    ...repeated(entries, 'sha256', document),
  ];
}

function danglingRole(
  role: unknown,
  path: readonly (string | number)[],
  roles: readonly string[],
  document: ConfigDocument,
): ConfigProblem[] {
  if (typeof role !== 'string' || roles.includes(role)) return [];
  const hint =
    roles.length === 0
      ? 'define it below auth.roles'
      : keyHint(role, roles).replace('the keys here are', 'the roles are');
  return [document.problemAt([...path], `${quoted(role)} is the name of no role`, hint)];
}

function repeated(entries: readonly unknown[], key: 'name' | 'sha256', document: ConfigDocument): ConfigProblem[] {
  const values = entries.map((entry) => property(entry, key));
  return repeats(values.map((value) => (typeof value === 'string' ? value.toLowerCase() : value))).map(
    ({ index, first }) =>
      document.problemAt(
        ['auth', 'apiKeys', index, key],
        `apiKeys[${first}] has the same ${key}`,
        'give each key a name and a hash of its own',
      ),
  );
}
