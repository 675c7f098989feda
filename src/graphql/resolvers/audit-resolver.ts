import { Arg, Authorized, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { DragomanError } from '../../errors/index.js';
import { ADMINISTRATORS } from '../administrators.js';
import type { RequestContext } from '../context.js';
import { DateTimeScalar } from '../scalars.js';
import { AuditEntryType, toAuditEntry } from '../types/audit-entry-type.js';

const FIRST = 50;
const MOST = 1000;

@Resolver()
export class AuditResolver {
  @Authorized(ADMINISTRATORS)
  @Query(() => [AuditEntryType], {
    nullable: true,
    description: 'Who did what, the latest first. For administrators; each argument that is given narrows the choice.',
  })
  async auditLog(
    @Arg('principal', () => String, { nullable: true, description: 'Whose: key:dashboard, say.' })
    principal: string | null | undefined,
    @Arg('database', () => ID, { nullable: true, description: 'On which database.' })
    database: string | null | undefined,
    @Arg('outcome', () => String, { nullable: true, description: 'OK, or an error’s code: FORBIDDEN.' })
    outcome: string | null | undefined,
    @Arg('since', () => DateTimeScalar, { nullable: true, description: 'From this moment on.' })
    since: Date | null | undefined,
    @Arg('until', () => DateTimeScalar, { nullable: true, description: 'Up to this moment.' })
    until: Date | null | undefined,
    @Arg('first', () => Int, { nullable: true, defaultValue: FIRST, description: 'How many, from 1 to 1000.' })
    first: number | null,
    @Arg('before', () => ID, { nullable: true, description: 'Entries before this one: the id of the last that came.' })
    before: string | null | undefined,
    @Ctx() { services }: RequestContext,
  ): Promise<AuditEntryType[]> {
    const most = first ?? FIRST;
    if (most < 1 || most > MOST)
      throw new DragomanError('BAD_USER_INPUT', `first is ${most}; it must be from 1 to ${MOST}.`);
    const filter = {
      principal: principal ?? undefined,
      database: database ?? undefined,
      outcome: outcome ?? undefined,
      since: since?.toISOString(),
      until: until?.toISOString(),
      beforeId: numberOf(before),
    };
    return (await services.auditEntries(filter, most)).map(toAuditEntry);
  }
}

function numberOf(id: string | null | undefined): number | undefined {
  if (id === null || id === undefined) return undefined;
  if (/^\d{1,15}$/.test(id)) return Number(id);
  throw new DragomanError('BAD_USER_INPUT', '`before` is no entry’s id.', {
    hint: 'Give the id of an entry that came.',
  });
}
