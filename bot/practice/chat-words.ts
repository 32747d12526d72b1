import type { Language } from './connector-types.ts';

const en = {
  welcome: 'Practice: an invented tenant. You are {person}. Say something, for example: help',
  hint: 'A number presses that button, - empties a field. /person Jon · /language ru · /quit',
  updated: '(updated)',
  unreachable: 'Sync Desk cannot be reached. Nothing was lost: say it again when it is back.',
  failed: 'Something went wrong',
  signIn: 'Sign in: ',
  nowPerson: 'You are now {person}.',
  nowLanguage: 'The bot now hears English.',
  noButton: 'There is no button {number}.',
  allow: 'Allow',
  decline: 'Decline',
};

const ru: typeof en = {
  welcome: 'Тренировка: вымышленная организация. Вы — {person}. Скажите что-нибудь, например: помощь',
  hint: 'Число нажимает кнопку, - очищает поле. /person Jon · /language en · /quit',
  updated: '(обновлено)',
  unreachable: 'Sync Desk недоступен. Ничего не потеряно: повторите, когда он вернётся.',
  failed: 'Что-то пошло не так',
  signIn: 'Вход: ',
  nowPerson: 'Теперь вы — {person}.',
  nowLanguage: 'Бот теперь слышит русский язык.',
  noButton: 'Кнопки {number} нет.',
  allow: 'Разрешить',
  decline: 'Отклонить',
};

const de: typeof en = {
  welcome: 'Übung: ein erfundener Mandant. Sie sind {person}. Schreiben Sie etwas, zum Beispiel: hilfe',
  hint: 'Eine Zahl drückt die Schaltfläche, - leert ein Feld. /person Jon · /language en · /quit',
  updated: '(geändert)',
  unreachable:
    'Sync Desk ist nicht erreichbar. Nichts ging verloren: Schreiben Sie es noch einmal, wenn er zurück ist.',
  failed: 'Etwas ist schiefgegangen',
  signIn: 'Anmeldung: ',
  nowPerson: 'Sie sind jetzt {person}.',
  nowLanguage: 'Der Bot hört jetzt Deutsch.',
  noButton: 'Eine Schaltfläche {number} gibt es nicht.',
  allow: 'Erlauben',
  decline: 'Ablehnen',
};

export type ChatWords = typeof en;

const words: Record<Language, ChatWords> = { 'en-US': en, 'ru-RU': ru, 'de-DE': de };

export function chatWords(language: Language): ChatWords {
  return words[language];
}
