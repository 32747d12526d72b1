/** English, as ICU messages. Read them aloud before you add one. */
export const en = {
  'practice.mark': 'Practice',

  // What the bot can be told
  'command.help': 'what I can do for you here',
  'command.autopilot': 'the Autopilot clock: free, running or closed, and when it opens',
  'command.sync-autopilot': 'sync Windows Autopilot now, join a running sync, or book the next one',
  'command.runs': 'what is running or booked, and what ran last',
  'command.run': 'one run in full',
  'command.cancel': 'take a run back, as long as it has not begun',
  'command.settings': 'your language and time zone',
  'command.practice': 'rehearse in an invented tenant: next 409, clock +10m, reset',

  'help.title': 'What I can do for you',
  'help.intro': 'Say one of these, or press a button. Capital letters do not matter, and Russian is understood too.',
  'help.truth':
    'Accepted is not done: I look until I can tell you what became of it. Everything runs in your own name.',
  'welcome.title': 'Hello, I am Sync Desk',
  'welcome.what':
    'I start Intune syncs in your own name, and then I tell you the truth about what became of them: accepted, working, done, failed, or no sign of life.',
  'welcome.added-by': '{name} added me here.',

  'unknown.title': 'I did not understand that',
  'unknown.said': 'You said: {text}',
  'unknown.near': 'Did you mean one of these?',
  'unknown.far': 'Nothing was done. The button below shows what I can do.',
  'unknown.too-long': 'That is too long for a command ({count, number} characters). Nothing was done.',
  'unknown.edited': 'I never act on an edited message. Nothing was done; please say it again.',
  'unknown.needs-number': 'Which run? Say the number, for example: {example}',

  // Buttons
  'button.help': 'Help',
  'button.autopilot': 'Autopilot clock',
  'button.sync-autopilot': 'Sync Autopilot now',
  'button.sync-again': 'Sync again',
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
  'button.practice-clock': 'Clock 10 minutes on',
  'button.practice-reset': 'Start over',
  'button.practice-409': 'Next answer: 409',
  'button.practice-429': 'Next answer: 429',

  // Actions
  'action.autopilot-sync': 'Autopilot sync',

  // The Autopilot clock
  'autopilot.title': 'Windows Autopilot',
  'autopilot.free': 'Free',
  'autopilot.free.more': 'A sync would be taken now.',
  'autopilot.running': 'Running',
  'autopilot.running.since': 'A sync has been running since {time}.',
  'autopilot.running.more': 'A sync is running.',
  'autopilot.closed': 'Closed',
  'autopilot.closed.service':
    'Intune takes one sync in ten minutes. It says that it opens at {time}, in {minutes, plural, one {# minute} other {# minutes}}.',
  'autopilot.closed.last-manual':
    'Intune takes one sync in ten minutes. It opens at about {time}, in {minutes, plural, one {# minute} other {# minutes}}: ten minutes after the last sync that was started by hand. This is an estimate.',
  'autopilot.closed.last-sync':
    'Intune takes one sync in ten minutes. It opens at about {time}, in {minutes, plural, one {# minute} other {# minutes}}: ten minutes after the last sync. This is an estimate.',
  'autopilot.closed.guess':
    'Intune takes one sync in ten minutes and did not say when it opens. I expect {time}, in {minutes, plural, one {# minute} other {# minutes}}.',
  'autopilot.not-asked': 'I have not asked Intune to sync: it would have refused. Nothing was changed.',
  'autopilot.run': 'Run {number} of {name} is on its way.',
  'autopilot.last-sync': 'Last sync',
  'autopilot.last-manual': 'Last started by hand',
  'autopilot.last-status': 'Last result',
  'autopilot.never': 'never, as far as Intune says',
  'autopilot.status.unknown': 'unknown',
  'autopilot.status.inProgress': 'in progress',
  'autopilot.status.completed': 'completed',
  'autopilot.status.failed': 'failed',

  // Runs
  'run.title': '{title} · run {number, number}',
  'run.as-you': 'Runs in your name.',
  'run.as': 'Runs in the name of {name}.',
  'run.also-waiting':
    '{count, plural, one {Also waiting: {names}.} other {Also waiting: {names}.}} All of you see the outcome.',
  'runs.title': 'Runs',
  'runs.none': 'Nothing has run yet, and nothing is booked.',
  'runs.more': 'Older runs are not shown. Say for example: run 1',
  'runs.line': '{status} · {name} · {time}',
  'run.not-found': 'There is no run {number, number} here.',

  'status.booked': 'Booked',
  'status.booked.told': 'Starts at {time}, when Intune said it opens. You need not stay.',
  'status.booked.estimate': 'Starts at about {time}, when Intune should open. One attempt, and you need not stay.',
  'status.starting': 'Starting',
  'status.starting.more': 'Intune is being asked.',
  'status.accepted': 'Accepted',
  'status.accepted.until':
    'Intune took the request. That is not done yet: I look for the end until {time} at the latest.',
  'status.joined': 'Following',
  'status.joined.until':
    'Another sync is already running, and not through me. I follow that one and make no second call; I look until {time} at the latest.',
  'status.working': 'Working',
  'status.working.until': 'Intune is at work on it. I look for the end until {time} at the latest.',
  'status.unsure': 'Not sure',
  'status.unsure.until': 'Intune’s answer was lost, so it may have begun or not. I look for signs of it until {time}.',
  'status.done': 'Done',
  'status.done.more': 'Intune says that the sync has completed.',
  'status.failed': 'Failed',
  'status.failed.more': 'Intune says that the sync failed on Microsoft’s side. You may start another one.',
  'status.silent': 'No sign of life',
  'status.silent.never-began': 'Intune accepted it, but nothing has moved since. I have stopped looking.',
  'status.silent.never-ended': 'It began and never reported its end. I have stopped looking.',
  'status.silent.cannot-look': 'It may have worked, but I can no longer look. The reason is below.',
  'status.refused': 'Refused',
  'status.refused.more': 'This did not happen. The reason is below.',
  'status.cancelled': 'Cancelled',
  'status.cancelled.by': '{name} took it back before it began. Intune was not asked.',

  'evidence.moved': 'Evidence: the last sync moved from {from} to {to}.',
  'evidence.first': 'Evidence: Intune now shows a first sync, at {to}.',

  'trail.asked': '{name} asked for it',
  'trail.accepted': 'Intune accepted it (204)',
  'trail.accepted-unheard': 'started; Intune’s answer was lost, but its clock shows the start',
  'trail.refused': 'Intune refused ({status})',
  'trail.no-answer': 'Intune was asked and gave no answer',
  'trail.seen-running': 'found running, begun elsewhere',
  'trail.looked.waiting': 'last look: nothing to be seen yet',
  'trail.looked.working': 'last look: in progress',
  'trail.looked.done': 'last look: completed',
  'trail.looked.failed': 'last look: failed',

  'cancel.title': 'Cancel',
  'cancel.under-way':
    'Run {number, number} can no longer be taken back: Intune has been asked already. I go on following it.',
  'cancel.over': 'Run {number, number} is over; there is nothing to take back.',
  'cancel.left': 'I will not tell you about run {number, number} any more. It goes on for {name}, who asked for it.',
  'cancel.not-yours': 'Run {number, number} was asked for by {name}; only they can take it back. Nothing was changed.',

  // Refusals: what happened
  'refusal.running-already': 'Another {action} is running already, so Intune did not start a second one ({status}).',
  'refusal.too-early': 'Too early: Intune takes one {action} in ten minutes ({status}).',
  'refusal.throttled': 'Microsoft Graph is slowing down requests of your organisation ({status}).',
  'refusal.missing-scope': 'Not allowed: Intune refused because a permission is missing: {scopes} ({status}).',
  'refusal.missing-role':
    'Not allowed: Intune refused you ({status}) and did not say why. Probably your Intune role lacks the permission “{role}”, or scope tags hide this from you.',
  'refusal.missing-access': 'Not allowed: you are signed in, but Intune knows no role or licence of yours ({status}).',
  'refusal.missing-approval':
    'Not allowed yet: your organisation wants a second administrator to approve this ({status}, approval code {code}).',
  'refusal.unknown-action': 'Not there: this Intune does not know the action “{action}” ({status}).',
  'refusal.unknown-object':
    'Not there: Intune found nothing at this address ({status}). It may be gone, or hidden from you.',
  'refusal.no-intune': 'Not there: your organisation has no Intune ({status}).',
  'refusal.signed-out': 'Your sign-in is not valid any more, so Intune could not be asked in your name.',
  'refusal.timeout': 'Microsoft did not answer in time.',
  'refusal.connection': 'The connection to Microsoft broke.',
  'refusal.server': 'Microsoft has trouble of its own ({status}).',
  'refusal.bad-request': 'Microsoft did not accept the form of the request ({status}). That is our mistake, not yours.',
  'refusal.unreadable': 'Microsoft’s answer could not be understood.',
  'refusal.other': 'Microsoft refused in a way I do not know ({status}).',

  // Whether anything changed
  'changed.nothing': 'Nothing was changed by this request.',
  'changed.unknown': 'It is not certain whether anything was changed.',
  'changed.only-read': 'Nothing was changed: I was only reading.',

  // What happens next on its own
  'next.running-already': 'I follow the sync that is running and show its end here.',
  'next.too-early.told': 'Intune says that it opens at {time}. Nothing happens by itself unless you book it.',
  'next.too-early.estimate':
    'Intune did not say when it opens; I expect about {time}. Nothing happens by itself unless you book it.',
  'next.too-early.unknown': 'Intune did not say when it opens. Nothing happens by itself.',
  'next.throttled.told': 'It asks to wait until {time}. Nothing happens by itself; try again then.',
  'next.throttled.estimate': 'It did not say how long; about {time} is a good guess. Nothing happens by itself.',
  'next.throttled.unknown': 'It did not say how long. Nothing happens by itself; try again in a few minutes.',
  'next.missing-scope':
    'Nothing happens by itself. Send the text below to an administrator who can grant it, then try again.',
  'next.missing-role':
    'Nothing happens by itself. Send the text below to whoever manages Intune roles, then try again.',
  'next.missing-access':
    'Nothing happens by itself. Send the text below to whoever manages Intune roles and licences, then try again.',
  'next.missing-approval':
    'Nothing happens by itself. Send the text below to another administrator; once approved, try again.',
  'next.unknown-action': 'Nothing happens by itself, and a repeat will not help.',
  'next.unknown-object': 'Nothing happens by itself. Look at the clock again to see what is there now.',
  'next.no-intune': 'Nothing happens by itself, and a repeat will not help.',
  'next.signed-out': 'Nothing happens by itself. Sign in again, then repeat it.',
  'next.timeout': 'Nothing happens by itself. Try again in a minute.',
  'next.connection': 'Nothing happens by itself. Try again in a minute.',
  'next.server': 'Nothing happens by itself. It usually passes within minutes; try again then.',
  'next.bad-request': 'Nothing happens by itself. Please send the details for support to whoever runs this bot.',
  'next.unreadable': 'Nothing happens by itself. Try again; if it stays so, a proxy may be in the way.',
  'next.other': 'Nothing happens by itself. Please send the details for support to whoever runs this bot.',
  'next.looked': 'I looked whether it began all the same; what I saw stands above and below.',

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
    'Teams did not name an account of an organisation that I serve, so I can do nothing in your name. Nothing was done.',
  'closed.title': 'This card is closed',
  'closed.old': 'It is more than a day old, so its buttons start nothing any more. Nothing was changed.',
  'closed.version': 'It is from an earlier version of this bot. Nothing was changed.',
  'closed.rubbish': 'Its button sent something that I do not understand. Nothing was changed.',
  'closed.gone': 'What it was about is no longer there. Nothing was changed.',
  'busy.reading': 'Intune did not answer within a few seconds.',
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
  'settings.now': 'It is now {time}.',
  'settings.bad-zone': 'I do not know the time zone “{zone}”. Name it like this: Europe/Berlin. Nothing was changed.',
  'settings.bad-language': 'I speak English and Russian. Nothing was changed.',

  // Practice
  'practice.title': 'Practice',
  'practice.what':
    'Everything here happens in an invented tenant. Nothing reaches Microsoft, and every card says Practice.',
  'practice.how': 'Say for example: practice next 409 · practice next 429 120 · practice clock +10m · practice reset',
  'practice.next': 'The next sync request will be answered with {status}.',
  'practice.next.retry': 'The next sync request will be answered with {status} and Retry-After: {retry}.',
  'practice.next.timeout': 'The next sync request will get no answer.',
  'practice.next.broken': 'The next sync request will break off.',
  'practice.next.nonsense': 'The next sync request will be answered with nonsense.',
  'practice.clock': 'The clock of the invented tenant and mine now say {time}.',
  'practice.reset': 'The invented tenant is as new; its runs are forgotten and the clock is right again.',
  'practice.always-on': 'Practice is always on here: this bot was started for practice and knows no real tenant.',
  'practice.bad': 'I did not understand what to practise. Nothing was changed.',
  'practice.not-here': 'This bot works on a real tenant, so there is nothing to practise here.',
} as const;
