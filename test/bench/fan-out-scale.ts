/** Graph's limit on writes to devices with time running faster, so that a measurement ends while somebody waits for it. */
import { limits } from '../../bot/graph/limits.ts';

export const scale = 20;

/** 200 in 20 s, which are one here. */
export const limit = { windowMs: limits.devices.windowMs / scale, places: limits.devices.write };

/** As if 600 ms. */
export const latencyMs = 30;

/** Seconds as the service would say them, in seconds of here. */
export const scaledSeconds = (seconds: number): string => String(Math.round((seconds * 1000) / scale) / 1000);

export const pathFor = (device: number): string => `/deviceManagement/managedDevices/${device}/syncDevice`;
