import { asked, isSignedIn, line, openReaders, postsOf, type Reader, type Readers, seen } from '../helpers/readers.ts';
import type { TenantPerson } from '../helpers/tenant-person.ts';

let readers: Readers;
beforeAll(async () => {
  readers = await openReaders();
});
beforeEach(() => readers.startsOver());
afterAll(() => readers.close());

const claims = { access_token: { acrs: { essential: true, value: 'c25' } } };

describe('a run that is under way', () => {
  const lost = {
    'is revoked': (mia: TenantPerson) => readers.desk.entra.revokes(mia.account),
    'needs proof': (mia: TenantPerson) => {
      readers.desk.graph.challenges(mia.account, claims);
      readers.desk.entra.demands(mia.account, { claims, pageOnly: true });
    },
  };
  test.each(Object.entries(lost))(
    'whose person’s sign-in %s waits for them, tells them once, and goes on',
    async (name, loses) => {
      const { desk } = readers;
      await readers.both(async (reader) => {
        const { mia, says, words } = reader;
        desk.graph.tenant.reset();
        await mia.says(says.sync);
        await mia.signsIn('silently');
        await mia.sees(line(words, 'status.accepted'));
        loses(mia);
        const board = mia.newest();
        await mia.seesOn(board, new RegExp(words.say('status.sign-in.you')));
        await mia.sees(/./);
        await new Promise((r) => setTimeout(r, 1500));
        console.log(name, seen(reader).join('\n---\n'));
        const shown = mia.messages().length;
        const again = await mia.pressesAndSignsIn(words.say('button.sign-in'), 'on the page');
        console.log(JSON.stringify(again.answered), JSON.stringify(again.asked.tokenExchangeResource));
        await mia.seesOn(board, line(words, 'status.done'));
        console.log(
          seen(reader)
            .slice(shown - 1)
            .join('\n---\n'),
          mia.messages().length - shown,
        );
      });
    },
  );
});
void asked;
void isSignedIn;
void postsOf;
void ({} as Reader);
