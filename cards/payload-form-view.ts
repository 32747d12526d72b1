import type { DeviceNames } from './device-label.ts';
import type { PayloadIntent, PayloadLabel, Removal } from './payload-label.ts';

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

/** Neither to choose from nor to search in. */
export const nothingThere = ({ rows, elsewhere, search }: PayloadFormView): boolean =>
  rows.length === 0 && elsewhere.length === 0 && search === '';
