import { phrases } from './phrases.ts';

/** How people say what they want to watch, in every language; е stands for ё too. */

/** What begins with it. */
export const watchedThings = {
  autopilot: phrases(
    ...['autopilot', 'the autopilot', 'autopilot clock', 'the autopilot clock', 'autopilot sync', 'windows autopilot'],
    ...['автопилот', 'автопилотом', 'автопилота', 'часами автопилота', 'синхронизацией автопилота'],
    ...['das autopilot-fenster', 'autopilot-fenster', 'autopilot-synchronisierung'],
  ),
  connector: phrases(
    ...['exchange', 'exchange connector', 'the exchange connector', 'connector', 'the connector'],
    ...['соединитель', 'соединителем', 'соединителя', 'соединителем exchange', 'соединитель exchange', 'коннектор'],
    ...['коннектором', 'exchange-connector', 'den exchange-connector', 'den connector'],
  ),
  run: phrases('run', 'the run', 'запуск', 'запуском', 'запуска', 'lauf', 'den lauf'),
  device: phrases('device', 'the device', 'устройство', 'устройством', 'устройства', 'gerät', 'das gerät'),
} as const;

/** What ends it. */
export const failuresOnly = phrases(
  ...['failures only', 'only failures', 'if it fails', 'errors only', 'only errors', 'for failures'],
  ...['только ошибки', 'только сбои', 'только неудачи', 'только при ошибке', 'если ошибка', 'при ошибке'],
  ...['nur fehler', 'nur bei fehlern', 'nur fehlschläge', 'wenn es fehlschlägt', 'bei fehlern'],
);
export const untilCheckIn = phrases(
  ...['until it checks in', 'until check-in', 'until checkin', 'until it is seen', 'until seen'],
  ...['пока не появится', 'пока не выйдет на связь', 'пока не выйдет на связь', 'до выхода на связь', 'до связи'],
  ...['bis es sich meldet', 'bis sie sich melden', 'bis zur meldung'],
);
export const untilDone = phrases(
  'until done',
  'until it is done',
  'до конца',
  'пока не готово',
  'до готовности',
  'bis es erledigt ist',
  'bis erledigt',
  'bis zum ende',
);

/** `older than 24 h`, `if older than 2 days`, `старше 24 ч`, at the end. */
export const olderThan =
  /\s*,?\s*(?:if\s+|если\s+|wenn\s+|falls\s+)?(?:it\s+is\s+)?(?:older\s+than|старше|больше|(?:ä|ae)lter\s+als)\s+(\d{1,4})\s*(h|hours?|hrs?|d|days?|ч|час(?:а|ов)?|д|дн(?:я|ей|и)?|день|сут(?:ок|ки)?|std|stunden?|tage?n?)\.?\s*$/iu;
