/** Where the page is: a view, and a path within it that only the view understands. */
export interface Route {
  readonly view: string;
  readonly path: string[];
}

/** `#/auctions/slot-7` is the view `auctions` with the path `['slot-7']`; no hash is the first view. */
export function parseRoute(hash: string, views: readonly string[]): Route | undefined {
  const [view = '', ...path] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decoded);
  if (view === '') {
    return { view: views[0]!, path: [] };
  }
  return views.includes(view) ? { view, path: path.filter((step) => step !== '') } : undefined;
}

/** The address of a view, whatever characters an id is made of. */
export function hrefOf(view: string, ...path: string[]): string {
  return `#/${[view, ...path].map(encodeURIComponent).join('/')}`;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    // Not what we wrote: taken as it stands.
    return step;
  }
}
