import { describe, expect, it } from 'vitest';
import {
  concat,
  type Doc,
  firstCharacter,
  flush,
  group,
  hanging,
  hardline,
  indent,
  join,
  line,
  remark,
  render,
  softline,
} from '../../../src/sql/generate/layout.js';

const list = (...items: Doc[]): Doc =>
  group(concat(['(', indent(concat([softline, join(concat([',', line]), items)])), softline, ')']));

describe('a group', () => {
  it('stands on one line where it fits, to the last column', () => {
    expect(render(list('aaa', 'bbb'), 10)).toBe('(aaa, bbb)');
    expect(render(list('aaa', 'bbb'), 9)).toBe('(\n  aaa,\n  bbb\n)');
  });

  it('is broken before the groups inside of it', () => {
    expect(render(list('aaa', list('bbb', 'ccc')), 14)).toBe('(\n  aaa,\n  (bbb, ccc)\n)');
  });

  it('counts what follows it on the same line', () => {
    expect(render(concat([list('aaa', 'bbb'), ';;;']), 12)).toBe('(\n  aaa,\n  bbb\n);;;');
    expect(render(concat([list('aaa', 'bbb'), hardline, 'much longer']), 10)).toBe('(aaa, bbb)\nmuch longer');
  });

  it('is broken by a hard line, however short it is', () => {
    expect(render(group(concat(['a', line, 'b', hardline, 'c'])), 80)).toBe('a\nb\nc');
  });

  it('is broken by a hard line on lines without an end', () => {
    expect(render(group(concat(['a', line, 'b', hardline, 'c'])), Infinity)).toBe('a\nb\nc');
  });
  it('is broken even where soft lines are all it has', () => {
    expect(render(group(concat(['aaaa', softline, 'bbbb', softline])), 80)).toBe('aaaabbbb');
    expect(render(group(concat(['aaaa', softline, 'bbbb'])), 4)).toBe('aaaa\nbbbb');
  });
});

describe('lines', () => {
  it('end without spaces', () => {
    expect(render(concat(['WHERE ', hardline, ' a', ' ', '', hardline]), 80)).toBe('WHERE\na');
  });

  it('never start further to the right than half the width', () => {
    let doc: Doc = 'x';
    for (let depth = 0; depth < 50; depth += 1) doc = list(doc, 'yyyyyyyyyyyyyyyyyyyy');
    const longest = Math.max(
      ...render(doc, 40)
        .split('\n')
        .map((text) => text.search(/\S/)),
    );
    expect(longest).toBe(20);
  });

  it('leave a text alone that has line ends of its own', () => {
    expect(render(concat([group(concat(["'a\n b'", line, 'c'])), ' d']), 80)).toBe("'a\n b' c d");
  });
});

describe('a remark', () => {
  it('goes behind the comma that follows', () => {
    expect(render(list(concat(['a', remark('-- one', true)]), 'b'), 80)).toBe('(\n  a, -- one\n  b\n)');
    expect(render(list(concat(['a', remark('/* one */', false)]), 'b'), 80)).toBe('(a, /* one */ b)');
  });

  it('ends the line, whatever follows', () => {
    expect(render(concat(['a', remark('-- one', true), ' = b']), 80)).toBe('a -- one\n= b');
    expect(render(concat(['a', remark('-- one', true), remark('-- two', true)]), 80)).toBe('a -- one\n-- two');
  });
});

describe('what is known of a document', () => {
  it('its first character', () => {
    expect(firstCharacter(group(concat(['', indent(concat(['-', line, 'a']))])))).toBe('-');
    expect(firstCharacter(concat([line, 'a']))).toBe('');
  });

  it('itself with all lines starting alike', () => {
    const doc = hanging('aaaa', concat([line, 'bbbb']));
    expect(render(doc, 4)).toBe('aaaa\n  bbbb');
    expect(render(flush(doc), 4)).toBe('aaaa\nbbbb');
    const other = group(concat(['aaaa', indent(concat([line, 'bbbb']))]));
    expect(render(flush(other), 4)).toBe('aaaa\n  bbbb');
  });
});

describe('the time it takes', () => {
  it('grows with the document, not with its square', () => {
    const nested = (depth: number): Doc => {
      let doc: Doc = 'x';
      for (let level = 0; level < depth; level += 1) doc = concat(['f', list(doc)]);
      return doc;
    };
    const milliseconds = (depth: number): number => {
      const doc = nested(depth);
      const start = performance.now();
      render(doc, 100);
      return performance.now() - start;
    };
    milliseconds(2_000);
    expect(milliseconds(16_000)).toBeLessThan(Math.max(milliseconds(2_000), 5) * 40);
  });
});
