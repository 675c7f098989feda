import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

/** What a bundler made of a module, for a browser. */
export interface Bundle {
  readonly code: string;
  /** What it still imports from elsewhere; empty where it is whole. */
  readonly imports: readonly string[];
}

/** Bundles the text of a module as an application for browsers would be, with `dragoman/…` as installed packages see it. */
export async function bundle(text: string): Promise<Bundle> {
  // within the project, so that the package finds itself by its name
  const folder = await mkdtemp(join(ROOT, 'dist', 'bundled-'));
  try {
    const entry = join(folder, 'entry.js');
    await writeFile(entry, text);
    const made = (await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      build: { write: false, minify: true, lib: { entry, formats: ['es'], fileName: 'bundle' } },
    })) as Rolldown.RolldownOutput[];
    const [{ output }] = made as [Rolldown.RolldownOutput];
    const [chunk, ...others] = output;
    if (others.length > 0) throw new Error('The bundle came to several files.');
    return { code: chunk.code, imports: chunk.imports };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
