/** The way through a list that comes in pages: services only say what comes next. */
export class Cursors {
  private before: string[] = [];

  /** The page that is shown, from 1. */
  get page(): number {
    return this.before.length + 1;
  }

  /** What to hand to the service for this page; undefined for the first. */
  get after(): string | undefined {
    return this.before.at(-1);
  }

  on(next: string): void {
    this.before = [...this.before, next];
  }

  back(): void {
    this.before = this.before.slice(0, -1);
  }

  first(): void {
    this.before = [];
  }
}

/** A path with those parameters that have a value. */
export function withQuery(path: string, parameters: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') {
      query.set(name, String(value));
    }
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
