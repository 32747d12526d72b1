/** The measured side of the channel between the driver and a process it started. */
export type Asked = { id: number; ask: string; with: unknown };
export type Told = { id: number; answer: unknown } | { event: unknown };

/** Answers what the driver asks by name; other names are left to other handlers. */
export function answersTo(handlers: Record<string, (given: unknown) => unknown>): void {
  process.on('message', async (message) => {
    const { id, ask, with: given } = message as Asked;
    const handler = handlers[ask];
    if (handler) tellDriver({ id, answer: await handler(given) });
  });
}

export function tellDriver(told: Told): void {
  process.send?.(told);
}

/** Nanoseconds that every process on this machine counts from the same moment. */
export const stamp = (): bigint => process.hrtime.bigint();
