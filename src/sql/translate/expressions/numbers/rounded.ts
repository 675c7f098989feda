import type { Translator } from '../../translator.js';

/** Translates what is rounded afterwards, so that nobody sees its last digits. */
export function rounded<T>(t: Translator, work: () => T): T {
  const outer = t.isRounded;
  t.isRounded = true;
  try {
    return work();
  } finally {
    t.isRounded = outer;
  }
}
