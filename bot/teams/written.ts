/** What is sent, as JSON. */
export type Written = (activity: object) => string;

/** A frozen card was drawn once for many (views/drawn.ts), and is written once for all of them, too. */
export function openWritten(): Written {
  const kept = new WeakMap<object, string>();
  const once = (card: object): string => {
    const text = kept.get(card) ?? JSON.stringify(card);
    kept.set(card, text);
    return text;
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
function around(card: string, { attachments = [], ...activity }: Carrying): string {
  const [attached] = attachments.map(({ content, ...rest }) => rest);
  return `${open(activity)},"attachments":[${open(attached)},"content":${card}}]}`;
}

const open = (some: object | undefined): string => JSON.stringify(some).slice(0, -1);
