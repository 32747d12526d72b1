import { type ConnectivityGuardView, connectivityGuard } from '../../cards/connectivity-guard.ts';
import { deviceChoice } from '../../cards/device-choice.ts';
import { deviceLabel } from '../../cards/device-label.ts';
import { type DevicePickerView, devicePicker } from '../../cards/device-picker.ts';
import { type DeviceReadingView, deviceReading } from '../../cards/device-reading.ts';
import { payloadForm } from '../../cards/payload-form.ts';
import type { PayloadFormView, PayloadRow } from '../../cards/payload-form-view.ts';
import { successor } from '../../cards/successor.ts';
import type { RemovedItem } from '../actions/payload-set.ts';
import type { FoundDevice } from '../finding/devices.ts';
import { countOn, type Offered } from '../finding/payloads.ts';
import { connectivityOf } from '../knowledge/connectivity.ts';
import type { CardJson } from '../ports.ts';
import { deviceLabelFor, payloadLabelFor, payloadStateFor } from './payload-labels.ts';
import { asJson, type Screen } from './screen.ts';

/** The forms by which devices and payloads are chosen; `draft` is what their buttons carry. */

type Picker = { draft: string; devices: readonly FoundDevice[] } & Pick<
  DevicePickerView,
  'purpose' | 'ticked' | 'typed' | 'complaint'
>;

export function pickerCard({ devices, ...view }: Picker, { words, practice, now }: Screen): CardJson {
  const labels = devices.map((device) => deviceLabelFor(device, now));
  return asJson(devicePicker({ ...view, practice, now, devices: labels }, words));
}

/** As many as one card lists. */
export const mostToChoose = 15;

/** Clients show fifteen, so the last one says that there are more (teams-platform 3.2). */
export function deviceHits(
  devices: readonly FoundDevice[],
  { words, now }: Screen,
): { title: string; value: string }[] {
  const hits = devices.map((device) => ({
    title: deviceLabel(deviceLabelFor(device, now), now, words),
    value: device.id,
  }));
  if (hits.length <= mostToChoose) return hits;
  return [...hits.slice(0, mostToChoose - 1), { title: words.say('pick.refine'), value: 'more' }];
}

type Choice = {
  draft: string;
  said: string;
  match: 'exact' | 'near';
  devices: readonly FoundDevice[];
  isCut: boolean;
  several: boolean;
  complaint: boolean;
};

export function choiceCard({ devices, ...view }: Choice, { words, practice, now }: Screen): CardJson {
  const labels = devices.slice(0, mostToChoose).map((device) => deviceLabelFor(device, now));
  const more = devices.length - labels.length;
  return asJson(deviceChoice({ ...view, practice, now, devices: labels, more, ticked: [] }, words));
}

type Read = {
  draft: string;
  lines: number;
  found: number;
  repeated: readonly string[];
  unknown: DeviceReadingView['unknown'];
  ambiguous: readonly { said: string; devices: readonly FoundDevice[]; chosen: string | null }[];
  doubtful: readonly { device: FoundDevice; why: 'undocumented' | 'silent'; ticked: boolean }[];
};

export function readingCard({ ambiguous, doubtful, ...view }: Read, { words, practice, now }: Screen): CardJson {
  const label = (device: FoundDevice) => deviceLabelFor(device, now);
  return asJson(
    deviceReading(
      {
        ...view,
        practice,
        now,
        ambiguous: ambiguous.map((one) => ({ ...one, devices: one.devices.map(label) })),
        doubtful: doubtful.map(({ device, ...one }) => ({ ...label(device), ...one })),
      },
      words,
    ),
  );
}

/** Unique among what one form offers, and without a comma. */
export const valueFor = ({ kind, id }: Pick<Offered, 'kind' | 'id'>): string => `${kind}/${id}`;

const rowsOnPage = 15;

type Form = {
  draft: string;
  intent: 'remove' | 'restore';
  devices: readonly FoundDevice[];
  /** All that can be chosen; the search and the page say what is shown of it. */
  offered: readonly Offered[];
  chosen: readonly Offered[];
  removed: readonly RemovedItem[];
  search: string;
  page: number;
  complaint: PayloadFormView['complaint'];
  /** There is something to choose from for the other intent. */
  other: boolean;
};

export function payloadFormCard(form: Form, { words, practice, now }: Screen): CardJson {
  const { draft, intent, devices, chosen, removed, search, complaint } = form;
  const found = searched(form.offered, search);
  const pages = Math.max(1, Math.ceil(found.length / rowsOnPage));
  const page = Math.min(Math.max(1, form.page), pages);
  const shown = found.slice((page - 1) * rowsOnPage, page * rowsOnPage);
  const onPage = new Set(shown.map(valueFor));
  const ticked = chosen.map(valueFor);
  const view: PayloadFormView = {
    ...{ practice, now, draft, intent, search, page, pages, complaint },
    devices: namesOf(devices),
    rows: shown.map((one) => rowFor(one, devices.length)),
    ticked: ticked.filter((value) => onPage.has(value)),
    elsewhere: chosen.filter((one) => !onPage.has(valueFor(one))).map(payloadLabelFor),
    removed: removed.map((one) => ({
      ...payloadLabelFor(one),
      removal: one.failed ? 'failed' : 'removed',
      since: null,
    })),
    other: form.other,
  };
  return asJson(payloadForm(view, words));
}

export function searched<T extends { name: string }>(offered: readonly T[], search: string): T[] {
  const wanted = search.trim().toLowerCase();
  return wanted === '' ? [...offered] : offered.filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** What a page of the form shows, so that what is not ticked there can be told from what is not there. */
export function valuesOnPage(
  offered: readonly Offered[],
  { search, page }: { search: string; page: number },
): string[] {
  return searched(offered, search)
    .slice((page - 1) * rowsOnPage, page * rowsOnPage)
    .map(valueFor);
}

const rowFor = (one: Offered, devices: number): PayloadRow => ({
  ...payloadLabelFor(one),
  value: valueFor(one),
  state: payloadStateFor(one.state),
  removal: null,
  on: devices > 1 ? countOn(one) : null,
});

export const namesOf = (devices: readonly { name: string }[]) => ({
  names: devices.slice(0, 10).map(({ name }) => name),
  count: devices.length,
});

type Guard = { draft: string; devices: readonly FoundDevice[]; chosen: readonly Offered[] };

/** Those among what was chosen that may be a device's way to Intune. */
export const waysAmong = (chosen: readonly Offered[]) =>
  chosen.flatMap((item) => {
    const [way] = [item, ...item.variants].flatMap(({ type }) => connectivityOf({ type, name: item.name }) ?? []);
    return way ? [{ item, way }] : [];
  });

export function guardCard({ draft, devices, chosen }: Guard, { words, practice }: Screen): CardJson {
  const items: ConnectivityGuardView['items'] = waysAmong(chosen).map(({ item, way }) => ({
    ...payloadLabelFor(item),
    way,
  }));
  const others = chosen.length - items.length;
  return asJson(connectivityGuard({ practice, draft, devices: namesOf(devices), items, others }, words));
}

export const successorCard = (draft: string, { words, practice }: Screen): CardJson =>
  asJson(successor({ practice, draft }, words));
