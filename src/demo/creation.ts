import { access, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { makeFolder } from '../files/index.js';
import { makeBookshop } from './bookshop.js';
import { writeBookshop, type Progress } from './writer.js';

const DEFAULT_SEED = 20260401;

export interface BookshopOptions {
  /** Another seed gives other people, books and orders; the same seed gives the same data. */
  readonly seed?: number;
  readonly onProgress?: Progress;
}

/** How much was created. */
export interface BookshopSize {
  readonly tables: number;
  readonly rows: number;
}

/** Files that this process is creating: the name of the temporary file tells processes apart, not calls. */
const underCreation = new Set<string>();

/**
 * Creates the bookshop as a new file, with the folders above it. It is built in a file beside
 * it and renamed when complete, so that under its own name there is a whole database or none.
 * A file that is there already is left alone, and the call fails.
 */
export async function createBookshop(file: string, options: BookshopOptions = {}): Promise<BookshopSize> {
  const target = resolve(file);
  if (underCreation.has(target)) throw new Error(`The demo database ${file} is being created already.`);
  underCreation.add(target);
  try {
    await refuseExisting(target);
    return await buildBeside(target, options);
  } finally {
    underCreation.delete(target);
  }
}

async function buildBeside(target: string, options: BookshopOptions): Promise<BookshopSize> {
  const temporary = `${target}.creating-${process.pid}`;
  await makeFolder(dirname(target));
  // A process that was killed may have left one behind, and process ids come again.
  await removeDatabase(temporary);
  try {
    const tables = makeBookshop(options.seed ?? DEFAULT_SEED);
    await writeBookshop(temporary, tables, options.onProgress ?? (() => undefined));
    // Renaming would replace a file that somebody else has put there in the meantime.
    await refuseExisting(target);
    await rename(temporary, target);
    return { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) };
  } catch (error) {
    await removeDatabase(temporary);
    throw error;
  }
}

async function refuseExisting(file: string): Promise<void> {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (exists) throw new Error(`${file} exists already; the demo database is only ever created as a new file.`);
}

/** Removes a database with the journal that an interrupted transaction leaves beside it. */
async function removeDatabase(file: string): Promise<void> {
  await rm(file, { force: true });
  await rm(`${file}-journal`, { force: true });
}
