/** A named column of rates. */
export interface Layer {
  name: string;
  /** Which of the colours of regions it has, from 1. */
  colour: number;
  column: (number | null)[];
}

/** As many colours as there are for regions. */
export const REGION_COLOURS = 8;

/** The colour of each region: by its place in the alphabet, so that it is the same everywhere. */
export function regionColours(names: readonly string[]): Map<string, number> {
  return new Map([...names].sort().map((name, i) => [name, Math.min(i + 1, REGION_COLOURS)]));
}

/**
 * One layer for each region, as far as the colours go; the rest are taken together, because a chart
 * of thirty lines says nothing.
 */
export function regionLayers(byRegion: Readonly<Record<string, (number | null)[]>>): Layer[] {
  const names = Object.keys(byRegion).sort();
  const own = names.length <= REGION_COLOURS ? names : names.slice(0, REGION_COLOURS - 1);
  const rest = names.slice(own.length);
  const layers = own.map((name, i) => ({ name, colour: i + 1, column: byRegion[name]! }));
  return rest.length === 0
    ? layers
    : [
        ...layers,
        { name: `${rest.length} others`, colour: REGION_COLOURS, column: summed(rest.map((name) => byRegion[name]!)) },
      ];
}

/** Each column on top of those before it; not known from where one of them is not. */
export function stacked(columns: readonly (number | null)[][]): (number | null)[][] {
  let below: (number | null)[] | undefined;
  return columns.map((column) => {
    below = below === undefined ? column : summed([below, column]);
    return below;
  });
}

function summed(columns: readonly (number | null)[][]): (number | null)[] {
  return columns.reduce((sum, column) =>
    sum.map((value, i) => {
      const more = column[i] ?? null;
      return value === null || more === null ? null : value + more;
    }),
  );
}
