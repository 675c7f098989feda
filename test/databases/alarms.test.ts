import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alarm, dropAlarm, type Alarm } from '../../src/databases/alarms.js';

describe('alarms', () => {
  const rung: string[] = [];
  const set = (name: string, delayMs: number): Alarm => alarm(Date.now() + delayMs, () => rung.push(name));

  beforeEach(() => {
    vi.useFakeTimers();
    rung.length = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ring at their moments, in whichever order they were set', () => {
    set('late', 300);
    set('soon', 100);
    set('between', 200);
    vi.advanceTimersByTime(99);
    expect(rung).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(rung).toEqual(['soon']);
    vi.advanceTimersByTime(1000);
    expect(rung).toEqual(['soon', 'between', 'late']);
  });

  it('do not ring once they were dropped, by another one too', () => {
    const dropped = set('dropped', 100);
    const [other, rests] = [set('other', 200), set('rests', 250)];
    alarm(Date.now() + 200, () => dropAlarm(rests));
    dropAlarm(dropped);
    // its place is another's by now
    dropAlarm(dropped);
    set('in its place', 150);
    dropAlarm(dropped);
    vi.advanceTimersByTime(1000);
    expect(rung).toEqual(['in its place', 'other']);
    dropAlarm(other);
  });

  it('ring at once where their moment has passed, and never where it is endless', () => {
    const endless = alarm(Infinity, () => rung.push('endless'));
    set('passed', -5);
    expect(rung).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(rung).toEqual(['passed']);
    vi.advanceTimersByTime(2 ** 33);
    expect(rung).toEqual(['passed']);
    dropAlarm(endless);
  });
});
