import type { Phrase } from './device-phrases.ts';

/** How people say what they want to watch, in both languages; е stands for ё too. */

const phrases = (...said: readonly string[]): readonly Phrase[] =>
  said.map((one) => one.split(' ')).sort((a, b) => b.length - a.length);

/** What begins with it. */
export const watchedThings = {
  autopilot: phrases(
    ...['autopilot', 'the autopilot', 'autopilot clock', 'the autopilot clock', 'autopilot sync', 'windows autopilot'],
    ...['автопилот', 'автопилотом', 'автопилота', 'часами автопилота', 'синхронизацией автопилота'],
  ),
  connector: phrases(
    ...['exchange', 'exchange connector', 'the exchange connector', 'connector', 'the connector'],
    ...['соединитель', 'соединителем', 'соединителя', 'соединителем exchange', 'соединитель exchange', 'коннектор'],
    ...['коннектором'],
  ),
  run: phrases('run', 'the run', 'запуск', 'запуском', 'запуска'),
  device: phrases('device', 'the device', 'устройство', 'устройством', 'устройства'),
} as const;

/** What ends it. */
export const failuresOnly = phrases(
  ...['failures only', 'only failures', 'if it fails', 'errors only', 'only errors', 'for failures'],
  ...['только ошибки', 'только сбои', 'только неудачи', 'только при ошибке', 'если ошибка', 'при ошибке'],
);
export const untilCheckIn = phrases(
  ...['until it checks in', 'until check-in', 'until checkin', 'until it is seen', 'until seen'],
  ...['пока не появится', 'пока не выйдет на связь', 'пока не выйдет на связь', 'до выхода на связь', 'до связи'],
);
export const untilDone = phrases('until done', 'until it is done', 'до конца', 'пока не готово', 'до готовности');

/** `older than 24 h`, `if older than 2 days`, `старше 24 ч`, at the end. */
export const olderThan =
  /\s*,?\s*(?:if\s+|если\s+)?(?:it\s+is\s+)?(?:older\s+than|старше|больше)\s+(\d{1,4})\s*(h|hours?|hrs?|d|days?|ч|час(?:а|ов)?|д|дн(?:я|ей|и)?|день|сут(?:ок|ки)?)\.?\s*$/iu;
