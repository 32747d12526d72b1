import { showButton } from '../../../bot/views/buttons.ts';
import { type ApprovalView, approval } from '../../approval.ts';
import { type DeclineFormView, declineForm } from '../../decline-form.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ago, ana, hostileNames, inMinutes, jon, longName, now } from './invented.ts';
import {
  hostilePayloads,
  longPayload,
  mail,
  many,
  onIpad,
  onLongest,
  onMany,
  rootCertificate,
  vpn,
  wifi,
} from './invented-devices.ts';

const removal = { kind: 'removal' } as const;
const asked = { kind: 'asked', until: inMinutes(24 * 60 - 6) } as const;
const onMail = { devices: onIpad, remove: [mail], stay: [], restore: [] };
const group = { devices: onMany, remove: [wifi, rootCertificate], stay: [mail], restore: [] };
const fleet = { kind: 'devices', count: 38, groups: [group], removes: true } as const;

export const approvalSamples = shown({
  name: 'approval',
  about: 'What a second person is asked about a run, and what came of it.',
  card: approval,
  states: {
    'asked, many devices': request({}),
    'asked, one device': request({
      what: { kind: 'devices', count: 1, groups: [onMail], cautions: [], removes: true },
      reasons: [removal],
    }),
    'asked, everything comes back': request({
      what: {
        ...{ kind: 'devices', count: 38, cautions: [], removes: false },
        groups: [{ ...group, remove: [], stay: [], restore: [vpn] }],
      },
      reasons: [{ kind: 'devices', over: 25 }],
    }),
    'asked, a full sync': fullSync(['EX01'], { practice: false }),
    'asked, many connectors': fullSync([longName.repeat(3), ...Object.values(hostileNames), 'EX01', 'EX02']),
    approved: request({ standing: { kind: 'approved', by: jon, at: ago(1), reason: null } }),
    declined: request({ standing: { kind: 'declined', by: jon, at: ago(1), reason: 'Not before the exam week.' } }),
    'declined, hostile words': request({
      standing: { kind: 'declined', by: hostileNames.markdown, at: ago(1), reason: hostileNames['a link'].repeat(6) },
      asker: hostileNames['a mention'],
    }),
    'nobody decided': request({ standing: { kind: 'expired', until: ago(2) }, askedAt: ago(24 * 60 + 2) }),
    'taken back': request({ standing: { kind: 'withdrawn' } }),
    'long names': request({
      asker: longName,
      what: {
        ...{ kind: 'devices', count: 2_000, removes: true },
        groups: many(4, () => ({ devices: onLongest, remove: many(30, longPayload), stay: [], restore: [] })),
        cautions: [{ kind: 'connectivity', items: many(7, longPayload), ...onLongest }],
      },
    }),
    'hostile names': request({
      what: {
        ...{ kind: 'devices', count: 10, cautions: [], removes: true },
        groups: [
          {
            ...{ stay: [], restore: [], remove: hostilePayloads },
            devices: { names: Object.values(hostileNames), count: 10 },
          },
        ],
      },
    }),
  },
});

export const declineFormSamples = shown({
  name: 'decline-form',
  about: 'Why somebody does not agree to a run of another person.',
  card: declineForm,
  states: {
    empty: form({}),
    'outside practice, a long name': form({ practice: false, asker: longName }),
  },
});

function form(change: Partial<DeclineFormView>) {
  return (words: Words): DeclineFormView => ({
    ...{ practice: true, number: 17, asker: ana },
    buttons: [
      {
        title: words.say('approval.button.decline'),
        press: { press: 'decline', run: 17, askedAt: ago(6) },
        main: true,
      },
      showButton(17, words),
    ],
    ...change,
  });
}

function fullSync(names: readonly string[], change: Partial<ApprovalView> = {}) {
  const asks = { what: { kind: 'connectors', names, sync: 'full' }, reasons: [{ kind: 'full-sync' }] } as const;
  return (words: Words) => request({ ...asks, title: words.say('action.exchange-sync'), ...change })(words);
}

function request(change: Partial<ApprovalView>) {
  return (words: Words): ApprovalView => ({
    ...{ practice: true, now, number: 17, title: words.say('action.sync-payloads') },
    ...{ standing: asked, asker: ana, askedAt: ago(6) },
    reasons: [{ kind: 'devices', over: 25 }, removal],
    what: { ...fleet, cautions: [{ kind: 'connectivity', items: [wifi, rootCertificate], ...onMany }] },
    buttons: change.standing ? [showButton(17, words)] : openButtons(words),
    ...change,
  });
}

const openButtons = (words: Words): ApprovalView['buttons'] => [
  {
    title: words.say('approval.button.approve'),
    press: { press: 'approve', run: 17, askedAt: ago(6) },
    main: true,
  },
  { title: words.say('approval.button.decline'), press: { press: 'decline', run: 17, askedAt: ago(6) } },
  showButton(17, words),
];
