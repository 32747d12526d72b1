import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimsIn } from '../../../bot/graph/claims-challenge.ts';
import { codesIn, entraRefusalFor } from '../../../bot/identity/entra-answer.ts';
import { openSeal } from '../../../bot/identity/seal.ts';
import { ssoTokenFailure } from '../../../bot/identity/sso-token.ts';
import type { TenantId } from '../../../bot/ports.ts';
import { personOf } from '../../bot/store/samples.ts';
import { type Claim, claim } from '../claim.ts';
import { answerOf } from '../inputs/http.ts';
import { anyJson } from '../inputs/json.ts';
import { outsideText } from '../inputs/text.ts';

const now = new Date('2026-03-02T12:00:00Z');
const clock = { now: () => now };
const expected = { clientId: 'c', resource: 'api://botid-c', person: personOf('t' as TenantId), now };
const key = Buffer.alloc(32, 7);

const entraBody = fc.oneof(
  fc.record(
    {
      error: fc.oneof(fc.constantFrom('invalid_grant', 'interaction_required', 'invalid_client'), anyJson),
      suberror: fc.oneof(fc.constantFrom('consent_required', 'bad_token'), anyJson),
      error_codes: fc.oneof(fc.array(fc.constantFrom(65001, 50076, 500133, 1.5)), anyJson),
      error_description: outsideText.map((text) => `AADSTS65001: ${text}`),
      claims: fc.oneof(outsideText, anyJson),
      access_token: outsideText,
    },
    { requiredKeys: [] },
  ),
  anyJson,
);
const encoded = (part: unknown) => Buffer.from(JSON.stringify(part) ?? '').toString('base64url');
/** A token as anybody can write one: nothing in it was signed. */
const token = fc.oneof(
  outsideText,
  fc
    .record({
      aud: fc.oneof(fc.constantFrom('c', 'api://botid-c'), anyJson),
      tid: fc.oneof(fc.constant('t'), anyJson),
      oid: fc.oneof(fc.constant('id of ana ruiz'), anyJson),
      scp: fc.oneof(fc.constant('access_as_user'), anyJson),
      exp: fc.oneof(fc.constantFrom(now.getTime() / 1000 + 60, 0, 1e300), anyJson),
    })
    .map((claims) => `${encoded({ alg: 'none' })}.${encoded(claims)}.x`),
);

export const identityClaims: readonly Claim[] = [
  claim({
    name: 'identity: whatever Entra answers is a reason that we know',
    input: answerOf(entraBody),
    share: 6,
    holds(answer) {
      const { kind } = entraRefusalFor({ answer }, clock);
      assert.ok(kind === 'refused' || kind === 'unavailable');
      assert.ok(codesIn({ answer }).every((code) => /^AADSTS\d{4,7}$/.test(code)));
    },
  }),
  claim({
    name: 'identity: a token of anybody’s own making is a failure we know, or may be tried at Entra',
    input: token,
    share: 4,
    holds(one) {
      assert.ok([null, 'wrong-token', 'expired-token'].includes(ssoTokenFailure(one, expected)));
    },
  }),
  claim({
    name: 'identity: claims that Graph asks for are JSON, or none',
    input: outsideText.chain((text) =>
      fc.constantFrom(text, `Bearer error="insufficient_claims", claims="${Buffer.from(text).toString('base64')}"`),
    ),
    share: 2,
    holds(header) {
      const claims = claimsIn(header);
      if (claims !== undefined) JSON.parse(claims);
    },
  }),
  claim({
    name: 'identity: sealed text opens where it was sealed, and spoiled or moved it does not',
    input: fc.tuple(outsideText, outsideText, outsideText),
    share: 2,
    holds([text, bound, other]) {
      const seal = openSeal([key]);
      const sealed = seal.seal(text, bound);
      assert.equal(seal.open(sealed, bound), text.toWellFormed());
      if (other.toWellFormed() !== bound.toWellFormed()) assert.equal(seal.open(sealed, other), null);
      assert.equal(seal.open(`${other}${sealed}`, bound), other === '' ? text.toWellFormed() : null);
    },
  }),
];
