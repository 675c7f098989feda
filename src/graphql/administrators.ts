import type { AuthChecker } from 'type-graphql';
import { DragomanError } from '../errors/index.js';
import type { RequestContext } from './context.js';
import { namedIn, recordOutcome } from './record-action.js';

/** Marks fields that administrators alone may ask for. */
export const ADMINISTRATORS = 'administrators';

/** @throws DragomanError FORBIDDEN: type-graphql's own error would have no code */
export const checkAdministrator: AuthChecker<RequestContext, typeof ADMINISTRATORS> = ({ args, context, info }) => {
  if (context.principal.administrator) return true;
  const refused = { action: info.fieldName, database: namedIn(args), outcome: 'FORBIDDEN', started: performance.now() };
  recordOutcome(context, refused);
  throw new DragomanError('FORBIDDEN', `\`${info.fieldName}\` is for administrators.`, {
    hint: 'It takes a role with `admin: true`.',
  });
};
