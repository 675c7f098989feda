import { z } from 'zod';
import { configFileSchema } from './config-schema.js';

/** The JSON Schema of dragoman.yaml as users write it: for editors, and the source of key names. */
export function configJsonSchema(): Record<string, unknown> {
  // Draft 7 is what the YAML language server understands fully.
  const schema = z.toJSONSchema(configFileSchema, { io: 'input', target: 'draft-7' });
  return { title: 'Dragoman', ...withoutZodKeys(schema) };
}

/** Zod adds its own `~standard` member, which is no part of the schema. */
function withoutZodKeys(schema: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !key.startsWith('~')));
}
