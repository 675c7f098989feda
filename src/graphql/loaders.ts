import DataLoader from 'dataloader';
import type { Databases, Principal } from '../auth/index.js';
import type { Catalogue } from '../catalogue/index.js';
import type { RegisteredDatabase } from '../databases/index.js';
import { TableLoaders } from './table-loaders.js';

/** One set a request: what a request asks for twice is looked up once. */
export interface Loaders {
  readonly databases: DataLoader<string, RegisteredDatabase | null>;
  readonly tables: TableLoaders;
}

export function createLoaders({
  databases,
  catalogue,
  principal,
}: {
  readonly databases: Databases;
  readonly catalogue: Catalogue;
  readonly principal: Principal;
}): Loaders {
  return {
    databases: new DataLoader((names) => Promise.resolve(names.map((name) => databases.find(name) ?? null))),
    tables: new TableLoaders(databases, catalogue, principal),
  };
}
