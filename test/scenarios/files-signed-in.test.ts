import { randomUUID } from 'node:crypto';
import { openLexicon } from '../../cards/words/index.ts';
import { until } from '../helpers/chat.ts';
import { accepts, offerTo } from '../helpers/file-offers.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import { openTenantDesk, type TenantDesk } from '../helpers/tenant-desk.ts';

/** Files on a real tenant's settings, where the bot has tokens that it could give away. */
const { say } = openLexicon()('en', 'Europe/Berlin');
const [tenant, other] = [randomUUID(), randomUUID()];
let desk: TenantDesk;
beforeAll(async () => {
  desk = await openTenantDesk({ env: { ALLOWED_TENANTS: `${tenant},${other}` } });
});
beforeEach(() => {
  desk.connector.files.forget();
});
besideAnotherTenant(() => [desk]);
afterAll(() => desk.close());

const textOf = (person: ReturnType<TenantDesk['person']>) => person.newest().card.fallbackText;

test('a file attached before signing in is fetched again when they have, and what was said goes on', async () => {
  const mia = desk.person('Mia', undefined, tenant);
  const attachments = [desk.connector.files.attached('devices.csv', 'Device name,OS\nIPAD-07,iPadOS\n')];
  await mia.says('', { attachments });
  expect(mia.signInCard().signIn.text).not.toBe('');
  await mia.signsIn('silently');
  const answered = () => mia.messages().filter(({ signIn }) => !signIn);
  await until(
    () => answered().length > 0,
    () => 'what was said did not go on',
  );
  expect(desk.connector.files.visits.map(({ method }) => method)).toEqual(['GET', 'GET']);
  expect(textOf(mia)).not.toContain(say('file.title'));
  expect(textOf(mia)).toContain(say('reading.title'));
});

describe('the file of a run', () => {
  async function isOffered(person: ReturnType<TenantDesk['person']>) {
    await person.says('sync autopilot');
    await person.signsIn('silently');
    await person.sees(/Accepted|Working|Done/);
    await person.submits({ v: 1, press: 'csv', run: 1 });
    return offerTo(person);
  }

  test('is nobody’s in another tenant, and goes to OneDrive without a token', async () => {
    const ana = desk.person('Ana', undefined, tenant);
    const stranger = desk.person('Ana', undefined, other);
    const { message, offer } = await isOffered(ana);
    expect(offer).toMatchObject({
      name: 'autopilot-sync-run-1.csv',
      description: expect.not.stringContaining('Practice') as string,
    });
    const uploadInfo = desk.connector.files.placeFor(offer.name);
    const wish = { replyToId: message.id, context: offer.acceptContext, uploadInfo };

    await accepts(stranger, wish);
    expect(textOf(stranger)).toContain(say('details.file.closed'));
    await stranger.submits({ v: 1, press: 'csv', run: 1 });
    expect(textOf(stranger)).toContain(say('run.not-found', { number: 1 }));
    expect(desk.connector.files.visits).toEqual([]);

    await accepts(ana, wish);
    expect(message.card.fallbackText).toContain(say('details.file.sent'));
    const [put] = desk.connector.files.visits;
    expect(put?.method).toBe('PUT');
    const sent = JSON.stringify(put);
    expect(desk.secrets().filter((secret) => sent.includes(secret))).toEqual([]);
    expect(put?.headers.authorization).toBeUndefined();
  });
});
