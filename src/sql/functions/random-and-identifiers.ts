import type { FunctionRow, ReturnRule } from './function-row.js';
import { perDialect } from './return-rules.js';
import { each, pure, volatile } from './row-builders.js';

/** Random values and generated identifiers, and what there is to wait for. */
export const randomFunctions: readonly FunctionRow[] = [
  volatile('random_fraction', 'FLOAT', 'NEVER', { pg: 'random/0', my: 'rand/0' }),
  volatile('random_between', 'OTHER', 'STRICT', { pg: 'random/2' }),
  // A seed fixes the sequence, but which row gets which number hangs on their order.
  volatile('random_of_seed', 'FLOAT', 'NEVER', { my: 'rand/1' }),
  volatile('random_integer', 'BIGINT', 'NEVER', { lite: 'random/0' }),
  volatile('random_normal', 'FLOAT', 'STRICT', { pg: 'random_normal' }),
  volatile('random_bytes', 'BINARY', perDialect('MAY', 'MAY', 'NEVER'), { my: 'random_bytes/1', lite: 'randomblob/1' }),
  ...each(volatile, 'pg', 'ARRAY', 'STRICT', 'array_sample array_shuffle'),
  // Version 4, of random bits; MySQL's uuid() is of version 1.
  volatile('uuid_random', perDialect<ReturnRule>('UUID', 'UUID', 'TEXT'), 'NEVER', {
    pg: 'gen_random_uuid/0 uuidv4/0 uuid_generate_v4/0',
    my: 'uuid_v4/0',
  }),
  volatile('uuid_by_time', 'UUID', 'NEVER', { pg: 'uuidv7', my: 'uuid_v7' }),
  volatile('uuid_by_machine', 'TEXT', 'NEVER', { my: 'uuid/0' }),
  volatile('uuid_short', 'BIGINT', 'NEVER', { my: 'uuid_short' }),
  volatile('sys_guid', 'TEXT', 'NEVER', { my: 'sys_guid' }),
  pure('uuid_extract_timestamp', 'TIMESTAMPTZ', 'MAY', { pg: 'uuid_extract_timestamp' }),
  pure('uuid_extract_version', 'INTEGER', 'MAY', { pg: 'uuid_extract_version' }),
  // A salt of its own making.
  volatile('encrypt_with_random_salt', 'BINARY', 'MAY', { my: 'encrypt/1' }),
  ...each(volatile, 'pg', 'OTHER', 'MAY', 'pg_sleep pg_sleep_for pg_sleep_until'),
  volatile('sleep', 'INTEGER', 'NEVER', { my: 'sleep' }),
];
