import { describe, expect, it } from 'vitest';
import { REGION_COLOURS, regionColours, regionLayers, stacked } from '../src/stack.js';

describe('regions over time', () => {
  it('are stacked in the order of their names, each with the colour it has everywhere', () => {
    const layers = regionLayers({ west: [1, 2], east: [3, 4] });
    expect(layers.map(({ name, colour }) => [name, colour])).toEqual([
      ['east', 1],
      ['west', 2],
    ]);
    expect(stacked(layers.map((layer) => layer.column))).toEqual([
      [3, 4],
      [4, 6],
    ]);
    expect(regionColours(['west', 'east']).get('west')).toBe(2);
  });

  it('are taken together where the colours end, and none is lost', () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`region-${10 + i}`, [i]]));
    const layers = regionLayers(many);
    expect(layers).toHaveLength(REGION_COLOURS);
    expect(layers.at(-1)!.name).toBe('5 others');
    expect(stacked(layers.map((layer) => layer.column)).at(-1)).toEqual([66]);
    expect(regionColours(Object.keys(many)).get('region-21')).toBe(REGION_COLOURS);
  });

  it('leave a gap above what is not known', () => {
    expect(stacked([[1, 1], [null, 2], [3, 3]])).toEqual([[1, 1], [null, 3], [null, 6]]);
  });
});
