import uPlot from 'uplot';
import { rate } from './format.js';
import { stacked } from './stack.js';

/** One line of a chart; its colour is the name of a custom property of the stylesheet. */
export interface Line {
  label: string;
  colour: string;
}

/** Seconds since 1970, then one column for each line. */
export type Columns = [seconds: number[], ...lines: (number | null)[][]];

/**
 * Rates over time in an element of the page. It is drawn anew when the element or the lines are
 * others than before, or the colour scheme changes: canvas knows no stylesheet.
 */
export class RateChart {
  private chart: uPlot | undefined;
  private host: HTMLElement | undefined;
  private last: Columns | undefined;
  private lines: readonly Line[];
  private readonly resized = new ResizeObserver(() => this.resize());

  /**
   * @param id of the element
   * @param stack whether the lines lie on top of each other; the legend tells their own values
   */
  constructor(
    private readonly id: string,
    lines: readonly Line[],
    private readonly stack = false,
  ) {
    this.lines = lines;
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      if (this.chart !== undefined && this.last !== undefined) {
        const data = this.last;
        this.forget();
        this.show(data);
      }
    });
  }

  /** To be called whenever the element may have been rendered anew. */
  show(data: Columns, lines: readonly Line[] = this.lines): void {
    this.last = data;
    const host = document.getElementById(this.id);
    if (host !== this.host || !same(lines, this.lines)) {
      this.forget();
      this.lines = lines;
    }
    const drawn = this.drawn(data);
    if (this.chart !== undefined) {
      this.chart.setData(drawn);
      return;
    }
    if (host === null || host.clientWidth === 0 || this.lines.length === 0) {
      return;
    }
    this.host = host;
    this.resized.observe(host);
    host.tabIndex = 0;
    host.addEventListener('keydown', this.steer);
    // Without a cursor the legend tells the newest.
    const own = (line: number, index: number | null): number | null =>
      this.last?.[line]?.at(index ?? -1) ?? null;
    this.chart = new uPlot(options(host, this.lines, this.stack, own), drawn, host);
  }

  private drawn([seconds, ...columns]: Columns): uPlot.AlignedData {
    return [seconds, ...(this.stack ? stacked(columns) : columns)] as uPlot.AlignedData;
  }

  /** The arrow keys move the cursor as the mouse does; Escape takes it away. */
  private readonly steer = (event: KeyboardEvent): void => {
    const chart = this.chart;
    const seconds = this.last?.[0] ?? [];
    if (chart === undefined || seconds.length === 0) {
      return;
    }
    if (event.key === 'Escape') {
      chart.setCursor({ left: -10, top: -10 });
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    const from = chart.cursor.idx ?? seconds.length - 1;
    const index = Math.min(seconds.length - 1, Math.max(0, from + step));
    chart.setCursor({ left: chart.valToPos(seconds[index]!, 'x'), top: 0 });
  };

  /** Lets go of the element. */
  forget(): void {
    this.resized.disconnect();
    this.host?.removeEventListener('keydown', this.steer);
    this.chart?.destroy();
    this.chart = undefined;
    this.host = undefined;
  }

  private resize(): void {
    const width = this.host?.clientWidth ?? 0;
    if (this.chart !== undefined && width > 0 && width !== this.chart.width) {
      this.chart.setSize({ width, height: this.chart.height });
    }
  }
}

const HEIGHT = 190;

/** How many seconds each key moves the cursor. */
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -30, PageDown: 30 };

/** A minute is shown at least, so that the first seconds are not stretched over the whole width. */
const LEAST_SECONDS = 60;

const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

function clock(second: number): string {
  return timeOfDay.format(second * 1000);
}

/** uPlot says null, against its types, if there is nothing to draw: then it is the time of now. */
function span(min: number | null, max: number | null): [number, number] {
  const end = max ?? Date.now() / 1000;
  return [Math.min(min ?? end, end - LEAST_SECONDS), end];
}

function same(some: readonly Line[], others: readonly Line[]): boolean {
  return (
    some.length === others.length &&
    some.every((line, i) => line.label === others[i]!.label && line.colour === others[i]!.colour)
  );
}

function options(
  host: HTMLElement,
  lines: readonly Line[],
  stack: boolean,
  own: (line: number, index: number | null) => number | null,
): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const axis = {
    stroke: read('--muted'),
    grid: { stroke: read('--line'), width: 1 },
    ticks: { show: false },
    font: '12px system-ui, sans-serif',
  };
  // What lies over other lines must not hide them.
  const filled = stack || lines.length === 1;
  return {
    width: host.clientWidth,
    height: HEIGHT,
    // Half a label of time hangs over the right edge.
    padding: [10, 26, 0, 0],
    legend: { live: true },
    cursor: { y: false, points: { size: 7 }, sync: { key: 'live' } },
    scales: {
      x: { range: (_chart, min, max) => span(min, max) },
      y: { range: (_chart, _min, max) => [0, Math.max(4, Math.ceil((max ?? 0) * 1.1))] },
    },
    axes: [
      { ...axis, size: 28, space: 70, values: (_chart, ticks) => ticks.map(clock) },
      { ...axis, size: 48, space: 40, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6] },
    ],
    bands: stack ? lines.slice(1).map((_line, i) => ({ series: [i + 2, i + 1] as [number, number] })) : [],
    series: [
      { label: 'at', value: (_chart, second) => (second === null ? 'now' : clock(second)) },
      ...lines.map(({ label, colour }) => ({
        label,
        value: (_chart: uPlot, _drawn: number | null, line: number, index: number | null) =>
          rate(own(line, index)),
        stroke: read(colour),
        ...(filled ? { fill: read(`${colour}-soft`) } : {}),
        width: stack ? 1 : 2,
        points: { show: false },
      })),
    ],
  };
}
