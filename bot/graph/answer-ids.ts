/** Ids that Microsoft puts into an answer's headers, for its support and its approvers. Whatever else stands there is none, and nobody is shown it. */
type Headers = Readonly<Record<string, string>>;

const idIn = (text: string | undefined): string | null => /^[\w-]{1,80}$/.exec(text ?? '')?.[0] ?? null;

export const requestIdIn = (headers: Headers): string | null => idIn(headers['request-id']);
export const approvalCodeIn = (headers: Headers): string | null => idIn(headers['x-msft-approval-code']);
