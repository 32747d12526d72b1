import type { Change } from '../connector-types.ts';

export interface StreamEars {
  readonly change: (change: Change) => void;
  /** The connection stands (again): whatever happened meanwhile has to be read. */
  readonly opened: () => void;
  readonly lost: () => void;
}

/** The server's events for one person. The browser connects again by itself; the answer ends the stream. */
export function listen(person: string, ears: StreamEars): () => void {
  const source = new EventSource(`/events?${new URLSearchParams({ person })}`);
  source.onopen = ears.opened;
  source.onerror = ears.lost;
  source.onmessage = ({ data }) => ears.change(JSON.parse(String(data)) as Change);
  return () => source.close();
}
