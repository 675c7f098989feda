import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { layerConfigs, layers } from '../../eslint-layers.js';

const root = join(import.meta.dirname, '../..');

// The layer rule alone: it reads the text of imports, so it needs neither types nor files that exist.
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ...layerConfigs],
});

/** The layer rule's messages for one import, as if it stood in the file `path`. */
async function complaints(path: string, importPath: string): Promise<string[]> {
  const results = await eslint.lintText(`import { x } from '${importPath}';\nx();\n`, { filePath: join(root, path) });
  return results.flatMap((result) => result.messages.map((message) => message.message));
}

describe('the layer rule', () => {
  it.each([
    ['src/http/server.ts', '../graphql/index.js'],
    ['src/graphql/query-resolver.ts', '../pipeline/index.js'],
    ['src/pipeline/run.ts', '../cache/index.js'],
    ['src/pipeline/steps/run.ts', '../../databases/index.js'],
    ['src/databases/sqlite/sqlite-adapter.ts', '../../sql/index.js'],
    ['src/sql/parser/parser.ts', '../../errors/index.js'],
    ['src/sql/parser/parser.ts', '../ast/nodes.js'],
    ['src/config/load.ts', '../errors/index.js'],
    ['src/app.ts', './http/index.js'],
    ['src/emit.ts', './sql/index.js'],
    ['src/graphql/types/row-type.ts', 'type-graphql'],
    ['src/http/server.ts', 'fastify'],
    ['src/http/server.ts', '@apollo/server'],
    ['src/databases/sqlite/sqlite-adapter.ts', 'sqlite3'],
    ['src/store/data-source.ts', 'typeorm'],
    // `../cache/` from a nested file is that folder's own, not src/cache.
    ['src/databases/sqlite/sqlite-adapter.ts', '../cache/statement-cache.js'],
  ])('lets %s import %s', async (path, importPath) => {
    expect(await complaints(path, importPath)).toEqual([]);
  });

  it.each([
    ['src/databases/registry.ts', '../graphql/index.js', '`databases` lies below `graphql`'],
    ['src/databases/sqlite/sqlite-adapter.ts', '../../clusters/index.js', '`databases` lies below `clusters`'],
    ['src/cache/tiers/disk/tier.ts', '../../../pipeline/index.js', '`cache` lies below `pipeline`'],
    ['src/pipeline/run.ts', '../rows/index.js', '`pipeline` and `rows` stand side by side'],
    ['src/events/event-bus.ts', '../errors/index.js', '`events` and `errors` stand side by side'],
    ['src/config/load.ts', '../sql/index.js', '`config` may import only `errors`'],
    ['src/demo/seed.ts', '../databases/index.js', '`demo` may import only `errors`, `files`'],
  ])('forbids %s to import %s and says how to go about it', async (path, importPath, reason) => {
    expect(await complaints(path, importPath)).toEqual([
      expect.stringContaining(`${reason}: take what you need as a function, and let app.ts hand it down.`),
    ]);
  });

  it.each([
    ['src/databases/registry.ts', '../sql/lexer/lexer.js', 'Import from ../sql/index.js'],
    ['src/databases/sqlite/sqlite-adapter.ts', '../../sql/lexer.js', 'Import from ../../sql/index.js'],
    ['src/app.ts', './sql/lexer/lexer.js', 'Import from ./sql/index.js'],
  ])('sends %s from %s to the door of the folder', async (path, importPath, advice) => {
    expect(await complaints(path, importPath)).toEqual([expect.stringContaining(`${advice}, the folder's door.`)]);
  });

  it.each([
    ['src/pipeline/run.ts', 'type-graphql', 'Only `graphql` may import type-graphql'],
    ['src/pipeline/run.ts', '@apollo/server', 'Only `graphql`, `http` may import Apollo'],
    ['src/graphql/schema.ts', 'fastify', 'Only `http` may import Fastify'],
    ['src/graphql/schema.ts', '@fastify/cors', 'Only `http` may import Fastify'],
    ['src/insights/patterns.ts', 'typeorm', 'Only `databases`, `store`, `demo` may import a database driver'],
    ['src/sql/parser/parser.ts', 'sqlite3', 'Only `databases`, `store`, `demo` may import a database driver'],
  ])('keeps %s from the package %s', async (path, importPath, reason) => {
    expect(await complaints(path, importPath)).toEqual([expect.stringContaining(reason)]);
  });

  it('also sees types and re-exports', async () => {
    const text =
      "import type { A } from '../graphql/index.js';\nexport { b } from '../http/index.js';\nexport type C = A;\n";
    const [result] = await eslint.lintText(text, { filePath: join(root, 'src/databases/registry.ts') });
    expect(result?.messages.map((message) => message.line)).toEqual([1, 2]);
  });
});

describe('the tree', () => {
  const entries = readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true });
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

  it.each(folders)('has a door to src/%s, and a row for it in the table', (folder) => {
    expect(existsSync(join(root, 'src', folder, 'index.ts'))).toBe(true);
    expect(Object.keys(layers)).toContain(folder);
  });

  it('is no deeper than the layer rule looks', () => {
    const tooDeep = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter((path) => path.split(/[\\/]/).length > 6);
    expect(tooDeep).toEqual([]);
  });

  it('has arrows that point one way', () => {
    const reaches = (from: string, to: string): boolean =>
      (layers[from] ?? []).some((next) => next === to || reaches(next, to));
    expect(Object.keys(layers).filter((folder) => reaches(folder, folder))).toEqual([]);
  });
});
