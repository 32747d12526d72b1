import { z } from 'zod';

/** What the package says of this installation. */
export type PackageSettings = {
  botId: string;
  /** The registration people sign in to. */
  signInAppId: string;
  /** Of the bot's own pages. */
  host: string;
  developer: { name: string; websiteUrl: string; privacyUrl: string; termsOfUseUrl: string };
};

export type SettingsResult =
  | { kind: 'settings'; settings: PackageSettings }
  | { kind: 'bad'; complaints: readonly string[] };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const given = z.string('is missing').trim().min(1, { error: 'is missing', abort: true });
const id = given.regex(guid, 'must be a GUID');
const page = given.refine(isPage, 'must be an https address that browsers reach without signing in');

const settings = z
  .object({
    MicrosoftAppId: id,
    MicrosoftAppType: z.string().trim().optional(),
    SIGN_IN_APP_ID: z.preprocess((text) => (text === '' ? undefined : text), id.optional()),
    PUBLIC_URL: given
      .refine(isPage, 'must be an https address that Teams reaches')
      .refine((text) => !isPage(text) || isHostOnly(text), 'must be a host only, without a path'),
    DEVELOPER_NAME: given.max(32, 'must have 32 characters at most'),
    WEBSITE_URL: page,
    PRIVACY_URL: page,
    TERMS_URL: page,
  })
  .refine(({ MicrosoftAppType, SIGN_IN_APP_ID }) => MicrosoftAppType !== 'UserAssignedMSI' || SIGN_IN_APP_ID, {
    path: ['SIGN_IN_APP_ID'],
    message: 'is missing: nobody can sign in to a managed identity',
    // Told in one go with whatever else is wrong.
    when: () => true,
  });

/** Reads what the package needs of the bot's settings, or names every bad one in one go. */
export function readSettings(env: Record<string, string | undefined>): SettingsResult {
  const read = settings.safeParse(env);
  if (read.success) return { kind: 'settings', settings: settingsFrom(read.data) };
  return { kind: 'bad', complaints: read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) };
}

function settingsFrom(read: z.infer<typeof settings>): PackageSettings {
  const botId = read.MicrosoftAppId.toLowerCase();
  return {
    botId,
    signInAppId: read.SIGN_IN_APP_ID?.toLowerCase() ?? botId,
    host: new URL(read.PUBLIC_URL).host,
    developer: {
      name: read.DEVELOPER_NAME,
      websiteUrl: read.WEBSITE_URL,
      privacyUrl: read.PRIVACY_URL,
      termsOfUseUrl: read.TERMS_URL,
    },
  };
}

function isPage(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' && /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(url.hostname);
}

const isHostOnly = (text: string) => new URL(text).href === `${new URL(text).origin}/`;
