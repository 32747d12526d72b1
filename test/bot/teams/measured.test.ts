import { tracing } from '../../../bot/log.ts';
import type { TeamsActivity } from '../../../bot/teams/activity.ts';
import { measured, turnKindOf } from '../../../bot/teams/measured.ts';
import { traceOf } from '../../../bot/teams/trace.ts';
import { recordingMeter } from '../../helpers/meter.ts';
import { fresh, type Logged, openDoor, recording } from './door.ts';

const said = { type: 'message', id: '1' } as TeamsActivity;

test.each<[Partial<TeamsActivity>, string]>([
  [{ type: 'message' }, 'said'],
  [{ type: 'message', value: { press: 'say' } }, 'pressed'],
  [{ type: 'invoke', name: 'adaptiveCard/action' }, 'pressed'],
  [{ type: 'invoke', name: 'application/search' }, 'searched'],
  [{ type: 'invoke', name: 'fileConsent/invoke' }, 'answered-offer'],
  [{ type: 'invoke', name: 'signin/tokenExchange' }, 'signing-in'],
  [{ type: 'invoke', name: 'signin/failure' }, 'signing-in'],
  [{ type: 'invoke', name: 'anything/else' }, 'other'],
  [{ type: 'messageUpdate' }, 'edited'],
  [{ type: 'installationUpdate' }, 'arrived'],
  [{ type: 'invented by somebody' }, 'other'],
])('an activity %j is a turn of its kind', (activity, kind) => {
  expect(turnKindOf(activity as TeamsActivity)).toBe(kind);
});

describe('a turn', () => {
  test('is timed by what it was and how it ended', async () => {
    const [meter, logged] = [recordingMeter(), [] as Logged[]];
    await measured({ meter, log: recording(logged) }, said, async () => 'repeated');
    expect(meter.seen).toEqual(['turn kind=said ended=repeated']);
    expect(logged).toMatchObject([
      { message: 'turn ended', details: { kind: 'said', ended: 'repeated', activity: '1' } },
    ]);
  });

  test('that breaks is counted, and breaks on', async () => {
    const meter = recordingMeter();
    const broken = measured({ meter, log: recording([]) }, said, async () => {
      throw new Error('a bug');
    });
    await expect(broken).rejects.toThrow('a bug');
    expect(meter.seen).toEqual(['turn kind=said ended=failed']);
  });
});

describe('the trace', () => {
  const of = (change: Partial<TeamsActivity>) =>
    traceOf({ id: '1', conversation: { id: 'a:1' }, ...change }, () => crypto.randomUUID());

  test('is the same for every delivery of one activity, and another for any other', () => {
    expect(of({})).toMatch(/^[0-9a-f]{8}$/);
    expect(of({})).toBe(of({}));
    expect(of({ id: '2' })).not.toBe(of({}));
    expect(of({ conversation: { id: 'a:2' } })).not.toBe(of({}));
  });

  test('of an activity without an id is its own', () => {
    expect(of({ id: undefined })).not.toBe(of({ id: undefined }));
  });

  test('is the reference that a person sees when something broke', async () => {
    const traces: (string | null)[] = [];
    const references: string[] = [];
    const door = await openDoor({
      answer: async () => {
        traces.push(tracing.current());
        throw new Error('a bug');
      },
      trouble: (reference) => {
        references.push(reference);
        return { type: 'AdaptiveCard', fallbackText: reference };
      },
    });
    await door.knocks(fresh());
    await door.close();
    expect(references).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/)]);
    expect(traces).toEqual(references);
    expect(door.logged).toContainEqual(
      expect.objectContaining({ details: expect.objectContaining({ reference: references[0] }) }),
    );
  });

  test('is the same when it is done again after signing in', async () => {
    const traces: (string | null)[] = [];
    const door = await openDoor({
      answer: async () => {
        traces.push(tracing.current());
        return null;
      },
    });
    const activity = fresh();
    await door.knocks(activity);
    await door.teams.resume(activity);
    await door.close();
    expect(traces).toHaveLength(2);
    expect(traces[0]).toBe(traces[1]);
    expect(tracing.current()).toBeNull();
  });
});
