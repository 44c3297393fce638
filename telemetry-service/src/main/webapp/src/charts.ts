import uPlot from 'uplot';
import { rate } from './format.js';
import type { Rates } from './series.js';

/** The time series. Canvas knows no stylesheet, so colours are read from the page's own. */
export class Charts {
  private bids: uPlot | undefined;
  private conflicts: uPlot | undefined;
  private readonly dark = window.matchMedia('(prefers-color-scheme: dark)');
  private last: Rates = { seconds: [], bids: [], failedAttempts: [] };

  constructor() {
    this.dark.addEventListener('change', () => {
      this.bids?.destroy();
      this.conflicts?.destroy();
      this.bids = undefined;
      this.conflicts = undefined;
      this.show(this.last);
    });
    new ResizeObserver(() => this.resize()).observe(document.body);
  }

  show(rates: Rates): void {
    this.last = rates;
    const x = rates.seconds;
    this.bids = this.update(this.bids, 'chart-bids', [x, rates.bids], 'bids/s', '--traffic');
    this.conflicts = this.update(
      this.conflicts,
      'chart-conflicts',
      [x, rates.failedAttempts],
      'failed attempts/s',
      '--conflict',
    );
  }

  private update(
    chart: uPlot | undefined,
    id: string,
    data: [number[], number[]],
    label: string,
    colour: string,
  ): uPlot | undefined {
    if (chart !== undefined) {
      chart.setData(data);
      return chart;
    }
    const host = document.getElementById(id);
    if (host === null || host.clientWidth === 0) {
      return undefined;
    }
    return new uPlot(options(host, label, colour), data, host);
  }

  private resize(): void {
    for (const [chart, id] of [
      [this.bids, 'chart-bids'],
      [this.conflicts, 'chart-conflicts'],
    ] as const) {
      const width = document.getElementById(id)?.clientWidth ?? 0;
      if (chart !== undefined && width > 0 && width !== chart.width) {
        chart.setSize({ width, height: chart.height });
      }
    }
  }
}

const HEIGHT = 190;

/** A minute is shown at least, so that the first seconds are not stretched over the whole width. */
const LEAST_SECONDS = 60;

const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

function clock(second: number): string {
  return timeOfDay.format(second * 1000);
}

function options(host: HTMLElement, label: string, colour: string): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const axis = {
    stroke: read('--muted'),
    grid: { stroke: read('--line'), width: 1 },
    ticks: { show: false },
    font: '12px system-ui, sans-serif',
  };
  return {
    width: host.clientWidth,
    height: HEIGHT,
    legend: { live: true },
    cursor: { y: false, points: { size: 7 }, sync: { key: 'live' } },
    scales: {
      x: { range: (_chart, min, max) => [Math.min(min, max - LEAST_SECONDS), max] },
      y: { range: (_chart, _min, max) => [0, Math.max(4, Math.ceil((max ?? 0) * 1.1))] },
    },
    axes: [
      { ...axis, size: 28, space: 70, values: (_chart, ticks) => ticks.map(clock) },
      { ...axis, size: 48, space: 40, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6] },
    ],
    series: [
      { label: 'at', value: (_chart, second) => (second === null ? '' : clock(second)) },
      {
        label,
        value: (_chart, value) => rate(value),
        stroke: read(colour),
        fill: read(`${colour}-soft`),
        width: 2,
        points: { show: false },
      },
    ],
  };
}
