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
  ...[
    'until it checks in',
    'until it has checked in',
    'until check-in',
    'until checkin',
    'until it is seen',
    'until seen',
  ],
  ...['until they check in', 'until they have checked in', 'until they are seen', 'until they have been seen'],
  ...['until all check in', 'until all have checked in', 'until they all check in', 'until they have all checked in'],
  ...['checks in', 'checks in again', 'has checked in', 'have checked in', 'is seen', 'are seen', 'is seen again'],
  ...['is back', 'are back', 'is online', 'are online', 'is back online', 'comes online', 'comes back'],
  ...['syncs', 'has synced'],
  ...['пока не появится', 'пока не выйдет на связь', 'до выхода на связь', 'до связи'],
  ...['пока не появятся', 'пока они не появятся', 'пока все не появятся'],
  ...['пока не выйдут на связь', 'пока они не выйдут на связь', 'пока все не выйдут на связь'],
  ...['выйдет на связь', 'выйдут на связь', 'будет на связи', 'снова на связи', 'снова будет на связи'],
  ...['появится', 'появятся', 'появится в сети', 'появятся в сети', 'будет в сети', 'синхронизируется'],
  ...['bis es sich meldet', 'bis es sich gemeldet hat', 'bis sie sich melden', 'bis sie sich gemeldet haben'],
  ...['bis alle sich melden', 'bis sich alle melden', 'bis sich alle gemeldet haben', 'bis zur meldung'],
  ...['sich meldet', 'sich melden', 'sich wieder meldet', 'sich gemeldet hat', 'sich gemeldet haben', 'synchronisiert'],
  ...['wieder da ist', 'wieder da sind', 'online ist', 'online sind', 'wieder online ist'],
);
export const untilDone = phrases(
  ...['until done', 'until it is done', 'until they are done', 'until all are done', 'until they are all done'],
  ...['до конца', 'до готовности', 'пока не готово', 'пока не будет готово', 'пока не готовы', 'пока не будут готовы'],
  ...['пока они не готовы', 'пока они не будут готовы', 'пока все не готовы', 'пока все не будут готовы'],
  ...['bis erledigt', 'bis es erledigt ist', 'bis sie erledigt sind', 'bis alle erledigt sind'],
  ...['bis es fertig ist', 'bis sie fertig sind', 'bis alle fertig sind', 'bis zum ende'],
  ...['is done', 'are done', 'is finished', 'are finished', 'is over', 'has ended', 'ends', 'finishes', 'completes'],
  ...['будет готово', 'будут готовы', 'закончится', 'завершится'],
  ...['fertig ist', 'fertig sind', 'erledigt ist', 'erledigt sind', 'beendet ist', 'endet'],
);

/** `older than 24 h`, `if older than 2 days`, `старше 24 ч`, at the end. */
export const olderThan =
  /\s*,?\s*(?:if\s+|если\s+|wenn\s+|falls\s+)?(?:it\s+is\s+)?(?:older\s+than|старше|больше|(?:ä|ae)lter\s+als)\s+(\d{1,4})\s*(h|hours?|hrs?|d|days?|ч|час(?:а|ов)?|д|дн(?:я|ей|и)?|день|сут(?:ок|ки)?|std|stunden?|tage?n?)\.?\s*$/iu;
