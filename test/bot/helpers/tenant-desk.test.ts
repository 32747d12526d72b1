import { openTenantDesk, type TenantDesk } from '../../helpers/tenant-desk.ts';

describe('a bot that works on a real tenant, and the people in front of it', () => {
  let desk: TenantDesk;

  beforeAll(async () => {
    desk = await openTenantDesk();
  });
  afterAll(() => desk.close());

  test('somebody signs in silently and their command goes on', async () => {
    const { ana } = desk;
    await ana.says('autopilot');
    expect((await ana.signsIn('silently')).status).toBe(200);
    await ana.sees(/^Autopilot clock$/m);
    expect(desk.graph.visits).toMatchObject([{ method: 'GET', oid: ana.account.id, status: 200 }]);
    expect(desk.connector.refused).toEqual([]);
  });

  test('somebody signs in on the page and their command goes on', async () => {
    const { jon } = desk;
    await jon.says('autopilot');
    expect((await jon.signsIn('on the page')).status).toBe(200);
    await jon.sees(/^Autopilot clock$/m);
    expect(desk.graph.visits.at(-1)).toMatchObject({ oid: jon.account.id, status: 200 });
  });

  test('somebody whose Teams sends no good token is not heard', async () => {
    const mia = desk.person('Mia Chen');
    mia.carries(null);
    expect((await mia.says('help')).status).toBe(401);
    const { serviceUrl } = desk.connector;
    mia.carries(`Bearer ${await desk.entra.channelToken({ serviceUrl, key: 'stranger' })}`);
    expect((await mia.says('help')).status).toBe(401);
    expect(mia.messages()).toEqual([]);
  });
});
