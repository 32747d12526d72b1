/** English, as ICU messages. Read them aloud before you add one. */
export const en = {
  'practice.mark': 'Practice',

  'time.dated': '{time} on {day}',

  // What the bot can be told
  'command.help': 'this list',
  'command.autopilot': 'when the next Autopilot sync is possible',
  'command.sync-autopilot': 'sync now, join the running sync, or book the next one',
  'command.runs': 'what is running or booked, and what ran last',
  'command.run': 'everything about one run',
  'command.cancel': 'take a run back before it begins',
  'command.settings': 'your language and time zone',
  'command.practice': 'rehearse a refusal: next 409, clock +10m, reset',

  'help.title': 'What I can do for you',
  'help.intro': 'Type one of these or press a button. English and Russian are both understood.',
  'help.truth':
    'Accepted is not done: I keep looking until I can tell you what became of it. Everything runs in your own name.',
  'welcome.title': 'Hello, I am Sync Desk',
  'welcome.what':
    'I start Intune syncs in your name and tell you the truth about what became of them: accepted, working, done, failed, or no sign of life.',
  'welcome.added-by': '{name} added me here.',

  'unknown.title': 'I did not understand that',
  'unknown.said': 'You said: {text}',
  'unknown.near': 'Did you mean one of these?',
  'unknown.far': 'Nothing was done. Help shows what I can do.',
  'unknown.too-long':
    'That is too long for a command: {count, plural, one {# character} other {# characters}}. Nothing was done.',
  'unknown.edited': 'I never act on an edited message. Nothing was done; please send it again.',
  'unknown.needs-number': 'Which run? Add its number, for example: {example}',

  // Buttons
  'button.help': 'Help',
  'button.autopilot': 'Autopilot clock',
  'button.follow': 'Follow it',
  'button.sync-autopilot': 'Sync Autopilot now',
  'button.try-again': 'Try again',
  'button.book': 'Sync at {time} for me',
  'button.cancel': 'Cancel run {number}',
  'button.leave': 'Stop telling me',
  'button.runs': 'Runs',
  'button.show-run': 'Run {number}',
  'button.settings': 'Settings',
  'button.save': 'Save',
  'button.support': 'Details for support',
  'button.practice': 'Practice',
  'button.practice-clock': 'Clock +10 minutes',
  'button.practice-reset': 'Start over',
  'button.practice-409': 'Next answer: 409',
  'button.practice-429': 'Next answer: 429',

  // Actions
  'action.autopilot-sync': 'Autopilot sync',

  // The Autopilot clock
  'autopilot.title': 'Autopilot clock',
  'autopilot.free': 'Free',
  'autopilot.free.more': 'Intune would take a sync now.',
  'autopilot.running': 'Running',
  'autopilot.running.since': 'A sync has been running since {time}.',
  'autopilot.running.more': 'A sync is running.',
  'autopilot.closed': 'Closed',
  'autopilot.closed.told': 'Opens at {time}, {wait}.',
  'autopilot.closed.estimate': 'Opens at about {time}, {wait}.',
  'autopilot.basis.service': 'Intune says so. It takes one sync every ten minutes.',
  'autopilot.basis.last-manual': 'An estimate: ten minutes after the last sync started by hand.',
  'autopilot.basis.last-sync': 'An estimate: ten minutes after the last sync.',
  'autopilot.basis.guess': 'A guess: Intune takes one sync every ten minutes and did not say when.',
  'autopilot.not-asked': 'I did not ask Intune to sync, because it would refuse. Nothing was changed.',
  'autopilot.run': 'Run {number}, asked for by {name}, is under way.',
  'autopilot.last-sync': 'Last sync',
  'autopilot.last-manual': 'Last started by hand',
  'autopilot.last-status': 'Last result',
  'autopilot.never': 'no record',
  'autopilot.status.unknown': 'unknown',
  'autopilot.status.completed': 'completed',
  'autopilot.status.failed': 'failed',

  // Runs
  'run.title': '{title} · run {number}',
  'run.as-you':
    '{phase, select, later {Will run in your name.} ended {Asked for in your name.} elsewhere {You asked for it; the sync itself was started elsewhere.} other {Runs in your name.}}',
  'run.as':
    '{phase, select, later {Will run in the name of {name}.} ended {Asked for in the name of {name}.} elsewhere {{name} asked for it; the sync itself was started elsewhere.} other {Runs in the name of {name}.}}',
  'run.also-waiting':
    '{phase, select, ended {Also told: {names}.} other {Also waiting: {names}. All of you see the outcome.}}',
  'runs.title': 'Runs',
  'runs.row': 'Run {number}',
  'runs.none': 'Nothing has run yet, and nothing is booked.',
  'runs.more': 'Older runs are not shown. To see one, say for example: run 1',
  'runs.line': '{status} · {title} · {name}, {time}',
  'runs.zone': 'Times in {zone}',
  'run.not-found': 'There is no run {number} here.',

  'status.booked': 'Booked',
  'status.booked.told': 'Starts at {time}, when Intune says that it opens. You need not wait here.',
  'status.booked.estimate': 'Starts at about {time}, when Intune should open. You need not wait here.',
  'status.starting': 'Starting',
  'status.starting.more': 'Intune is being asked.',
  'status.accepted': 'Accepted',
  'status.accepted.until':
    'Intune took the request. Accepted does not mean done: I look for the end until {time} at the latest.',
  'status.joined': 'Following',
  'status.joined.found': 'A sync that was not started here is already running.',
  'status.joined.until':
    'I follow the sync that is running and send no second request. I look until {time} at the latest.',
  'status.working': 'Working',
  'status.working.until': 'Intune is at work on it. I look for the end until {time} at the latest.',
  'status.unsure': 'Not sure',
  'status.unsure.until': 'I look for signs of it until {time}.',
  'status.done': 'Done',
  'status.done.more': 'Intune says that the sync has completed.',
  'status.failed': 'Failed',
  'status.failed.more': 'Intune says that the sync failed on Microsoft’s side. You can start another one.',
  'status.silent': 'No sign of life',
  'status.silent.never-began': 'Nothing has moved since it was asked for. I have stopped looking.',
  'status.silent.never-ended': 'It began and never reported its end. I have stopped looking.',
  'status.silent.cannot-look': 'It may have worked, but I can no longer look.',
  'status.refused': 'Did not start',
  'status.refused.crowded':
    'Other syncs kept the window closed, so I have stopped waiting. Intune was not asked, and nothing was changed.',
  'status.cancelled': 'Cancelled',
  'status.cancelled.by': '{name} took it back before it began. Nothing was changed.',

  'evidence.moved': 'Evidence: the last sync moved from {from} to {to}.',
  'evidence.first': 'Evidence: Intune now shows a first sync, at {to}.',
  'trail.title': 'What happened ({zone} time)',

  'trail.asked': '{name} asked for it',
  'trail.accepted': 'Intune accepted it (204)',
  'trail.accepted-unheard': 'it began: the answer was lost, but Intune’s record shows the start',
  'trail.refused': 'Intune answered {status}',
  'trail.no-answer': 'no answer from Intune',
  'trail.seen-running': 'running, started elsewhere',
  'trail.looked.waiting': 'last check: nothing to see yet',
  'trail.looked.working': 'last check: in progress',
  'trail.looked.done': 'last check: completed',
  'trail.looked.failed': 'last check: failed',

  'cancel.title': 'Cancel',
  'cancel.under-way': 'Run {number} can no longer be taken back: Intune has been asked already. I keep following it.',
  'cancel.over': 'Run {number} is over; there is nothing to take back.',
  'cancel.left': 'I will not tell you about run {number} any more. It goes on for {name}, who asked for it.',
  'cancel.not-yours': 'Run {number} was asked for by {name}, and only they can take it back. Nothing was changed.',

  // Refusals: what happened
  'refusal.running-already': 'Another {action} is already running, so Intune did not start a second one ({status}).',
  'refusal.too-early': 'Too early: Intune takes one {action} every ten minutes ({status}).',
  'refusal.throttled': 'Microsoft Graph is limiting your organisation’s requests ({status}).',
  'refusal.missing-scope': 'Not allowed: Intune says that a permission is missing ({status}): {scopes}.',
  'refusal.missing-role':
    'Not allowed: Intune refused you and did not say why ({status}). Most likely your Intune role lacks the permission “{role}”, or scope tags hide this from you.',
  'refusal.missing-access': 'Not allowed: you are signed in, but Intune finds no role or licence for you ({status}).',
  'refusal.missing-approval':
    'Not allowed yet: your organisation wants a second administrator to approve this ({status}). Approval code: {code}.',
  'refusal.unknown-action': 'Not available: your Intune does not know the action “{action}” ({status}).',
  'refusal.unknown-object':
    'Not there: Intune found nothing at this address ({status}). It may be gone, or hidden from you.',
  'refusal.no-intune': 'Not available: your organisation has no Intune ({status}).',
  'refusal.signed-out': 'You are no longer signed in, so I could not ask Intune in your name.',
  'refusal.timeout': 'Microsoft did not answer in time.',
  'refusal.connection': 'The connection to Microsoft was lost.',
  'refusal.server': 'Microsoft has a problem on its side ({status}).',
  'refusal.bad-request': 'Microsoft did not accept the request ({status}). That is our mistake, not yours.',
  'refusal.unreadable': 'I could not make sense of Microsoft’s answer.',
  'refusal.other': 'Microsoft refused for a reason that I do not know ({status}).',
  'refusal.reading': 'I could not look',

  // Whether anything changed
  'changed.nothing': 'Nothing was changed by this request.',
  'changed.unknown': 'It may have begun, or it may not.',
  'changed.looked': 'I looked for signs of it and saw none, so most likely nothing was changed.',
  'changed.only-read': 'Nothing was started or changed: I was only reading.',

  // What happens next on its own
  'next.running-already': 'Nothing happens by itself. Look again in a minute.',
  'next.too-early.told': 'Intune says that it opens at {time}. Nothing happens by itself unless you book it.',
  'next.too-early.estimate':
    'Intune did not say when it opens; my estimate is {time}. Nothing happens by itself unless you book it.',
  'next.too-early.unknown': 'Intune did not say when it opens. Nothing happens by itself.',
  'next.throttled.told': 'Microsoft asks us to wait until {time}. Nothing happens by itself; try again then.',
  'next.throttled.estimate':
    'Microsoft did not say for how long; my estimate is {time}. Nothing happens by itself; try again then.',
  'next.throttled.unknown':
    'Microsoft did not say for how long. Nothing happens by itself; try again in a few minutes.',
  'next.missing-scope':
    'Nothing happens by itself. Send the text below to an administrator who can grant it, then try again.',
  'next.missing-role':
    'Nothing happens by itself. Send the text below to whoever manages Intune roles, then try again.',
  'next.missing-access':
    'Nothing happens by itself. Send the text below to whoever manages Intune roles and licences, then try again.',
  'next.missing-approval':
    'Nothing happens by itself. Send the text below to another administrator; once approved, try again.',
  'next.unknown-action': 'Nothing happens by itself, and trying again will not help.',
  'next.unknown-object': 'Nothing happens by itself. Try again in a minute.',
  'next.no-intune': 'Nothing happens by itself, and trying again will not help.',
  'next.signed-out': 'Nothing happens by itself. Sign in, then try again.',
  'next.timeout': 'Nothing happens by itself. Try again in a minute.',
  'next.connection': 'Nothing happens by itself. Try again in a minute.',
  'next.server': 'Nothing happens by itself. It usually passes within minutes; try again then.',
  'next.bad-request': 'Nothing happens by itself. Please send the details for support to whoever runs this bot.',
  'next.unreadable': 'Nothing happens by itself. Try again; if it happens again, a proxy may be in the way.',
  'next.other': 'Nothing happens by itself. Please send the details for support to whoever runs this bot.',

  'refusal.text-to-send': 'Text to send',
  'refusal.support': 'For Microsoft’s support',
  'send.missing-scope':
    'Please grant admin consent for the delegated Microsoft Graph permission {scopes} to the app Sync Desk. I need it for: {action}.',
  'send.missing-role':
    'Please give me the Intune role permission “{role}”, and check that scope groups and scope tags let me see it. I need it for: {action}.',
  'send.missing-access':
    'Please assign me an Intune role with the permission “{role}”, and an Intune licence if I have none. I need it for: {action}.',
  'send.missing-approval':
    'Please approve my request in Intune, under Multi Admin Approval. Approval code: {code}. It is for: {action}.',

  // Things that go wrong here
  'trouble.title': 'Something went wrong here',
  'trouble.said': 'This is our fault, not yours. If a sync was under way, it goes on; say “runs” to see it.',
  'trouble.reference': 'Reference for whoever runs this bot: {reference}',
  'stranger.title': 'I cannot tell who you are',
  'stranger.said':
    'Teams did not name an account of an organisation that I serve, so I cannot act in your name. Nothing was done.',
  'closed.title': 'This card is closed',
  'closed.old': 'It is more than a day old, so its buttons no longer start anything. Nothing was changed.',
  'closed.version': 'It is from an earlier version of this bot. Nothing was changed.',
  'closed.rubbish': 'I do not understand what its button sent. Nothing was changed.',
  below: 'The answer is below.',

  // Settings
  'settings.title': 'Your settings',
  'settings.saved': 'Saved.',
  'settings.language': 'Language',
  'settings.language.teams': 'As in Teams',
  'settings.language.en': 'English',
  'settings.language.ru': 'Русский (Russian)',
  'settings.zone': 'Time zone',
  'settings.zone.teams': 'As in Teams ({zone})',
  'settings.now': 'Your time now: {time}.',
  'settings.bad-zone': 'I do not know the time zone “{zone}”. Write it like this: Europe/Berlin. Nothing was changed.',
  'settings.bad-language': 'I speak English and Russian. Nothing was changed.',

  // Practice
  'practice.title': 'Practice',
  'practice.what':
    'Everything here happens in an invented tenant. Nothing reaches Microsoft, and every card says Practice.',
  'practice.how': 'Say for example: practice next 409 · practice next 429 120 · practice clock +10m · practice reset',
  'practice.next': 'The next sync request will be answered with {status}.',
  'practice.next.retry': 'The next sync request will be answered with {status} and Retry-After: {retry}.',
  'practice.next.read': 'The next reading will go wrong as asked: {status}.',
  'practice.next.timeout': 'The next sync request will get no answer.',
  'practice.next.broken': 'The connection will break off during the next sync request.',
  'practice.next.nonsense': 'The next sync request will get an answer that makes no sense.',
  'practice.clock': 'My clock and the invented tenant’s now say {time}.',
  'practice.reset': 'The invented tenant is as new: its runs are forgotten, and its clock is right again.',
  'practice.always-on': 'Practice is always on here: this bot was started for practice and knows no real tenant.',
  'practice.bad': 'I did not understand what to practise. Nothing was changed.',
  'practice.not-here': 'This bot works on a real tenant, so there is nothing to practise here.',
} as const;
