import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { configJsonSchema } from './config/index.js';
import { ERROR_CODES } from './errors/index.js';
import { printPublicSchema } from './graphql/index.js';

/** The files that are made from the code, and how. */
const EMITTED: Readonly<Record<string, () => string>> = {
  'schema/schema.graphql': printPublicSchema,
  'schema/dragoman.schema.json': () => `${JSON.stringify(configJsonSchema(), null, 2)}\n`,
  'docs/errors.md': errorsPage,
};

/**
 * Makes the emitted files anew, or with `check` only compares them.
 * @returns the files that differed, relative to the project's folder
 */
export async function emitAll({ check }: { readonly check: boolean }): Promise<string[]> {
  const stale: string[] = [];
  for (const [file, make] of Object.entries(EMITTED)) {
    const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
    const present = await readFile(path, 'utf8').catch(() => undefined);
    const content = make();
    if (present === content) continue;
    stale.push(file);
    if (!check) await writeFile(path, content);
  }
  return stale;
}

function errorsPage(): string {
  const rows = Object.entries(ERROR_CODES).map(
    ([code, { meaning, remedy, retryable }]) =>
      `| \`${code}\` | ${meaning} | ${remedy} | ${retryable ? 'yes' : 'no'} |`,
  );
  return [
    '<!-- Emitted from src/errors/error-codes.ts by `npm run emit`; do not edit. -->',
    '',
    '# Errors',
    '',
    'Every error carries `extensions.code`, one of the codes below. Where they apply, `extensions` also tells',
    '`database`, `position` (`line` and `column` in the SQL text, both from 1), `sqlState`, `hint`, `limit` and `retryable`.',
    'What nobody expected is masked as `INTERNAL_SERVER_ERROR` with an `id` under which the details stand in the log.',
    '',
    '| code | what happened | what to do | worth trying again unchanged |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
