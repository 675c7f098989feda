import { behindText, type ClientLine } from '../sql/index.js';
import { dropped, refused, type SourceText } from './made-outcomes.js';
import type { Outcome } from './outcome.js';
import { refuseOtherFiles } from './unread-forms.js';

const CLIENT_LINE = 'It is for the source’s client program.';

/** What becomes of a line for the client program. */
export function clientLine({ text, position }: ClientLine): Outcome {
  const source: SourceText = { text, source: text, position, place: (inner) => behindText(position, inner) };
  try {
    refuseOtherFiles(text);
    return dropped(source, CLIENT_LINE, false);
  } catch (error) {
    return refused(error, source);
  }
}
