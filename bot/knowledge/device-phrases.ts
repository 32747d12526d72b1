/** How people say which devices they mean and what is to become of their payloads, in both languages; е stands for ё too. */

/** A phrase as its words. */
export type Phrase = readonly string[];

/** The longest first, so that "of the user" is not taken for "of". */
const phrases = (...said: readonly string[]): readonly Phrase[] =>
  said.map((one) => one.split(' ')).sort((a, b) => b.length - a.length);

export const clauses = ['user', 'script', 'failed-script', 'app'] as const;
export type Clause = (typeof clauses)[number];

/** What begins a clause. */
export const openings: Readonly<Record<Clause, readonly Phrase[]>> = {
  user: phrases(
    ...['of', 'of user', 'of the user', 'belonging to', 'assigned to', 'owned by', 'used by', 'user', 'with user'],
    ...['у', 'у пользователя', 'пользователя', 'у сотрудника', 'сотрудника', 'пользователь'],
  ),
  script: phrases(
    ...['where script', 'where the script', 'whose script', 'with script', 'with the script'],
    ...['on which script', 'on which the script', 'where remediation', 'where the remediation', 'whose remediation'],
    ...['где скрипт', 'где сценарий', 'у которых скрипт', 'у которых сценарий', 'на которых скрипт'],
    ...['на которых сценарий', 'на котором скрипт', 'со скриптом', 'со сценарием', 'где исправление'],
  ),
  'failed-script': phrases(
    ...['with failed script', 'with the failed script', 'where failed script', 'with a failed script'],
    ...['где не выполнился скрипт', 'где не сработал скрипт', 'где упал скрипт', 'с ошибкой скрипта'],
    ...['с ошибкой в скрипте', 'с ошибкой сценария', 'с неудачным скриптом'],
  ),
  app: phrases(
    ...['with app', 'with the app', 'with an app', 'with application', 'with the application', 'having app'],
    ...['that have app', 'that have the app', 'which have the app', 'where app', 'where the app'],
    ...['с приложением', 'с программой', 'где есть приложение', 'где установлено приложение', 'где приложение'],
    ...['на которых есть приложение', 'на которых установлено приложение', 'у которых есть приложение'],
    ...['у которых установлено приложение', 'где установлена программа', 'где есть программа'],
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
);

/** What ends a clause about a script or an app, and says no more than the clause itself. */
export const ended = {
  script: phrases('ran', 'has run', 'was run', 'выполнился', 'выполнен', 'запускался', 'отработал'),
  app: phrases('is installed', 'installed', 'установлено', 'установлена', 'стоит'),
} as const;

export const comanaged = phrases(
  ...['co-managed', 'comanaged', 'co managed', 'с совместным управлением', 'в совместном управлении'],
  ...['совместно управляемые', 'совместно управляемых', 'совместно управляемое', 'совместно управляемый'],
);

export const mine = phrases(
  ...['my devices', 'my device', 'my own devices', 'all my devices', 'devices of mine', 'mine', 'my', 'me'],
  ...['мои устройства', 'мое устройство', 'мои', 'мое', 'моих устройств', 'моих устройствах', 'моем устройстве'],
  ...['все мои устройства', 'всех моих устройствах', 'у меня', 'меня'],
);

/** Devices in general: they say nothing about which. */
export const manyDevices = phrases(
  ...['devices', 'the devices', 'these devices', 'all devices', 'all the devices'],
  ...['устройства', 'устройств', 'устройствах', 'эти устройства', 'этих устройствах', 'все устройства'],
  ...['всех устройств', 'всех устройствах'],
);
export const oneDevice = phrases(
  ...['device', 'the device', 'устройство', 'устройстве', 'устройства с именем', 'устройство с именем'],
);

export const intents = {
  remove: phrases(
    ...['remove', 'delete', 'uninstall', 'take off', 'удалить', 'удали', 'убрать', 'убери', 'снять', 'сними'],
  ),
  restore: phrases(
    ...['restore', 'bring back', 'put back', 'reinstall', 'вернуть', 'верни', 'восстановить', 'восстанови'],
  ),
} as const;

/** Between payloads and devices. The second kind stands there only behind a verb or quotes: "iPad for Maria" is a device. */
export const between = {
  always: phrases('on', 'на'),
  behindPayloads: phrases('from', 'for', 'с', 'со', 'из', 'для'),
} as const;

export const everything = phrases('all', 'everything', 'all of it', 'все');
export const courtesies = phrases('please', 'пожалуйста');
export const conjunctions = phrases('and', 'и', 'а также');
