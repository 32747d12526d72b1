import { EntraRefused, type RefusalCode, refusalAnswer } from './entra-errors.ts';
import type { EntraPerson, EntraRequest } from './entra-world.ts';
import type { Told } from './loopback.ts';

/** How Entra fails, and for whom; without `grant`, `person` and `at` it fails for everybody at the token endpoint. */
export type EntraFailure = {
  grant?: 'jwt-bearer' | 'refresh_token' | 'authorization_code' | 'client_credentials';
  person?: EntraPerson;
  /** Which addresses; the token endpoints where left out. */
  at?: RegExp;
} & (
  | { status: number; body?: string | object; headers?: Record<string, string> }
  | { refusal: RefusalCode }
  | { trouble: 'silent' | 'broken' }
);

export type Failures = {
  plan(failure: EntraFailure, times: number): void;
  /** The failure planned for this request, which is then used up once. */
  next(request: EntraRequest): Told | null;
  forget(): void;
};

export function openFailures(): Failures {
  let planned: { failure: EntraFailure; left: number }[] = [];
  return {
    plan: (failure, times) => {
      planned.push({ failure, left: times });
    },
    next(request) {
      const found = planned.find(({ failure, left }) => left > 0 && concerns(failure, request));
      if (!found) return null;
      found.left -= 1;
      return answerOf(found.failure);
    },
    forget: () => {
      planned = [];
    },
  };
}

function concerns({ grant, person, at = /\/token$/ }: EntraFailure, request: EntraRequest): boolean {
  return (
    at.test(request.path) &&
    (grant === undefined || grant === request.grant) &&
    (person === undefined || person.id === request.person?.id)
  );
}

function answerOf(failure: EntraFailure): Told {
  if ('trouble' in failure) return { trouble: failure.trouble };
  if ('refusal' in failure) return refusalAnswer(new EntraRefused(failure.refusal));
  const { status, headers = {}, body = busy } = failure;
  return { status, headers, body };
}

const busy = { error: 'temporarily_unavailable', error_description: 'AADSTS90033: A transient error has occurred.' };
