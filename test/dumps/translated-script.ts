import { DumpTranslator, needsSecondReading, ToldLater, type Outcome } from '../../src/dumps/index.js';
import { dialects, ScriptReader, scriptText, type DialectName, type ScriptPart } from '../../src/sql/index.js';

const parts = (text: string, name: DialectName): ScriptPart[] => {
  const reader = new ScriptReader(dialects[name]);
  return [...reader.add(text), ...reader.end()];
};

/** What becomes of a script, as the command line reads it. */
export function translatedScript(text: string, from: DialectName, to: DialectName): Outcome[] {
  const direction = { from: dialects[from], to: dialects[to] };
  const all = parts(text, from);
  let later: ToldLater | undefined;
  if (needsSecondReading(direction.from, direction.to)) {
    later = new ToldLater(direction.from, direction.to);
    for (const part of all) later.note(part);
  }
  const translator = new DumpTranslator({ ...direction, ...(later !== undefined && { later }) });
  return [...all.flatMap((part) => [...translator.translate(part)]), ...translator.finish()];
}

/** What the target is to run. */
export const sqlOf = (outcomes: readonly Outcome[], to: DialectName): string =>
  scriptText(
    outcomes.flatMap(({ statements }) => statements),
    dialects[to],
  );
