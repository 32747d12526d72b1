import type { en } from './en.ts';

/** Русский, как сообщения ICU. Прочитайте вслух, прежде чем добавить. */
export const ru: Record<keyof typeof en, string> = {
  'practice.mark': 'Тренировка',

  'time.dated': '{time} {day}',

  'command.help': 'этот список',
  'command.autopilot': 'когда возможна следующая синхронизация',
  'command.sync-autopilot': 'запустить сейчас, присоединиться к идущей или запланировать следующую',
  'command.runs': 'что идёт, что запланировано и что было недавно',
  'command.run': 'всё об одном запуске',
  'command.cancel': 'отменить запуск, пока он не начался',
  'command.settings': 'язык и часовой пояс',
  'command.practice': 'разыграть отказ: next 409, clock +10m, reset',

  'help.title': 'Что я умею',
  'help.intro': 'Напишите одну из этих команд или нажмите кнопку. Я понимаю по-русски и по-английски.',
  'help.truth':
    '«Принято» ещё не значит «готово»: я слежу, пока не узнаю, чем всё кончилось. Всё выполняется от вашего имени.',
  'welcome.title': 'Здравствуйте, я Sync Desk',
  'welcome.what':
    'Я запускаю синхронизации Intune от вашего имени и честно говорю, что с ними стало: принято, выполняется, готово, ошибка или нет признаков жизни.',
  'welcome.added-by': 'Кто меня добавил: {name}.',

  'unknown.title': 'Не понимаю',
  'unknown.said': 'Вы написали: {text}',
  'unknown.near': 'Может быть, что-то из этого?',
  'unknown.far': 'Ничего не сделано. Кнопка «Помощь» покажет, что я умею.',
  'unknown.too-long':
    'Для команды это слишком длинно: {count, plural, one {# знак} few {# знака} many {# знаков} other {# знака}}. Ничего не сделано.',
  'unknown.edited': 'Исправленные сообщения я не выполняю. Ничего не сделано; отправьте команду ещё раз.',
  'unknown.needs-number': 'Какой запуск? Добавьте номер, например: {example}',

  'button.help': 'Помощь',
  'button.autopilot': 'Окно Autopilot',
  'button.follow': 'Следить за ней',
  'button.sync-autopilot': 'Синхронизировать сейчас',
  'button.try-again': 'Повторить',
  'button.book': 'Запустить в {time}',
  'button.cancel': 'Отменить запуск {number}',
  'button.leave': 'Больше не сообщать',
  'button.runs': 'Запуски',
  'button.show-run': 'Запуск {number}',
  'button.settings': 'Настройки',
  'button.save': 'Сохранить',
  'button.support': 'Данные для поддержки',
  'button.practice': 'Тренировка',
  'button.practice-clock': 'Часы +10 минут',
  'button.practice-reset': 'Начать сначала',
  'button.practice-409': 'Следующий ответ: 409',
  'button.practice-429': 'Следующий ответ: 429',

  'action.autopilot-sync': 'Синхронизация Autopilot',

  'autopilot.title': 'Окно Autopilot',
  'autopilot.free': 'Открыто',
  'autopilot.free.more': 'Сейчас Intune принял бы синхронизацию.',
  'autopilot.running': 'Идёт синхронизация',
  'autopilot.running.since': 'Она идёт с {time}.',
  'autopilot.running.more': 'Когда она началась, Intune не сообщает.',
  'autopilot.closed': 'Закрыто',
  'autopilot.closed.told': 'Откроется в {time}, {wait}.',
  'autopilot.closed.estimate': 'Откроется примерно в {time}, {wait}.',
  'autopilot.basis.service': 'Так говорит Intune. Он принимает одну синхронизацию раз в десять минут.',
  'autopilot.basis.last-manual': 'Это оценка: десять минут после последнего ручного запуска.',
  'autopilot.basis.last-sync': 'Это оценка: десять минут после последней синхронизации.',
  'autopilot.basis.guess':
    'Это догадка: Intune принимает одну синхронизацию раз в десять минут, а когда следующую, не сказал.',
  'autopilot.not-asked': 'Запрос не отправлен: Intune бы отказал. Ничего не изменено.',
  'autopilot.run': 'Запуск {number} уже в работе, от имени: {name}.',
  'autopilot.last-sync': 'Последняя синхронизация',
  'autopilot.last-manual': 'Последний ручной запуск',
  'autopilot.last-status': 'Последний результат',
  'autopilot.never': 'нет данных',
  'autopilot.status.unknown': 'неизвестно',
  'autopilot.status.completed': 'завершено',
  'autopilot.status.failed': 'ошибка',

  'run.title': '{title} · запуск {number}',
  'run.as-you':
    '{phase, select, later {Будет выполнено от вашего имени.} ended {Запрошено от вашего имени.} elsewhere {Запрос ваш; сама синхронизация начата не здесь.} other {Выполняется от вашего имени.}}',
  'run.as':
    '{phase, select, later {Будет выполнено от имени: {name}.} ended {Запрошено от имени: {name}.} elsewhere {Кто просил: {name}; сама синхронизация начата не здесь.} other {Выполняется от имени: {name}.}}',
  'run.also-waiting':
    '{phase, select, ended {Итог видят также: {names}.} other {Ждут также: {names}. Итог увидят все.}}',
  'runs.title': 'Запуски',
  'runs.row': 'Запуск {number}',
  'runs.none': 'Запусков ещё не было, и ничего не запланировано.',
  'runs.more': 'Более старые запуски не показаны. Чтобы увидеть один из них, напишите, например: запуск 1',
  'runs.line': '{status} · {title} · {name}, {time}',
  'runs.zone': 'Время {zone}',
  'run.not-found': 'Запуска {number} здесь нет.',

  'status.booked': 'Запланировано',
  'status.booked.told': 'Начнётся в {time}, когда, по словам Intune, откроется окно. Ждать здесь не нужно.',
  'status.booked.estimate': 'Начнётся примерно в {time}, когда должно открыться окно. Ждать здесь не нужно.',
  'status.starting': 'Начинается',
  'status.starting.more': 'Запрос отправляется в Intune.',
  'status.accepted': 'Принято',
  'status.accepted.until': 'Intune принял запрос. Это ещё не «готово»: я слежу за окончанием самое позднее до {time}.',
  'status.joined': 'Наблюдаю',
  'status.joined.found': 'Синхронизация уже идёт, и начата она не здесь.',
  'status.joined.until':
    'Я слежу за идущей синхронизацией и второго запроса не отправляю. Смотрю самое позднее до {time}.',
  'status.working': 'Выполняется',
  'status.working.until': 'Intune работает над этим. Я слежу за окончанием самое позднее до {time}.',
  'status.unsure': 'Неясно',
  'status.unsure.until': 'Ищу признаки начала до {time}.',
  'status.done': 'Готово',
  'status.done.more': 'Intune сообщает, что синхронизация завершена.',
  'status.failed': 'Ошибка',
  'status.failed.more': 'Intune сообщает, что синхронизация не удалась на стороне Microsoft. Можно запустить ещё одну.',
  'status.silent': 'Нет признаков жизни',
  'status.silent.never-began': 'С момента запроса ничего не сдвинулось. Больше не смотрю.',
  'status.silent.never-ended': 'Синхронизация началась, но об окончании не сообщила. Больше не смотрю.',
  'status.silent.cannot-look': 'Возможно, всё удалось, но посмотреть я больше не могу.',
  'status.refused': 'Не началось',
  'status.refused.crowded':
    'Окно оставалось закрытым из-за других синхронизаций, и я больше не жду. К Intune не обращались, ничего не изменено.',
  'status.cancelled': 'Отменено',
  'status.cancelled.by': 'Запуск отменён до начала ({name}). Ничего не изменено.',

  'evidence.moved': 'Доказательство: последняя синхронизация сдвинулась с {from} на {to}.',
  'evidence.first': 'Доказательство: Intune теперь показывает первую синхронизацию, в {to}.',
  'trail.title': 'Что было (время {zone})',

  'trail.asked': '{name} просит о синхронизации',
  'trail.accepted': 'Intune принял запрос (204)',
  'trail.accepted-unheard': 'началось: ответ потерялся, но Intune показывает начало',
  'trail.refused': 'Intune ответил: {status}',
  'trail.no-answer': 'ответа от Intune нет',
  'trail.seen-running': 'уже идёт, начата не здесь',
  'trail.looked.waiting': 'последняя проверка: пока ничего не видно',
  'trail.looked.working': 'последняя проверка: выполняется',
  'trail.looked.done': 'последняя проверка: завершено',
  'trail.looked.failed': 'последняя проверка: ошибка',

  'cancel.title': 'Отмена',
  'cancel.under-way': 'Запуск {number} уже нельзя отменить: запрос в Intune отправлен. Я продолжаю следить за ним.',
  'cancel.over': 'Запуск {number} завершён, отменять нечего.',
  'cancel.left': 'О запуске {number} я вам больше не сообщу. Он продолжается от имени: {name}.',
  'cancel.not-yours':
    'Запуск {number} может отменить только тот, от чьего имени он выполняется: {name}. Ничего не изменено.',

  'refusal.running-already': '{action} уже идёт, поэтому Intune не начал вторую ({status}).',
  'refusal.too-early': '{action} возможна раз в десять минут, сейчас слишком рано ({status}).',
  'refusal.throttled': 'Microsoft Graph ограничивает запросы вашей организации ({status}).',
  'refusal.missing-scope': 'Нет доступа: Intune сообщает, что не хватает разрешения ({status}): {scopes}.',
  'refusal.missing-role':
    'Нет доступа: Intune отказал вам и не сказал почему ({status}). Скорее всего, в вашей роли Intune нет разрешения «{role}» или теги области скрывают это от вас.',
  'refusal.missing-access': 'Нет доступа: вход выполнен, но Intune не находит у вас ни роли, ни лицензии ({status}).',
  'refusal.missing-approval':
    'Пока нельзя: в вашей организации нужно согласие второго администратора ({status}). Код согласования: {code}.',
  'refusal.unknown-action': 'Недоступно: ваш Intune не знает действия «{action}» ({status}).',
  'refusal.unknown-object':
    'Не найдено: по этому адресу в Intune ничего нет ({status}). Возможно, объект удалён или скрыт от вас.',
  'refusal.no-intune': 'Недоступно: в вашей организации нет Intune ({status}).',
  'refusal.signed-out': 'Срок вашего входа истёк, поэтому обратиться к Intune от вашего имени не удалось.',
  'refusal.timeout': 'Microsoft не ответил вовремя.',
  'refusal.connection': 'Связь с Microsoft прервалась.',
  'refusal.server': 'Неполадки на стороне Microsoft ({status}).',
  'refusal.bad-request': 'Microsoft не принял запрос ({status}). Это наша ошибка, не ваша.',
  'refusal.unreadable': 'Ответ Microsoft не удалось понять.',
  'refusal.other': 'Microsoft отказал по неизвестной мне причине ({status}).',
  'refusal.reading': 'Посмотреть не удалось',

  'changed.nothing': 'Этот запрос ничего не изменил.',
  'changed.unknown': 'Синхронизация могла начаться, а могла и нет.',
  'changed.looked': 'Признаков начала я не вижу, так что, скорее всего, ничего не изменилось.',
  'changed.only-read': 'Ничего не запущено и не изменено: это было только чтение.',

  'next.running-already': 'Автоматически ничего не произойдёт. Посмотрите ещё раз через минуту.',
  'next.too-early.told':
    'По словам Intune, окно откроется в {time}. Автоматически ничего не произойдёт, пока вы не запланируете запуск.',
  'next.too-early.estimate':
    'Intune не сказал, когда откроется окно; по моей оценке, в {time}. Автоматически ничего не произойдёт, пока вы не запланируете запуск.',
  'next.too-early.unknown': 'Intune не сказал, когда откроется окно. Автоматически ничего не произойдёт.',
  'next.throttled.told':
    'Microsoft просит подождать до {time}. Автоматически ничего не произойдёт; повторите после этого времени.',
  'next.throttled.estimate':
    'Microsoft не сообщил, сколько ждать; по моей оценке, до {time}. Автоматически ничего не произойдёт; повторите после этого времени.',
  'next.throttled.unknown':
    'Microsoft не сообщил, сколько ждать. Автоматически ничего не произойдёт; повторите через несколько минут.',
  'next.missing-scope':
    'Автоматически ничего не произойдёт. Отправьте текст ниже администратору, который может это разрешить, а затем повторите.',
  'next.missing-role':
    'Автоматически ничего не произойдёт. Отправьте текст ниже тому, кто управляет ролями Intune, а затем повторите.',
  'next.missing-access':
    'Автоматически ничего не произойдёт. Отправьте текст ниже тому, кто управляет ролями и лицензиями Intune, а затем повторите.',
  'next.missing-approval':
    'Автоматически ничего не произойдёт. Отправьте текст ниже другому администратору; после согласия повторите.',
  'next.unknown-action': 'Автоматически ничего не произойдёт, и повтор не поможет.',
  'next.unknown-object': 'Автоматически ничего не произойдёт. Повторите через минуту.',
  'next.no-intune': 'Автоматически ничего не произойдёт, и повтор не поможет.',
  'next.signed-out': 'Автоматически ничего не произойдёт. Войдите и повторите.',
  'next.timeout': 'Автоматически ничего не произойдёт. Повторите через минуту.',
  'next.connection': 'Автоматически ничего не произойдёт. Повторите через минуту.',
  'next.server': 'Автоматически ничего не произойдёт. Обычно это проходит за несколько минут; повторите чуть позже.',
  'next.bad-request':
    'Автоматически ничего не произойдёт. Отправьте данные для поддержки тем, кто обслуживает этого бота.',
  'next.unreadable': 'Автоматически ничего не произойдёт. Повторите; если не поможет, возможно, мешает прокси-сервер.',
  'next.other': 'Автоматически ничего не произойдёт. Отправьте данные для поддержки тем, кто обслуживает этого бота.',

  'refusal.text-to-send': 'Текст для отправки',
  'refusal.support': 'Для поддержки Microsoft',
  'send.missing-scope':
    'Пожалуйста, предоставьте от имени администратора согласие на делегированное разрешение Microsoft Graph {scopes} для приложения Sync Desk. Оно нужно мне для действия «{action}».',
  'send.missing-role':
    'Пожалуйста, добавьте в мою роль Intune разрешение «{role}» и проверьте, что группы областей и теги области это позволяют. Оно нужно мне для действия «{action}».',
  'send.missing-access':
    'Пожалуйста, назначьте мне роль Intune с разрешением «{role}» а если у меня нет лицензии Intune, то и лицензию. Это нужно мне для действия «{action}».',
  'send.missing-approval':
    'Пожалуйста, согласуйте мой запрос в Intune (Multi Admin Approval). Код согласования: {code}. Действие: «{action}».',

  'trouble.title': 'Здесь что-то пошло не так',
  'trouble.said': 'Виноваты мы, не вы. Если синхронизация шла, она продолжается; напишите «запуски», чтобы её увидеть.',
  'trouble.reference': 'Номер для тех, кто ведёт этого бота: {reference}',
  'stranger.title': 'Не могу узнать, кто вы',
  'stranger.said':
    'Teams не назвал учётную запись организации, с которой я работаю, поэтому действовать от вашего имени я не могу. Ничего не сделано.',
  'closed.title': 'Эта карточка закрыта',
  'closed.old': 'Ей больше суток, поэтому её кнопки уже ничего не запускают. Ничего не изменено.',
  'closed.version': 'Она из прежней версии бота. Ничего не изменено.',
  'closed.rubbish': 'Непонятно, что прислала её кнопка. Ничего не изменено.',
  below: 'Ответ ниже.',

  'settings.title': 'Ваши настройки',
  'settings.saved': 'Сохранено.',
  'settings.language': 'Язык',
  'settings.language.teams': 'Как в Teams',
  'settings.language.en': 'English (английский)',
  'settings.language.ru': 'Русский',
  'settings.zone': 'Часовой пояс',
  'settings.zone.teams': 'Как в Teams ({zone})',
  'settings.now': 'Ваше время: {time}.',
  'settings.bad-zone': 'Я не знаю часового пояса «{zone}». Напишите его так: Europe/Moscow. Ничего не изменено.',
  'settings.bad-language': 'Я говорю по-английски и по-русски. Ничего не изменено.',

  'practice.title': 'Тренировка',
  'practice.what':
    'Всё здесь происходит в вымышленной организации. До Microsoft ничего не доходит, и на каждой карточке написано «Тренировка».',
  'practice.how':
    'Напишите, например: practice next 409 · practice next 429 120 · practice clock +10m · practice reset',
  'practice.next': 'На следующий запрос синхронизации придёт ответ {status}.',
  'practice.next.retry': 'На следующий запрос синхронизации придёт ответ {status} и Retry-After: {retry}.',
  'practice.next.read': 'Следующее чтение пойдёт не так, как нужно: {status}.',
  'practice.next.timeout': 'Следующий запрос синхронизации останется без ответа.',
  'practice.next.broken': 'На следующем запросе синхронизации связь прервётся.',
  'practice.next.nonsense': 'На следующий запрос синхронизации придёт бессмыслица.',
  'practice.clock': 'Мои часы и часы вымышленной организации теперь показывают {time}.',
  'practice.reset': 'Вымышленная организация как новая: запуски забыты, часы снова идут верно.',
  'practice.always-on':
    'Тренировка здесь включена всегда: бот запущен для тренировки и настоящей организации не знает.',
  'practice.bad': 'Непонятно, что тренировать. Ничего не изменено.',
  'practice.not-here': 'Этот бот работает с настоящей организацией, тренировать здесь нечего.',
};
