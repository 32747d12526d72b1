import { signInButton } from '../../../bot/views/account-view.ts';
import { signInWords } from '../../sign-in-lines.ts';
import { type SignInReminderView, signInReminder } from '../../sign-in-reminder.ts';
import type { Words } from '../../words/index.ts';
import { forEach, shown } from '../sample.ts';
import { ago, ana, hostileNames, inMinutes, longName, now } from './invented.ts';

export const signInReminderSamples = shown({
  name: 'sign-in-reminder',
  about: 'A run waits for its asker; as soon as it goes on, its board takes the place of this card.',
  card: signInReminder,
  states: {
    ...forEach(signInWords, (need) => [`nothing has begun, ${need}`, reminder({ need })]),
    'asked for the day before, outside practice': reminder({ askedAt: ago(900), practice: false }),
    'until tomorrow': reminder({ until: inMinutes(800) }),
    'it goes on in Intune': reminder({ begun: 'yes' }),
    'some of it has begun': reminder({ begun: 'partly' }),
    'some of it has begun, in a shared chat': reminder({ begun: 'partly', readerIsAsker: false }),
    'the start was cut off': reminder({ begun: 'unknown' }),
    ...forEach(signInWords, (need) => [`in a shared chat, ${need}`, reminder({ need, readerIsAsker: false })]),
    'in a shared chat, a long name': reminder({ readerIsAsker: false, asker: longName }),
    'in a shared chat, a hostile name': reminder({ readerIsAsker: false, asker: hostileNames.markup }),
  },
});

function reminder(change: Partial<SignInReminderView>) {
  return (words: Words): SignInReminderView => {
    const begun = change.begun ?? 'no';
    const cancel = { title: words.say('button.cancel', { number: 17 }), press: { press: 'cancel', run: 17 } as const };
    return {
      ...{ practice: true, now, number: 17, title: words.say('action.autopilot-sync') },
      ...{ need: 'signed-out', begun, until: inMinutes(478), askedAt: ago(12), asker: ana, readerIsAsker: true },
      buttons: [signInButton(words), ...(begun === 'no' ? [cancel] : [])],
      ...change,
    };
  };
}
