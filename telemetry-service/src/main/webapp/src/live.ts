import type { Frame, Sample } from './model.js';

export type Connection =
  | { state: 'connecting' }
  | { state: 'live' }
  | { state: 'stale'; since: number }
  | { state: 'reconnecting'; attempt: number; retryAt: number };

export interface Listener {
  frame(frame: Frame): void;
  history(samples: Sample[]): void;
  /** The service's time at this moment. A frame's own time may be long past. */
  clock(at: string): void;
  connection(connection: Connection): void;
}

/** The service gives a sign of life every ten seconds. */
const STALE_AFTER_MS = 15_000;
const DEAD_AFTER_MS = 30_000;
const BASE_BACKOFF_MS = 1_000;
const MAX_BACKOFF_MS = 15_000;

/**
 * Follows the live stream for as long as the page is open: notices silence, and comes back by itself
 * after any loss. Each frame is the whole state, so nothing has to be caught up.
 */
export class Live {
  private source: EventSource | undefined;
  private timer: number | undefined;
  private failures = 0;
  private lastSignAt = 0;
  private current: Connection = { state: 'connecting' };

  constructor(
    private readonly url: string,
    private readonly listener: Listener,
  ) {}

  start(): void {
    this.connect();
    window.setInterval(() => this.watch(), 1_000);
    window.addEventListener('online', () => this.retryNow());
  }

  /** Does not wait for the next attempt. */
  retryNow(): void {
    if (this.current.state !== 'live') {
      this.connect();
    }
  }

  private connect(): void {
    window.clearTimeout(this.timer);
    this.source?.close();
    const source = new EventSource(this.url);
    this.source = source;
    this.lastSignAt = Date.now();
    source.addEventListener('open', () => this.sign());
    source.addEventListener('heartbeat', (event) => {
      this.sign();
      this.listener.clock((JSON.parse(event.data) as { at: string }).at);
    });
    source.addEventListener('history', (event) => {
      this.sign();
      const history = JSON.parse(event.data) as { at: string; samples: Sample[] };
      this.listener.clock(history.at);
      this.listener.history(history.samples);
    });
    source.addEventListener('frame', (event) => {
      this.sign();
      this.listener.frame(JSON.parse(event.data) as Frame);
    });
    source.addEventListener('error', () => this.lost());
  }

  private sign(): void {
    this.failures = 0;
    this.lastSignAt = Date.now();
    this.become({ state: 'live' });
  }

  private lost(): void {
    this.source?.close();
    this.source = undefined;
    this.failures++;
    const ceiling = Math.min(MAX_BACKOFF_MS, BASE_BACKOFF_MS * 2 ** Math.min(this.failures, 10));
    const wait = 500 + Math.random() * ceiling;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.connect(), wait);
    this.become({ state: 'reconnecting', attempt: this.failures, retryAt: Date.now() + wait });
  }

  /** A connection may be open and dead: only silence tells. */
  private watch(): void {
    if (this.source === undefined) {
      return;
    }
    const silence = Date.now() - this.lastSignAt;
    if (silence > DEAD_AFTER_MS) {
      this.lost();
    } else if (silence > STALE_AFTER_MS && this.current.state === 'live') {
      this.become({ state: 'stale', since: this.lastSignAt });
    }
  }

  private become(connection: Connection): void {
    this.current = connection;
    this.listener.connection(connection);
  }
}
