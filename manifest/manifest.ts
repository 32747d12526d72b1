import type { Command } from '../bot/commands/define.ts';
import type { Words } from '../cards/words/index.ts';
import { commandLists, scopes } from './command-lists.ts';
import type { PackageSettings } from './settings.ts';

export const schemaVersion = '1.30';
const schemas = `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}`;

const shortName = 'Sync Desk';
/** The ground of the icon. */
const accentColor = '#4F52B2';

export type Described = {
  settings: PackageSettings;
  version: string;
  commands: readonly Command[];
  /** The languages, English among them: it is what Teams shows where it has no better one. */
  vocabularies: readonly Words[];
};

/** Nothing that needs anybody's permission: the bot reads what is said to it, and files that people hand to it. */
export function manifestFor({ settings, version, commands, vocabularies }: Described) {
  const [words, ...others] = byLanguage(vocabularies);
  return {
    $schema: `${schemas}/MicrosoftTeams.schema.json`,
    manifestVersion: schemaVersion,
    version,
    id: settings.botId,
    localizationInfo: {
      defaultLanguageTag: words.language,
      additionalLanguages: others.map(({ language }) => ({ languageTag: language, file: `${language}.json` })),
    },
    developer: settings.developer,
    name: { short: shortName, full: words.say('manifest.name') },
    description: descriptionIn(words, settings),
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor,
    bots: [
      {
        botId: settings.botId,
        scopes,
        isNotificationOnly: false,
        supportsFiles: true,
        commandLists: commandLists(commands, words),
      },
    ],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    validDomains: [settings.host],
    webApplicationInfo: { id: settings.signInAppId, resource: `api://botid-${settings.botId}` },
  };
}

/** English first. */
export function byLanguage(vocabularies: readonly Words[]): [Words, ...Words[]] {
  const english = vocabularies.find(({ language }) => language === 'en');
  if (!english) throw new Error('The manifest is written in English first.');
  return [english, ...vocabularies.filter((words) => words !== english)];
}

const descriptionIn = (words: Words, { developer }: PackageSettings) => ({
  short: words.say('manifest.short'),
  full: words.say('manifest.full', { website: developer.websiteUrl }),
});

/** The same in another language: every text, under the place it has in the manifest. */
export function localisationFor({ settings, commands }: Described, words: Words): Record<string, string> {
  const { short, full } = descriptionIn(words, settings);
  const texts = commandLists(commands, words).flatMap((list, at) =>
    list.commands.flatMap(({ title, description }, index) => {
      const place = `bots[0].commandLists[${at}].commands[${index}]`;
      return [[`${place}.title`, title] as const, [`${place}.description`, description] as const];
    }),
  );
  return {
    $schema: `${schemas}/MicrosoftTeams.Localization.schema.json`,
    'name.short': shortName,
    'name.full': words.say('manifest.name'),
    'description.short': short,
    'description.full': full,
    ...Object.fromEntries(texts),
  };
}
