/** One HTTP request to an outside service. */
export type HttpAsk = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string | Uint8Array | undefined;
  /** The answer's body as it is, one character for each byte (latin1), and cut off after so many; without it, as UTF-8. */
  bytesUpTo?: number | undefined;
  signal?: AbortSignal | undefined;
};

/** Header names in lower case. */
export type HttpAnswer = { status: number; headers: Readonly<Record<string, string>>; body: string };

/** Asks once, within time limits: no redirect, no repeat. Throws where no whole answer came. */
export type Sender = (ask: HttpAsk) => Promise<HttpAnswer>;

/** A browser's request below `/sign-in`. */
export type PageRequest = { path: string; query: URLSearchParams; acceptLanguage: string };
export type PageAnswer = { status: number; headers: Readonly<Record<string, string>>; body: string | Buffer };
