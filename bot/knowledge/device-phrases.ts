/**
 * How people say which devices they mean and what is to become of their payloads, in every language; е stands for ё too, and German
 * is also read without its dots.
 */
import { type Phrase, phrases } from './phrases.ts';

export const clauses = ['user', 'script', 'failed-script', 'app'] as const;
export type Clause = (typeof clauses)[number];

/** What begins a clause. */
export const openings: Readonly<Record<Clause, readonly Phrase[]>> = {
  user: phrases(
    ...['of', 'of user', 'of the user', 'belonging to', 'assigned to', 'owned by', 'used by', 'user', 'with user'],
    ...['у', 'у пользователя', 'пользователя', 'у сотрудника', 'сотрудника', 'пользователь'],
    ...['von', 'von benutzer', 'vom benutzer', 'des benutzers', 'der benutzerin', 'von der person', 'benutzer'],
  ),
  script: phrases(
    ...['where script', 'where the script', 'whose script', 'with script', 'with the script'],
    ...['on which script', 'on which the script', 'where remediation', 'where the remediation', 'whose remediation'],
    ...['где скрипт', 'где сценарий', 'у которых скрипт', 'у которых сценарий', 'на которых скрипт'],
    ...['на которых сценарий', 'на котором скрипт', 'со скриптом', 'со сценарием', 'где исправление'],
    ...['wo skript', 'wo das skript', 'deren skript', 'mit skript', 'mit dem skript', 'auf denen skript'],
    ...['auf denen das skript', 'bei denen skript', 'bei denen das skript', 'auf dem das skript'],
  ),
  'failed-script': phrases(
    ...['with failed script', 'with the failed script', 'where failed script', 'with a failed script'],
    ...['где не выполнился скрипт', 'где не сработал скрипт', 'где упал скрипт', 'с ошибкой скрипта'],
    ...['с ошибкой в скрипте', 'с ошибкой сценария', 'с неудачным скриптом'],
    ...[
      'mit fehlgeschlagenem skript',
      'mit dem fehlgeschlagenen skript',
      'mit fehler im skript',
      'mit fehlern im skript',
    ],
  ),
  app: phrases(
    ...['with app', 'with the app', 'with an app', 'with application', 'with the application', 'having app'],
    ...['that have app', 'that have the app', 'which have the app', 'where app', 'where the app'],
    ...['с приложением', 'с программой', 'где есть приложение', 'где установлено приложение', 'где приложение'],
    ...['на которых есть приложение', 'на которых установлено приложение', 'у которых есть приложение'],
    ...['у которых установлено приложение', 'где установлена программа', 'где есть программа'],
    ...[
      'mit app',
      'mit der app',
      'mit einer app',
      'mit anwendung',
      'mit der anwendung',
      'mit programm',
      'mit dem programm',
    ],
    ...['wo app', 'wo die app', 'auf denen app', 'auf denen die app', 'mit installierter app'],
  ),
};

/** What ends a clause about a script, and says that it failed. */
export const failed = phrases(
  ...['failed', 'has failed', 'have failed', 'fails', 'is failing', 'failing', 'with errors', 'with an error'],
  ...['with error', 'in error', 'had an error', 'had errors', 'ended in error', 'ended with an error', 'did not work'],
  ...['завершился ошибкой', 'завершился с ошибкой', 'завершилось ошибкой', 'завершилось с ошибкой'],
  ...['закончился ошибкой', 'закончился с ошибкой', 'завершился неудачно', 'выполнился с ошибкой'],
  ...['не выполнился', 'не выполнилось', 'не выполнен', 'не сработал', 'не сработало', 'не прошел', 'не отработал'],
  ...['упал', 'с ошибкой', 'с ошибками', 'дал ошибку', 'дает ошибку', 'неудачно'],
  ...[
    'fehlgeschlagen',
    'fehlgeschlagen ist',
    'fehlschlug',
    'fehlschlägt',
    'scheiterte',
    'gescheitert ist',
    'nicht lief',
  ],
  ...['nicht gelaufen ist', 'mit fehler', 'mit fehlern', 'mit einem fehler', 'einen fehler hatte', 'fehler meldet'],
);

/** What ends a clause about a script or an app, and says no more than the clause itself. */
export const ended = {
  script: phrases(
    'ran',
    'has run',
    'was run',
    'выполнился',
    'выполнен',
    'запускался',
    'отработал',
    'lief',
    'gelaufen ist',
  ),
  app: phrases('is installed', 'installed', 'установлено', 'установлена', 'стоит', 'installiert', 'installiert ist'),
} as const;

export const comanaged = phrases(
  ...['co-managed', 'comanaged', 'co managed', 'с совместным управлением', 'в совместном управлении'],
  ...['совместно управляемые', 'совместно управляемых', 'совместно управляемое', 'совместно управляемый'],
  ...[
    'co-verwaltet',
    'co-verwaltete',
    'co-verwalteten',
    'gemeinsam verwaltet',
    'gemeinsam verwaltete',
    'gemeinsam verwalteten',
  ],
);

export const mine = phrases(
  ...['my devices', 'my device', 'my own devices', 'all my devices', 'devices of mine', 'mine', 'my', 'me'],
  ...['мои устройства', 'мое устройство', 'мои', 'мое', 'моих устройств', 'моих устройствах', 'моем устройстве'],
  ...['все мои устройства', 'всех моих устройствах', 'у меня', 'меня'],
  ...['meine geräte', 'mein gerät', 'meinen geräten', 'meinem gerät', 'alle meine geräte', 'allen meinen geräten'],
  ...['meine', 'mein', 'meins', 'mir', 'bei mir'],
);

/** Devices in general: they say nothing about which. */
export const manyDevices = phrases(
  ...['devices', 'the devices', 'these devices', 'all devices', 'all the devices'],
  ...['устройства', 'устройств', 'устройствах', 'устройствами', 'эти устройства', 'этих устройствах', 'все устройства'],
  ...['этими устройствами', 'всех устройств', 'всех устройствах', 'всеми устройствами'],
  ...[
    'geräte',
    'geräten',
    'die geräte',
    'den geräten',
    'diese geräte',
    'diesen geräten',
    'alle geräte',
    'allen geräten',
  ],
);
export const oneDevice = phrases(
  ...['device', 'the device', 'устройство', 'устройстве', 'устройства с именем', 'устройство с именем'],
  ...['gerät', 'das gerät', 'dem gerät'],
);

export const intents = {
  remove: phrases(
    ...['remove', 'delete', 'uninstall', 'take off', 'удалить', 'удали', 'убрать', 'убери', 'снять', 'сними'],
    ...['entferne', 'entfernen', 'lösche', 'löschen', 'deinstalliere', 'deinstallieren'],
  ),
  restore: phrases(
    ...['restore', 'bring back', 'put back', 'reinstall', 'вернуть', 'верни', 'восстановить', 'восстанови'],
    ...['zurückbringen', 'bringe', 'bring', 'wiederherstellen', 'stelle', 'stell', 'zurückholen'],
  ),
} as const;

/** Between payloads and devices. The second kind stands there only behind a verb or quotes: "iPad for Maria" is a device. */
export const between = {
  always: phrases('on', 'на', 'auf'),
  behindPayloads: phrases('from', 'for', 'с', 'со', 'из', 'для', 'von', 'vom', 'für'),
} as const;

export const everything = phrases('all', 'everything', 'all of it', 'все', 'alles', 'alle');
/** They say nothing of payloads or devices; German puts the rest of its verb at the end ("bringe … zurück", "stelle … wieder her"). */
export const courtesies = phrases('please', 'пожалуйста', 'bitte', 'zurück', 'wieder her');
export const conjunctions = phrases('and', 'и', 'а также', 'und', 'sowie');
