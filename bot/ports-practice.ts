/** How the invented Graph is to answer one request. */
export type PracticeAnswer = {
  on: 'write' | 'read';
  status: number | 'timeout' | 'broken' | 'nonsense';
  /** Sent as it is in `Retry-After`. */
  retryAfter: string | null;
  /** Which of several bodies a status has: `scope`, `role`, `approval`, `access`, `action`, `intune`; `begun`: it began all the same; `failed`, `silent`: it is taken and then fails, or nothing happens. */
  flavour: string | null;
};
