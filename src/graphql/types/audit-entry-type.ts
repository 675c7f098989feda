import { Field, Float, ID, ObjectType } from 'type-graphql';
import type { KeptAuditEntry } from '../../store/index.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('AuditEntry', {
  description: 'What somebody did, or was kept from doing. Values never stand in it.',
  simpleResolvers: true,
})
export class AuditEntryType {
  @Field(() => ID, { description: 'Later entries have greater numbers. To page, give the last one to `before`.' })
  id!: number;

  @Field(() => DateTimeScalar, { description: 'When it ended.' })
  at!: Date;

  @Field(() => String, { description: 'Who it was: key:NAME, jwt:SUBJECT, anonymous, or local on an open service.' })
  principal!: string;

  @Field(() => String, { description: 'The field that was asked for: query, execute, registerDatabase, …' })
  action!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The request’s id, as in the header x-request-id and in the log.',
  })
  requestId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The database that it was for, as it was named.' })
  database!: string | null;

  @Field(() => String, { nullable: true, description: 'What the statement does; null where there was none.' })
  kind!: string | null;

  @Field(() => ID, { nullable: true, description: 'The statement’s fingerprint, as `inspect` tells it.' })
  fingerprint!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The statement with its values folded; null where it could not be read.',
  })
  pattern!: string | null;

  @Field(() => [String], { description: 'Tables that it reads.' })
  tablesRead!: readonly string[];

  @Field(() => [String], { description: 'Tables that it changes.' })
  tablesWritten!: readonly string[];

  @Field(() => String, { description: 'OK, or the error’s code.' })
  outcome!: string;

  @Field(() => Float, { nullable: true, description: 'Rows that came, or that were changed.' })
  rows!: number | null;

  @Field(() => Float, { description: 'How long it took, in milliseconds.' })
  durationMs!: number;
}

export function toAuditEntry({ at, ...entry }: KeptAuditEntry): AuditEntryType {
  return Object.assign(new AuditEntryType(), { ...entry, at: new Date(at) });
}
