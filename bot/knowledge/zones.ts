/** Time zones to choose from in the form; any other IANA name can be typed. West to east. */
export const commonZones = [
  'UTC',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Madrid',
  'Europe/Paris',
  'Europe/Warsaw',
  'Europe/Helsinki',
  'Europe/Kyiv',
  'Europe/Istanbul',
  'Europe/Moscow',
  'Asia/Dubai',
  'Asia/Yekaterinburg',
  'Asia/Almaty',
  'Asia/Kolkata',
  'Asia/Novosibirsk',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Asia/Vladivostok',
  'Australia/Sydney',
] as const;

/** The official spelling of an IANA time zone; null for anything else. */
export function zoneNamed(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
