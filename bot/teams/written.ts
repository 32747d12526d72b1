/** What is sent, as JSON. */
export type Written = (activity: object) => string | Buffer;

/** A frozen card was drawn once for many (views/drawn.ts), and is written once for all of them, too. */
export function openWritten(): Written {
  const kept = new WeakMap<object, Buffer>();
  const once = (card: object): Buffer => {
    const bytes = kept.get(card) ?? Buffer.from(JSON.stringify(card));
    kept.set(card, bytes);
    return bytes;
  };
  return (activity) => {
    const card = cardIn(activity);
    return card && Object.isFrozen(card) ? around(once(card), activity) : JSON.stringify(activity);
  };
}

type Carrying = { attachments?: readonly { contentType: string; content?: object }[] };

function cardIn({ attachments = [] }: Carrying): object | null {
  const [attached] = attachments;
  return attachments.length === 1 ? (attached?.content ?? null) : null;
}

/** The same as if all of it were written at once, but for the order. */
function around(card: Buffer, { attachments = [], ...activity }: Carrying): Buffer {
  const [attached] = attachments.map(({ content, ...rest }) => rest);
  const before = `${begun(activity)},"attachments":[${begun(attached)},"content":`;
  return Buffer.concat([Buffer.from(before), card, Buffer.from('}]}')]);
}

const begun = (some: object | undefined): string => JSON.stringify(some).slice(0, -1);
