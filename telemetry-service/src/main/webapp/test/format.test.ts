import { describe, expect, it } from 'vitest';
import { ago, amount, count, duration, grouped, millis, percent, rate, share, words } from '../src/format.js';

describe('format', () => {
  it('shows amounts digit by digit, however large and fine', () => {
    expect(amount('1234567.5000')).toBe('1,234,567.5000');
    expect(amount('99999999999999.0001')).toBe('99,999,999,999,999.0001');
    expect(amount('0.1230')).toBe('0.1230');
    expect(grouped('0.0000 USD, 12345.5 EUR')).toBe('0.0000 USD, 12,345.5 EUR');
  });

  it('shows what is not known as a dash and never as a number', () => {
    expect(rate(null)).toBe('–');
    expect(millis(null)).toBe('–');
    expect(share(0, 0)).toBe('–');
    expect(ago(null)).toBe('none yet');
  });

  it('shows decimals only where they say something', () => {
    expect(rate(0)).toBe('0');
    expect(rate(3.25)).toBe('3.3');
    expect(rate(1234.5)).toBe('1,235');
    expect(percent(99.9)).toBe('99.9 %');
    expect(count(10240)).toBe('10,240');
    expect(millis(12_500)).toBe('12.5 s');
  });

  it('shortens ages', () => {
    expect(duration(0.4)).toBe('now');
    expect(ago(3.9)).toBe('3 s ago');
    expect(duration(600)).toBe('10 min');
    expect(duration(7_200)).toBe('2 h');
    expect(duration(3 * 86_400)).toBe('3 d');
    expect(words('CONFLICTING_DUPLICATE')).toBe('conflicting duplicate');
  });
});
