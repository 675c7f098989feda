import { afterAll, beforeAll, expect, it } from 'vitest';
import { principalOf } from '../../src/auth/index.js';
import { refusal, TestPipeline } from '../support/test-pipeline.js';

const HIDDEN = ['another table', 'pay+roll', 'a(b', 'Straße 1'];

let db: TestPipeline;
beforeAll(async () => {
  db = await TestPipeline.open();
  for (const name of HIDDEN) await db.execute(`CREATE TABLE "${name}" (id INTEGER)`);
  const checks = HIDDEN.map((name, index) => `c${index} INTEGER CONSTRAINT "${name}" CHECK (c${index} > 0)`);
  await db.execute(`CREATE TABLE badges (${checks.join(', ')})`);
});
afterAll(() => db.close());

const grants = [{ database: 'main', access: 'READ_WRITE', schema: false, tables: ['badges'] } as const];
const principal = principalOf('key:a', [{ name: 'a', admin: false, grants }]);

it.each(HIDDEN)('takes a name out that is not one word, whatever its signs: %s', async (name) => {
  const insert = `INSERT INTO badges (c${HIDDEN.indexOf(name)}) VALUES (0)`;
  expect((await refusal(db.execute(insert), 'CONSTRAINT_VIOLATION')).message).toContain(name);
  const { message } = await refusal(db.execute(insert, undefined, { principal }), 'CONSTRAINT_VIOLATION');
  expect(message.replaceAll('(another table)', '')).not.toContain(name);
  // Once, though what stands there may hold the name itself.
  expect(message.match(/another table/g)).toHaveLength(1);
});
