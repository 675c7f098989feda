import DataLoader from 'dataloader';
import type { RegisteredDatabase } from '../databases/index.js';
import type { Services } from './context.js';
import { TableLoaders } from './table-loaders.js';

/** One set a request: what a request asks for twice is looked up once. */
export interface Loaders {
  readonly databases: DataLoader<string, RegisteredDatabase | null>;
  readonly tables: TableLoaders;
}

export function createLoaders({ registry, catalogue }: Pick<Services, 'registry' | 'catalogue'>): Loaders {
  return {
    databases: new DataLoader((names) => Promise.resolve(names.map((name) => registry.find(name) ?? null))),
    tables: new TableLoaders(registry, catalogue),
  };
}
