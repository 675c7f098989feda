import { Field, ObjectType } from 'type-graphql';
import type { DragomanError } from '../../errors/index.js';

@ObjectType('StatementError', {
  description: 'Why one statement among several failed: as an error’s `message` and `extensions` say it.',
  simpleResolvers: true,
})
export class StatementErrorType {
  @Field(() => String, { description: 'One of the codes in docs/errors.md.' })
  code!: string;

  @Field(() => String, { description: 'What is wrong, in words.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'The SQLSTATE that the server gave.' })
  sqlState!: string | null;

  @Field(() => Boolean, { description: 'Whether the same statement may succeed when it is sent again.' })
  retryable!: boolean;
}

export function toStatementError({ code, message, details, retryable }: DragomanError): StatementErrorType {
  return Object.assign(new StatementErrorType(), { code, message, sqlState: details.sqlState ?? null, retryable });
}
