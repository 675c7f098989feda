import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
beforeAll(async () => void (service = await startTestService()));
afterAll(() => service.end());

describe('GraphQL over HTTP', () => {
  it('passes every MUST and SHOULD of the audit suite', async () => {
    const results = await auditServer({ url: `${service.url}/graphql`, fetchFn: fetch });
    const failed = results.flatMap((result) =>
      result.status === 'ok' ? [] : [`${result.id} ${result.name}: ${result.reason}`],
    );
    expect(results.length).toBeGreaterThan(50);
    // What a server MAY do is reported as a notice where it does not.
    expect(failed.filter((line) => / (MUST|SHOULD)/.test(line))).toEqual([]);
  });
});
