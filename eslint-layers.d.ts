import type { Linter } from 'eslint';

export const layers: Record<string, string[]>;
export const layerConfigs: Linter.Config[];
