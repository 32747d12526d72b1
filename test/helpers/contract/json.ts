/** A body that says it is JSON and is. */
export type Read = { value: unknown } | { complaint: string };

type Sent = { contentType: string | null; body: string };

export function readJson({ contentType, body }: Sent): Read {
  if (!/^application\/json\b/i.test(contentType ?? '')) {
    return { complaint: `its body should be application/json and is ${contentType ?? 'of no type'}` };
  }
  try {
    return { value: JSON.parse(body) };
  } catch {
    return { complaint: 'its body is no JSON' };
  }
}
