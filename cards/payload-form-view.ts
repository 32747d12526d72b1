import type { DeviceNames } from './device-label.ts';
import { mostPayloads, type PayloadIntent, type PayloadLabel, type Removal } from './payload-label.ts';

/** What shall be taken off, or put back? One page of it; what is ticked on the others is told and kept by the draft. */
export type PayloadFormView = {
  practice: boolean;
  now: Date;
  draft: string;
  intent: PayloadIntent;
  devices: DeviceNames;
  /** Failed ones first, then by name; at most fifteen. Without what is removed already, unless it is to be restored. */
  rows: readonly PayloadRow[];
  /** On this page. */
  ticked: readonly string[];
  /** On other pages, or left out by the search. */
  elsewhere: readonly PayloadLabel[];
  /** Everything that is removed already. */
  removed: readonly (PayloadLabel & Removal)[];
  search: string;
  /** From 1. */
  page: number;
  pages: number;
  /** The last answer chose nothing, or more than fits. */
  complaint: 'nothing' | 'too-many' | null;
  /** The form of the other intent has something to choose from. */
  other: boolean;
};

/** `value` is sent when it is ticked, and has no comma. */
export type PayloadRow = PayloadLabel & {
  value: string;
  state: PayloadState;
  removal: Removal | null;
  /** On how many of several devices it is. */
  on: number | null;
};

/** How it stands on the device, as Intune says. */
export const payloadStates = [
  'failed',
  'conflict',
  'pending',
  'installed',
  'applied',
  'not-installed',
  'not-applicable',
  'unknown',
] as const;
export type PayloadState = (typeof payloadStates)[number];

/** Every place is taken by what is off already; only a removal that failed could be asked for again. */
const isFull = ({ intent, removed, ticked, elsewhere }: PayloadFormView): boolean =>
  intent === 'remove' &&
  ticked.length + elsewhere.length === 0 &&
  removed.length >= mostPayloads &&
  removed.every(({ removal }) => removal !== 'failed');

/** Nothing that is shown could be chosen, so nothing is shown. */
export const withoutRowsIfFull = (view: PayloadFormView): PayloadFormView =>
  isFull(view) ? { ...view, rows: [], search: '', page: 1, pages: 1, complaint: 'too-many' } : view;

/** There is no row to say why. */
export const isOnlyTold = (view: PayloadFormView): boolean => nothingThere(view) && view.complaint === 'too-many';

/** Neither to choose from nor to search in. */
export const nothingThere = ({ rows, elsewhere, search }: PayloadFormView): boolean =>
  rows.length === 0 && elsewhere.length === 0 && search === '';
