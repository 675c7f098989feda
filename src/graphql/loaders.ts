import DataLoader from 'dataloader';
import type { RegisteredDatabase } from '../databases/index.js';
import type { Services } from './context.js';

/** One set a request: what a request asks for twice is looked up once. */
export interface Loaders {
  readonly databases: DataLoader<string, RegisteredDatabase | null>;
}

export function createLoaders({ registry }: Pick<Services, 'registry'>): Loaders {
  return {
    databases: new DataLoader((names) => Promise.resolve(names.map((name) => registry.find(name) ?? null))),
  };
}
