import { type Desk, openDesk } from '../helpers/desk.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';

describe('an error code in plain words', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  besideAnotherTenant(() => [desk]);
  afterAll(() => desk.close());

  const told = async (text: string) => {
    await desk.ana.says(text);
    return desk.ana.newest().card.fallbackText;
  };

  test.each([
    'explain 0x87D11388',
    'explain -2016341112',
    'explain −2016341112',
    'Explain 2278626184!',
    'explain “87d11388”',
    'объясни 0x87D11388',
    'explain error -2016341112 (0x87D11388)',
  ])('%s: a locked iPad, in three spellings', async (text) => {
    const card = await told(text);
    expect(card).toMatch(/^Error 0x87D11388 /m);
    expect(card).toMatch(/^A repeat can help$/m);
    expect(card).toMatch(/unlocked/);
    expect(card).toMatch(/Whoever has the device must act/);
    for (const spelling of ['0x87D11388', '-2016341112', '2278626184']) expect(card).toContain(spelling);
    expect(card).toMatch(/Microsoft Learn/);
  });

  test('in Russian', async () => {
    desk.jon.speaks('ru-RU');
    await desk.jon.says('объясни -2016341112');
    const card = desk.jon.newest().card.fallbackText;
    expect(card).toMatch(/^Ошибка 0x87D11388 /m);
    expect(card).toMatch(/^Повтор может помочь$/m);
    expect(card).toMatch(/разблокировать/);
    await desk.jon.says('объясни');
    await desk.jon.presses('объясни 0x87D11388');
    expect(desk.jon.newest().card.fallbackText).toMatch(/^Повтор может помочь$/m);
  });

  test('a code printed without its minus is recognised, and both are shown', async () => {
    const card = await told('explain 2016330892');
    expect(card).toMatch(/^Error 0x87D13B74 /m);
    expect(card).toMatch(/^Closed for seven days$/m);
    expect(card).toContain('-2016330892');
    expect(card).toMatch(/without its minus.*: 2016330892/);
  });

  test('an unknown code is called unknown, exactly and without a guess', async () => {
    const card = await told('explain 9007199254740993');
    expect(card).toMatch(/^Unknown code$/m);
    expect(card).toContain('0x0020000000000001');
    expect(card).toContain('9007199254740993');
    expect(card).not.toMatch(/repeat|Sync the device/);
  });

  test('without a code it asks for one, with an example to press', async () => {
    expect(await told('explain')).toMatch(/for example: explain 0x87D11388/);
    await desk.ana.presses('explain 0x87D11388');
    expect(desk.ana.newest().card.fallbackText).toMatch(/^A repeat can help$/m);
  });

  test('what is no code is said back as it was written, harmlessly', async () => {
    const card = await told('explain [x](http://evil.example)');
    expect(card).toContain('[x](http://evil.example)');
    expect(card).toMatch(/for example: explain/);
  });

  test('two codes are not mixed up', async () => {
    expect(await told('explain 0x87D11388 and 0x87D1041C')).toMatch(/one at a time: 0x87D11388 and 0x87D1041C/);
  });
});
