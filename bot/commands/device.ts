import { syncPayloads } from '../actions/sync-payloads.ts';
import type { Command } from './define.ts';
import { deviceWords } from './find-words.ts';
import { begin, newDraft } from './payloads/draft.ts';
import { find } from './payloads/find.ts';

export const device: Command = {
  name: 'device',
  phrases: {
    en: ['device', 'show device', 'find device', 'devices'],
    ru: ['устройство', 'покажи устройство', 'найди устройство', 'устройства'],
    de: ['gerät', 'gerät anzeigen', 'zeige gerät', 'finde gerät', 'geräte'],
  },
  takes: 'as-typed',
  about: 'command.device',
  menu: 'everywhere',
  scopes: syncPayloads.scopes.read,
  async run(turn, typed) {
    return find(turn, await begin(turn, { ...newDraft, purpose: 'device', said: typed }), deviceWords(typed));
  },
};
