import { describe, expect, it } from 'vitest';
import { ProgressBar } from '../../src/command-line/index.js';

class Screen {
  text = '';
  readonly columns = 100;
  constructor(readonly isTTY: boolean) {}
  write(text: string): void {
    this.text += text;
  }
}

describe('the progress bar', () => {
  it('tells the share, the speed and what was done, and goes away', () => {
    const screen = new Screen(true);
    const bar = new ProgressBar(screen, 1000);
    bar.show(500, '12 statements');
    expect(screen.text).toMatch(/█{15}░{15} {2}50 %, [\d.]+ MB\/s, \d+:\d\d left, 12 statements$/);
    bar.clear();
    expect(screen.text.endsWith('\r\u001b[K')).toBe(true);
  });

  it('is drawn now and then, and not for each statement', () => {
    const screen = new Screen(true);
    const bar = new ProgressBar(screen, undefined);
    for (let done = 0; done < 1000; done += 1) bar.show(done, `${done} statements`);
    expect(screen.text).toContain(', 0 statements');
    expect(screen.text.split('\r').length).toBeLessThan(20);
  });

  it('is no part of what is not shown on a terminal', () => {
    const screen = new Screen(false);
    const bar = new ProgressBar(screen, 1000);
    bar.show(500, '12 statements');
    bar.clear();
    expect(screen.text).toBe('');
  });
});
