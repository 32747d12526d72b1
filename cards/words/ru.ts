import type { en } from './en.ts';

/** Русский, как сообщения ICU. Прочитайте вслух, прежде чем добавить. */
export const ru: Record<keyof typeof en, string> = {
  'practice.mark': 'Тренировка',

  'command.help': 'что я могу сделать для вас здесь',
  'command.autopilot': 'часы Autopilot: свободно, идёт или закрыто, и когда откроется',
  'command.sync-autopilot':
    'синхронизировать Windows Autopilot сейчас, присоединиться к идущей синхронизации или забронировать следующую',
  'command.runs': 'что выполняется или забронировано и что было недавно',
  'command.run': 'один запуск подробно',
  'command.cancel': 'отменить запуск, пока он не начался',
  'command.settings': 'ваш язык и часовой пояс',
  'command.practice': 'потренироваться в вымышленной организации: next 409, clock +10m, reset',

  'help.title': 'Что я могу для вас сделать',
  'help.intro': 'Напишите одну из этих команд или нажмите кнопку. Регистр не важен, английский тоже понятен.',
  'help.truth':
    'Принято ещё не значит готово: я слежу, пока не смогу сказать, чем всё кончилось. Всё выполняется от вашего имени.',
  'welcome.title': 'Здравствуйте, я Sync Desk',
  'welcome.what':
    'Я запускаю синхронизации Intune от вашего имени и говорю правду о том, что с ними стало: принято, выполняется, готово, ошибка или никаких признаков жизни.',
  'welcome.added-by': 'Меня добавил(а) сюда {name}.',

  'unknown.title': 'Я не понял команду',
  'unknown.said': 'Вы написали: {text}',
  'unknown.near': 'Может быть, вы имели в виду одно из этого?',
  'unknown.far': 'Ничего не сделано. Кнопка ниже покажет, что я умею.',
  'unknown.too-long':
    'Для команды это слишком длинно ({count, plural, one {# знак} few {# знака} many {# знаков} other {# знака}}). Ничего не сделано.',
  'unknown.edited': 'Я не выполняю команды из исправленных сообщений. Ничего не сделано; напишите ещё раз.',
  'unknown.needs-number': 'Какой запуск? Напишите номер, например: {example}',

  'button.help': 'Помощь',
  'button.autopilot': 'Часы Autopilot',
  'button.sync-autopilot': 'Синхронизировать Autopilot',
  'button.sync-again': 'Ещё раз',
  'button.try-again': 'Повторить',
  'button.book': 'Синхронизировать в {time} за меня',
  'button.cancel': 'Отменить запуск {number}',
  'button.leave': 'Больше не сообщать',
  'button.runs': 'Запуски',
  'button.show-run': 'Запуск {number}',
  'button.settings': 'Настройки',
  'button.save': 'Сохранить',
  'button.support': 'Данные для поддержки',
  'button.practice': 'Тренировка',
  'button.practice-clock': 'Часы на 10 минут вперёд',
  'button.practice-reset': 'Начать сначала',
  'button.practice-409': 'Следующий ответ: 409',
  'button.practice-429': 'Следующий ответ: 429',

  'action.autopilot-sync': 'Синхронизация Autopilot',

  'autopilot.title': 'Windows Autopilot',
  'autopilot.free': 'Свободно',
  'autopilot.free.more': 'Синхронизация была бы принята сейчас.',
  'autopilot.running': 'Идёт',
  'autopilot.running.since': 'Синхронизация идёт с {time}.',
  'autopilot.running.more': 'Синхронизация идёт.',
  'autopilot.closed': 'Закрыто',
  'autopilot.closed.service':
    'Intune принимает одну синхронизацию за десять минут. По его словам, откроется в {time}, через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}.',
  'autopilot.closed.last-manual':
    'Intune принимает одну синхронизацию за десять минут. Откроется примерно в {time}, через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}: через десять минут после последней синхронизации, запущенной вручную. Это оценка.',
  'autopilot.closed.last-sync':
    'Intune принимает одну синхронизацию за десять минут. Откроется примерно в {time}, через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}: через десять минут после последней синхронизации. Это оценка.',
  'autopilot.closed.guess':
    'Intune принимает одну синхронизацию за десять минут и не сказал, когда откроется. Я ожидаю {time}, через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}.',
  'autopilot.not-asked': 'Я не просил Intune синхронизировать: он бы отказал. Ничего не изменено.',
  'autopilot.run': 'Запуск {number} уже в пути, его попросил(а) {name}.',
  'autopilot.last-sync': 'Последняя синхронизация',
  'autopilot.last-manual': 'Последний запуск вручную',
  'autopilot.last-status': 'Последний результат',
  'autopilot.never': 'никогда, насколько знает Intune',
  'autopilot.status.unknown': 'неизвестно',
  'autopilot.status.inProgress': 'выполняется',
  'autopilot.status.completed': 'завершено',
  'autopilot.status.failed': 'ошибка',

  'run.title': '{title} · запуск {number, number}',
  'run.as-you': 'Выполняется от вашего имени.',
  'run.as': 'Выполняется от имени: {name}.',
  'run.also-waiting': '{count, plural, one {Также ждёт: {names}.} other {Также ждут: {names}.}} Итог увидят все.',
  'runs.title': 'Запуски',
  'runs.none': 'Пока ничего не запускалось и ничего не забронировано.',
  'runs.more': 'Более старые запуски не показаны. Напишите, например: запуск 1',
  'runs.line': '{status} · {name} · {time}',
  'run.not-found': 'Запуска {number, number} здесь нет.',

  'status.booked': 'Забронировано',
  'status.booked.told': 'Начнётся в {time}, когда, по словам Intune, он откроется. Ждать не нужно.',
  'status.booked.estimate': 'Начнётся примерно в {time}, когда Intune должен открыться. Одна попытка, ждать не нужно.',
  'status.starting': 'Начинается',
  'status.starting.more': 'Запрос отправляется в Intune.',
  'status.accepted': 'Принято',
  'status.accepted.until': 'Intune принял запрос. Это ещё не готово: я слежу за окончанием самое позднее до {time}.',
  'status.joined': 'Слежу',
  'status.joined.until':
    'Другая синхронизация уже идёт, и не через меня. Я слежу за ней и второго запроса не делаю; смотрю самое позднее до {time}.',
  'status.working': 'Выполняется',
  'status.working.until': 'Intune работает над этим. Я слежу за окончанием самое позднее до {time}.',
  'status.unsure': 'Неясно',
  'status.unsure.until':
    'Ответ Intune потерялся: синхронизация могла начаться, а могла и нет. Я ищу признаки до {time}.',
  'status.done': 'Готово',
  'status.done.more': 'Intune сообщает, что синхронизация завершена.',
  'status.failed': 'Ошибка',
  'status.failed.more': 'Intune сообщает, что синхронизация не удалась на стороне Microsoft. Можно запустить ещё одну.',
  'status.silent': 'Никаких признаков жизни',
  'status.silent.never-began': 'Intune принял запрос, но с тех пор ничего не сдвинулось. Я больше не слежу.',
  'status.silent.never-ended': 'Она началась и не сообщила об окончании. Я больше не слежу.',
  'status.silent.cannot-look': 'Возможно, всё удалось, но посмотреть я больше не могу. Причина ниже.',
  'status.refused': 'Отказано',
  'status.refused.more': 'Этого не произошло. Причина ниже.',
  'status.cancelled': 'Отменено',
  'status.cancelled.by': '{name}: отмена до начала. К Intune не обращались.',

  'evidence.moved': 'Доказательство: последняя синхронизация сдвинулась с {from} на {to}.',
  'evidence.first': 'Доказательство: Intune теперь показывает первую синхронизацию, {to}.',

  'trail.asked': 'попросил(а) {name}',
  'trail.accepted': 'Intune принял запрос (204)',
  'trail.accepted-unheard': 'началось; ответ Intune потерялся, но его часы показывают начало',
  'trail.refused': 'Intune отказал ({status})',
  'trail.no-answer': 'запрос отправлен, ответа нет',
  'trail.seen-running': 'уже идёт, начата не здесь',
  'trail.looked.waiting': 'последний взгляд: пока ничего не видно',
  'trail.looked.working': 'последний взгляд: выполняется',
  'trail.looked.done': 'последний взгляд: завершено',
  'trail.looked.failed': 'последний взгляд: ошибка',

  'cancel.title': 'Отмена',
  'cancel.under-way':
    'Запуск {number, number} уже нельзя отменить: запрос в Intune отправлен. Я продолжаю следить за ним.',
  'cancel.over': 'Запуск {number, number} завершён, отменять нечего.',
  'cancel.left': 'Я больше не буду сообщать вам о запуске {number, number}. Он продолжается; его попросил(а) {name}.',
  'cancel.not-yours':
    'Запуск {number, number} попросил(а) {name}, и отменить его может только этот человек. Ничего не изменено.',

  'refusal.running-already': '{action}: уже идёт другая, поэтому Intune не начал вторую ({status}).',
  'refusal.too-early': 'Слишком рано. {action}: Intune принимает одну за десять минут ({status}).',
  'refusal.throttled': 'Microsoft Graph замедляет запросы вашей организации ({status}).',
  'refusal.missing-scope': 'Нет доступа: Intune отказал, не хватает разрешения {scopes} ({status}).',
  'refusal.missing-role':
    'Нет доступа: Intune отказал вам ({status}) и не сказал почему. Вероятно, в вашей роли Intune нет разрешения «{role}» или теги области скрывают это от вас.',
  'refusal.missing-access': 'Нет доступа: вы вошли, но Intune не знает за вами ни роли, ни лицензии ({status}).',
  'refusal.missing-approval':
    'Пока нельзя: ваша организация требует согласия второго администратора ({status}, код согласования {code}).',
  'refusal.unknown-action': 'Такого нет: этот Intune не знает действия «{action}» ({status}).',
  'refusal.unknown-object':
    'Такого нет: Intune ничего не нашёл по этому адресу ({status}). Возможно, оно удалено или скрыто от вас.',
  'refusal.no-intune': 'Такого нет: в вашей организации нет Intune ({status}).',
  'refusal.signed-out': 'Ваш вход больше не действителен, поэтому обратиться к Intune от вашего имени не удалось.',
  'refusal.timeout': 'Microsoft не ответил вовремя.',
  'refusal.connection': 'Связь с Microsoft оборвалась.',
  'refusal.server': 'Неполадки на стороне Microsoft ({status}).',
  'refusal.bad-request': 'Microsoft не принял форму запроса ({status}). Это наша ошибка, не ваша.',
  'refusal.unreadable': 'Ответ Microsoft не удалось понять.',
  'refusal.other': 'Microsoft отказал незнакомым мне образом ({status}).',

  'changed.nothing': 'Этот запрос ничего не изменил.',
  'changed.unknown': 'Неизвестно, изменилось ли что-нибудь.',
  'changed.only-read': 'Ничего не изменено: я только читал.',

  'next.running-already': 'Я слежу за идущей синхронизацией и покажу здесь её окончание.',
  'next.too-early.told':
    'По словам Intune, откроется в {time}. Само собой ничего не произойдёт, если вы не забронируете.',
  'next.too-early.estimate':
    'Intune не сказал, когда откроется; я ожидаю примерно {time}. Само собой ничего не произойдёт, если вы не забронируете.',
  'next.too-early.unknown': 'Intune не сказал, когда откроется. Само собой ничего не произойдёт.',
  'next.throttled.told': 'Он просит подождать до {time}. Само собой ничего не произойдёт; повторите после этого.',
  'next.throttled.estimate': 'Он не сказал, сколько ждать; примерно до {time}. Само собой ничего не произойдёт.',
  'next.throttled.unknown':
    'Он не сказал, сколько ждать. Само собой ничего не произойдёт; повторите через несколько минут.',
  'next.missing-scope':
    'Само собой ничего не произойдёт. Отправьте текст ниже администратору, который может это разрешить, и повторите.',
  'next.missing-role':
    'Само собой ничего не произойдёт. Отправьте текст ниже тому, кто управляет ролями Intune, и повторите.',
  'next.missing-access':
    'Само собой ничего не произойдёт. Отправьте текст ниже тому, кто управляет ролями и лицензиями Intune, и повторите.',
  'next.missing-approval':
    'Само собой ничего не произойдёт. Отправьте текст ниже другому администратору; после согласия повторите.',
  'next.unknown-action': 'Само собой ничего не произойдёт, и повтор не поможет.',
  'next.unknown-object': 'Само собой ничего не произойдёт. Посмотрите на часы ещё раз: что там теперь.',
  'next.no-intune': 'Само собой ничего не произойдёт, и повтор не поможет.',
  'next.signed-out': 'Само собой ничего не произойдёт. Войдите снова и повторите.',
  'next.timeout': 'Само собой ничего не произойдёт. Повторите через минуту.',
  'next.connection': 'Само собой ничего не произойдёт. Повторите через минуту.',
  'next.server': 'Само собой ничего не произойдёт. Обычно это проходит за несколько минут; повторите тогда.',
  'next.bad-request': 'Само собой ничего не произойдёт. Отправьте данные для поддержки тем, кто ведёт этого бота.',
  'next.unreadable': 'Само собой ничего не произойдёт. Повторите; если не поможет, возможно, мешает прокси.',
  'next.other': 'Само собой ничего не произойдёт. Отправьте данные для поддержки тем, кто ведёт этого бота.',
  'next.looked': 'Я смотрю, не началось ли всё-таки; увиденное показано выше и ниже.',

  'refusal.text-to-send': 'Текст для отправки',
  'refusal.support': 'Для поддержки Microsoft',
  'send.missing-scope':
    'Пожалуйста, дайте приложению Sync Desk согласие администратора на делегированное разрешение Microsoft Graph {scopes}. Оно нужно мне для действия: {action}.',
  'send.missing-role':
    'Пожалуйста, дайте мне разрешение роли Intune «{role}» и проверьте, что группы и теги области это позволяют. Оно нужно мне для действия: {action}.',
  'send.missing-access':
    'Пожалуйста, назначьте мне роль Intune с разрешением «{role}» и, если её нет, лицензию Intune. Это нужно мне для действия: {action}.',
  'send.missing-approval':
    'Пожалуйста, согласуйте мой запрос в Intune (Multi Admin Approval). Код согласования: {code}. Это для действия: {action}.',

  'trouble.title': 'Здесь что-то пошло не так',
  'trouble.said':
    'Это наша вина, не ваша. Если синхронизация шла, она продолжается; напишите «запуски», чтобы увидеть её.',
  'trouble.reference': 'Номер для тех, кто ведёт этого бота: {reference}',
  'stranger.title': 'Я не могу узнать, кто вы',
  'stranger.said':
    'Teams не назвал учётную запись организации, которую я обслуживаю, поэтому действовать от вашего имени нельзя. Ничего не сделано.',
  'closed.title': 'Эта карточка закрыта',
  'closed.old': 'Ей больше суток, поэтому её кнопки уже ничего не запускают. Ничего не изменено.',
  'closed.version': 'Она от прежней версии бота. Ничего не изменено.',
  'closed.rubbish': 'Её кнопка прислала что-то непонятное. Ничего не изменено.',
  'closed.gone': 'Того, о чём она была, больше нет. Ничего не изменено.',
  'busy.reading': 'Intune не ответил за несколько секунд.',
  below: 'Ответ ниже.',

  'settings.title': 'Ваши настройки',
  'settings.saved': 'Сохранено.',
  'settings.language': 'Язык',
  'settings.language.teams': 'Как в Teams',
  'settings.language.en': 'English (английский)',
  'settings.language.ru': 'Русский',
  'settings.zone': 'Часовой пояс',
  'settings.zone.teams': 'Как в Teams ({zone})',
  'settings.now': 'Сейчас {time}.',
  'settings.bad-zone': 'Я не знаю часового пояса «{zone}». Назовите его так: Europe/Moscow. Ничего не изменено.',
  'settings.bad-language': 'Я говорю по-английски и по-русски. Ничего не изменено.',

  'practice.title': 'Тренировка',
  'practice.what':
    'Всё здесь происходит в вымышленной организации. До Microsoft ничего не доходит, и на каждой карточке стоит «Тренировка».',
  'practice.how':
    'Напишите, например: practice next 409 · practice next 429 120 · practice clock +10m · practice reset',
  'practice.next': 'На следующий запрос синхронизации придёт ответ {status}.',
  'practice.next.retry': 'На следующий запрос синхронизации придёт ответ {status} и Retry-After: {retry}.',
  'practice.next.timeout': 'Следующий запрос синхронизации останется без ответа.',
  'practice.next.broken': 'Следующий запрос синхронизации оборвётся.',
  'practice.next.nonsense': 'На следующий запрос синхронизации придёт бессмыслица.',
  'practice.clock': 'Часы вымышленной организации и мои теперь показывают {time}.',
  'practice.reset': 'Вымышленная организация как новая; её запуски забыты, часы снова идут верно.',
  'practice.always-on':
    'Тренировка здесь включена всегда: бот запущен для тренировки и не знает настоящей организации.',
  'practice.bad': 'Я не понял, что тренировать. Ничего не изменено.',
  'practice.not-here': 'Этот бот работает с настоящей организацией, тренировать здесь нечего.',
};
