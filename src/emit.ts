import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { configJsonSchema } from './config/index.js';
import { errorsPage } from './errors-page.js';
import { printPublicSchema } from './graphql/index.js';
import { translationPage } from './translation-page/index.js';
import { valuesPage } from './values-page.js';

/** The files that are made from the code, and how. */
const EMITTED: Readonly<Record<string, () => string>> = {
  'schema/schema.graphql': printPublicSchema,
  'schema/dragoman.schema.json': () => `${JSON.stringify(configJsonSchema(), null, 2)}\n`,
  'docs/errors.md': errorsPage,
  'docs/translation.md': translationPage,
  'docs/values.md': valuesPage,
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
