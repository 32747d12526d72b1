import { activitySchema } from '../../../bot/teams/activity.ts';
import { type Door, incomingFrom } from '../../../bot/teams/incoming.ts';
import { activityFrom, bot, recordedActivity, tenant } from './activities.ts';

const door: Door = { practiceTenant: null, allowedTenants: new Set([tenant]) };
const read = (...of: Parameters<typeof activityFrom>) => incomingFrom(activityFrom(...of), door);
const incoming = (...of: Parameters<typeof activityFrom>) => {
  const found = read(...of);
  if (found.kind !== 'incoming') throw new Error(`expected something to answer, got ${JSON.stringify(found)}`);
  return found.incoming;
};

describe('a recorded activity', () => {
  test('a message: who, where, in which language and time zone, and what', () => {
    const { key, ...rest } = incoming('personal-message');
    expect(key).toMatch(/^said:a:17I0kl.*\/1485983408511$/);
    expect(rest).toEqual({
      from: {
        tenantId: tenant,
        id: 'e236c4bf-88b1-4f3a-b1d7-8891dfc332b5',
        name: 'Bob Young',
        teamsId: expect.stringMatching(/^29:/) as string,
      },
      where: {
        id: expect.stringMatching(/^a:/) as string,
        kind: 'personal',
        tenantId: tenant,
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        botId: bot,
      },
      heard: { language: 'en', zone: 'Asia/Calcutta' },
      did: { kind: 'said', text: 'sync autopilot' },
      signedIn: false,
    });
  });

  test('a message in a channel is answered in its thread', () => {
    const { where, did } = incoming('channel-message');
    expect(where.kind).toBe('channel');
    expect(where.id).toContain(';messageid=1481567603816');
    expect(did).toEqual({ kind: 'said', text: 'sync autopilot' });
  });

  test.each([
    ['group-message', { kind: 'said', text: 'runs' }],
    ['edited-message', { kind: 'edited', text: 'sync autopilot' }],
    ['pressed-execute', { kind: 'pressed', data: { press: 'say', text: 'runs' }, cardId: '1485983408512' }],
    ['pressed-submit', { kind: 'pressed', data: { press: 'say', text: 'runs' }, cardId: '1485983408512' }],
    ['installed', { kind: 'arrived', addedBy: null }],
  ] as const)('%s', (name, did) => {
    expect(incoming(name).did).toEqual(did);
  });

  describe('the answer to the offer of a file', () => {
    const answered = (value: unknown, change: object = {}) =>
      read('pressed-execute', { name: 'fileConsent/invoke', value, ...change });
    const offer = '5f0c7ad1-0000-4000-8000-000000000007';

    test.each([
      ['accept', true],
      ['decline', false],
    ] as const)('%s: whether it is wanted, and which offer was meant', (action, wanted) => {
      expect(answered({ type: 'fileUpload', action, context: { offer, run: 17 } })).toMatchObject({
        incoming: { did: { kind: 'answered-offer', offer, wanted, cardId: '1485983408512' } },
      });
    });

    test.each([undefined, null, {}, 17, { offer: 17 }, { offer: '' }])(
      'with %j for its context: no offer',
      (context) => {
        expect(answered({ action: 'accept', context })).toMatchObject({ incoming: { did: { offer: null } } });
      },
    );

    test.each([undefined, null, 'accept', {}, { action: 'maybe' }, { context: { offer } }])('%j is none', (value) => {
      expect(answered(value).kind).toBe('nothing');
    });
  });

  test.each([
    ['joined', {}],
    ['searched', {}],
    ['installed', { action: 'remove' }],
    ['edited-message', { channelData: { eventType: 'softDeleteMessage', tenant: { id: tenant } } }],
    ['personal-message', { type: 'messageReaction' }],
    ['personal-message', { type: 'event', name: 'application/vnd.microsoft.meetingStart' }],
  ] as const)('%s %j is nothing that anybody waits for an answer to', (name, change) => {
    expect(read(name, change).kind).toBe('nothing');
  });

  test('the same activity delivered again has the same key, and another one has not', () => {
    expect(incoming('personal-message').key).toBe(incoming('personal-message').key);
    expect(incoming('personal-message', { id: '2' }).key).not.toBe(incoming('personal-message').key);
    const { id: _, ...nameless } = recordedActivity('personal-message') as Record<string, unknown>;
    const keys = [1, 2].map(() => incomingFrom(activitySchema.parse(nameless), door));
    expect(keys[0]).not.toEqual(keys[1]);
  });
});

describe('who is at the door', () => {
  const other = 'ffffffff-0000-4000-8000-000000000000';
  const conversation = { id: 'a:1', conversationType: 'personal', tenantId: tenant };

  test.each([
    ['another tenant', { conversation: { ...conversation, tenantId: other }, channelData: { tenant: { id: other } } }],
    ['a tenant that is claimed in one place only to be another', { channelData: { tenant: { id: other } } }],
    ['nobody said which tenant', { conversation: { id: 'a:1' }, channelData: {} }],
    ['somebody without an Entra account', { from: { id: '29:anonymous', name: 'Guest' } }],
    ['somebody with an empty Entra account', { from: { id: '29:anonymous', aadObjectId: '' } }],
  ])('%s is a stranger', (_, change) => {
    expect(read('personal-message', change).kind).toBe('stranger');
  });

  test('Web Chat and Direct Line, where anybody may claim to be anybody, are left alone', () => {
    expect(read('personal-message', { channelId: 'webchat' }).kind).toBe('nothing');
    expect(read('personal-message', { channelId: 'directline' }).kind).toBe('nothing');
  });

  test('in practice everybody belongs to the invented tenant', () => {
    const practice: Door = {
      practiceTenant: 'practice' as NonNullable<Door['practiceTenant']>,
      allowedTenants: new Set(),
    };
    const found = incomingFrom(activityFrom('personal-message'), practice);
    expect(found).toMatchObject({
      kind: 'incoming',
      incoming: { from: { tenantId: 'practice' }, where: { tenantId: 'practice' } },
    });
  });

  test('somebody without a name is named by their id', () => {
    expect(incoming('installed').from.name).toBe('e236c4bf-88b1-4f3a-b1d7-8891dfc332b5');
  });
});

describe('how a person reads', () => {
  test.each([
    [{ locale: 'ru-RU' }, 'ru'],
    [{ locale: 'RU' }, 'ru'],
    [{ locale: 'run' }, 'en'],
    [{ locale: 'de-DE' }, 'de'],
    [{ locale: 'fr-FR' }, 'en'],
    [{ locale: undefined, entities: [{ type: 'clientInfo', locale: 'ru-RU' }] }, 'ru'],
    [{ locale: undefined, entities: undefined }, 'en'],
  ])('%j: %s', (change, language) => {
    expect(incoming('personal-message', change).heard.language).toBe(language);
  });

  test.each([
    [{}, 'Asia/Calcutta'],
    [{ entities: [], localTimezone: 'Europe/Paris' }, 'Europe/Paris'],
    [{ entities: undefined, localTimezone: undefined }, 'UTC'],
  ])('time zone of %j: %s', (change, zone) => {
    expect(incoming('personal-message', change).heard.zone).toBe(zone);
  });
});

describe('what Teams does not send', () => {
  test.each([
    ['no type', { type: undefined }],
    ['an empty type', { type: '' }],
    ['no sender', { from: undefined }],
    ['no conversation', { conversation: undefined }],
    ['no service address', { serviceUrl: undefined }],
    ['a service address that is a file', { serviceUrl: 'file:///etc/passwd' }],
    ['an id of ten thousand letters', { id: 'x'.repeat(10_000) }],
  ])('%s is refused at the edge', (_, change) => {
    expect(activitySchema.safeParse(recordedActivity('personal-message', change)).success).toBe(false);
  });

  test.each([
    ['a text that is a number', { text: 17 }],
    ['entities that are not', { entities: 'none' }],
    ['an entity that is null', { entities: [null] }],
    ['channel data of another shape', { channelData: { tenant: 'x', eventType: 7 } }],
    ['a locale that is a number', { locale: 7 }],
    ['a press without data', { type: 'invoke', name: 'adaptiveCard/action', value: { action: 'x' } }],
    ['a press of nothing', { type: 'invoke', name: 'adaptiveCard/action', value: null }],
  ])('%s is read as far as it goes', (_, change) => {
    expect(read('personal-message', change).kind).toBe('incoming');
  });
});
