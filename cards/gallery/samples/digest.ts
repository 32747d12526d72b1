import type { NoticeContent } from '../../../bot/runs/notice.ts';
import { digestViewFor } from '../../../bot/views/digest.ts';
import { digest } from '../../digest.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ago, ana, hostileNames, longName, now } from './invented.ts';

const device = (label: string): NoticeContent => ({
  ...{ kind: 'watch', watch: 3, by: null, endsAt: null },
  what: { kind: 'devices', devices: [{ id: 'd', label }], until: 'check-in', run: null },
  news: { kind: 'devices', devices: [{ label, standing: 'checked-in', lastSyncAt: ago(3) }] },
});
const booked: NoticeContent = {
  ...{ kind: 'run-over', number: 17, action: 'autopilot-sync', verdict: 'failed', asker: ana },
  bookedFor: ago(300),
  counts: { done: 188, failed: 11, silent: 1 },
};
const silent: NoticeContent = {
  ...{ kind: 'watch', watch: 4, by: null, endsAt: null },
  what: { kind: 'devices', devices: ['a', 'b'].map((id) => ({ id, label: id })), until: 'done', run: 12 },
  news: {
    kind: 'devices',
    devices: [
      { label: 'LT-0142', standing: 'done', lastSyncAt: ago(80) },
      { label: 'LT-0388', standing: 'silent', lastSyncAt: null },
    ],
  },
};

const told =
  (contents: readonly NoticeContent[], practice = true) =>
  (words: Words) =>
    digestViewFor(
      contents.map((content, index) => ({ content, askedAt: ago(20 + index * 35) })),
      { words, now, practice },
    );

export const digestSamples = shown({
  name: 'digest',
  about: 'What happened while somebody wanted no messages.',
  card: digest,
  states: {
    'a few': told([device('IPAD-07'), booked, silent]),
    'outside practice': told([device('IPAD-07'), booked], false),
    'hostile names': told(Object.values(hostileNames).map(device)),
    'more than are shown, long names': told(Array.from({ length: 30 }, (_, index) => device(`${longName} ${index}`))),
  },
});
