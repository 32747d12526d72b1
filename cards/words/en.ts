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
  'command.health': 'what works for you here, what is missing, and who can mend it',
  'command.who-am-i': 'your account, and what I may do in your name',
  'command.sign-in': 'let me act in your name',
  'command.sign-out': 'I forget your sign-in; you stay signed in to Teams',
  'command.forget-me': 'delete what I know about you',
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
  'button.take-over': 'Do it in my name',
  'button.leave': 'Stop telling me',
  'button.runs': 'Runs',
  'button.show-run': 'Run {number}',
  'button.settings': 'Settings',
  'button.health': 'Check my access',
  'button.save': 'Save',
  'button.support': 'Details for support',
  'button.sign-in': 'Sign in',
  'button.sign-out': 'Sign out',
  'button.forget': 'Delete my data',
  'button.keep': 'Cancel',
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
  'status.sign-in': 'Waiting for sign-in',
  'status.sign-in.you': 'Waiting for you',
  'status.sign-in.until':
    '{begun, select, no {Nothing has begun yet. I wait until {time}; after that the run ends and nothing is started.} yes {It goes on in Intune, but I can no longer look at it. I wait until {time}; after that I stop looking.} other {It may have begun, or it may not. I wait until {time}; after that I stop looking.}}',
  'status.sign-in.look': 'Press “Sign in”, and I look again.',
  'status.sign-in.look-proof': 'Press “Sign in” and follow Microsoft’s page; then I look again.',
  'status.sign-in.other':
    '{begun, select, no {It goes on by itself as soon as {name} has signed in.} other {I look again as soon as {name} has signed in.}}',
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

  'reminder.title': 'Run {number} waits for you',
  'reminder.title.other': 'Run {number} waits for a sign-in',
  'reminder.what': '{title}, asked for at {time}.',

  'evidence.moved': 'Evidence: the last sync moved from {from} to {to}.',
  'evidence.first': 'Evidence: Intune now shows a first sync, at {to}.',
  'trail.title': 'What happened ({zone} time)',

  'trail.asked': '{name} asked for it',
  'trail.accepted': 'Intune accepted it (204)',
  'trail.accepted-unheard': 'it began: the answer was lost, but Intune’s record shows the start',
  'trail.refused': 'Intune answered {status}',
  'trail.no-answer': 'no answer from Intune',
  'trail.signed-out': 'no access in the name of {name}',
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
  'refusal.throttled':
    '{status, select, 0 {Microsoft is limiting sign-ins at the moment.} other {Microsoft Graph is limiting your organisation’s requests ({status}).}}',
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
  'refusal.signed-out': 'You are not signed in, so I could not ask Intune in your name.',
  'refusal.needs-consent': 'Your organisation has not yet allowed me to ask Intune this in your name.',
  'refusal.needs-proof': 'Your organisation asks you to prove who you are once more before I may act in your name.',
  'refusal.signed-out.other': '{name} is not signed in, so I could not ask Intune in their name.',
  'refusal.needs-consent.other': 'The organisation has not yet allowed me to ask Intune this in the name of {name}.',
  'refusal.needs-proof.other':
    'The organisation asks {name} to prove once more who they are before I may act in their name.',
  'refusal.missing-policy':
    'Not allowed: the conditional access rules of your organisation keep me from acting in your name.',
  'refusal.settings': 'Microsoft’s sign-in refuses this bot’s own key, so nobody can be signed in at the moment.',
  'refusal.timeout': 'Microsoft did not answer in time.',
  'refusal.connection': 'The connection to Microsoft was lost.',
  'refusal.server':
    '{status, select, 0 {Microsoft’s sign-in has a problem on its side.} other {Microsoft has a problem on its side ({status}).}}',
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
  'next.signed-out': 'Press “Sign in”. What you asked for then goes on by itself.',
  'next.needs-consent':
    'Press “Sign in”. If you may not consent yourself, the page has a text that you can send to an administrator.',
  'next.needs-proof': 'Press “Sign in” and follow Microsoft’s page. What you asked for then goes on by itself.',
  'next.waited':
    'I waited for the sign-in until {time}. Nothing happens by itself any more; press “Try again” and sign in when asked.',
  'next.missing-policy':
    'Nothing happens by itself, and signing in again will not help. An administrator can change the rule.',
  'next.settings':
    'Nothing happens by itself. Whoever runs this bot must renew its secret or certificate; the log says which.',
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

  'send.missing-policy':
    'Please let the app Sync Desk act in my name: a conditional access rule keeps it from doing so. I need it for: {action}.',
  'send.no-intune':
    'Microsoft says that our organisation has no Intune. Please check its subscription. I need it for: {action}.',
  'send.unknown-action':
    'Intune in our organisation does not know the action “{action}”. Please check whether Microsoft renamed or withdrew it.',
  'send.settings':
    'Microsoft’s sign-in refuses the key of the app Sync Desk. Please renew its secret or certificate; the log says which.',

  // What works here and now
  'health.title': 'Access check',
  'health.verdict.works': 'All of it works for you here',
  'health.verdict.works.more': 'I can look at everything, and Intune took what you last started.',
  'health.verdict.untried': 'Nothing is missing',
  'health.verdict.untried.more': 'That is as far as I can tell without starting anything.',
  'health.verdict.unclear': '{count, plural, one {# thing is not known} other {# things are not known}}',
  'health.verdict.unclear.more': 'I found nothing that is missing, but I could not check everything.',
  'health.verdict.limited': 'Limited for now',
  'health.verdict.limited.more': 'Microsoft asks for patience; I found nothing that is missing.',
  'health.verdict.missing': '{count, plural, one {# thing is missing} other {# things are missing}}',
  'health.verdict.missing.more': 'Below, each says who can mend it.',
  'health.verdict.signed-out': 'You are not signed in',
  'health.verdict.signed-out.more': 'I can check the rest once you are.',
  'health.state.works': 'works',
  'health.state.missing': 'missing',
  'health.state.limited': 'limited',
  'health.state.clear': 'none noticed',
  'health.state.unknown': 'not known',
  'health.sign-in': 'Signing in',
  'health.read': '{action}: looking',
  'health.read.works': 'I have just looked.',
  'health.start': '{action}: starting',
  'health.start.accepted': 'Intune accepted your last start, at {time}.',
  'health.start.refused': 'That was your last start, at {time}.',
  'health.start.untried':
    'I may ask for it in your name. Whether your Intune role has the permission “{role}”, only a start can show.',
  'health.start.later': 'I can tell once looking works.',
  'health.unchecked': 'I cannot check this without a sign-in that works.',
  'health.limits': 'Microsoft’s limits',
  'health.limits.of': 'Requests about {what}',
  'health.limits.until': 'Microsoft asks to wait until {time}.',
  'health.limits.slower': 'Microsoft refused some requests, so I ask more slowly for now.',
  'health.family.devices': 'devices and scripts',
  'health.family.enrollment': 'Exchange connectors',
  'health.family.configuration': 'device configuration',
  'health.family.applications': 'apps',
  'health.mends.you': 'You can mend it: press “Sign in”.',
  'health.mends.administrator': 'An administrator can mend it.',
  'health.mends.consent': 'An administrator can mend it. If you are one, press “Sign in”.',
  'health.mends.roles': 'Whoever manages Intune roles can mend it.',
  'health.mends.approver': 'Another administrator can approve it.',
  'health.mends.rule': 'An administrator can mend it, by changing the rule.',
  'health.mends.intune': 'If you should have Intune, an administrator can mend it.',
  'health.mends.bot': 'Whoever runs this bot can mend it.',
  'health.mends.wait': 'Nobody has to mend it: it usually passes within minutes.',
  'health.mends.itself': 'Nobody has to mend it: it passes by itself.',
  'health.mends.until': 'Nobody has to mend it: Microsoft asks to wait until {time}.',
  'health.to.administrator': 'Text for an administrator',
  'health.to.roles': 'Text for whoever manages Intune roles',
  'health.to.approver': 'Text for another administrator',
  'health.to.bot': 'Text for whoever runs this bot',

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

  // Who is signed in
  'account.title': 'Your account',
  'account.personal-only': 'I only speak about that in our personal chat, where nobody else reads it.',
  'account.signed-in': 'Signed in',
  'account.signed-in.as': 'You are {username}, signed in since {time}. Whatever I do in Intune, I do in your name.',
  'account.signed-out': 'Not signed in',
  'account.signed-out.more': 'I can do nothing in your name. When something needs it, I ask you to sign in.',
  'account.practice': 'In practice everybody is signed in as the invented administrator of their own name.',
  'account.tenant': 'Tenant id: {id}',
  'account.granted': 'What I may do in your name',
  'account.missing': 'Not allowed yet; I ask when you first need it',
  'account.permission': '{permission} · for: {commands}',
  'permission.service-config.read': 'See how the Autopilot sync stands',
  'permission.service-config.write': 'Start an Autopilot sync',

  // Signing in and out
  'sign-in.title': 'Signing in',
  'sign-in.card.text': 'Sign in, and I can ask Intune in your name. What you asked for then goes on by itself.',
  'sign-in.card.text.consent':
    'This needs a permission that I do not have yet. Press “Sign in” to see who can give it.',
  'sign-in.card.text.proof':
    'Your organisation wants you to prove once more who you are. Press “Sign in” and follow Microsoft’s page.',
  'sign-in.card.button': 'Sign in',
  'sign-in.done.name': '{name} is signed in.',
  'sign-in.done.as': 'You are {username}. Whatever I do in Intune, I do in your name.',
  'sign-in.done.pending': 'What you asked for goes on now.',
  'sign-in.failed': 'Signing in failed',
  'sign-in.failed.expired-offer': 'This sign-in was used already, or it is more than a quarter of an hour old.',
  'sign-in.failed.not-yours': 'This sign-in was offered to somebody else.',
  'sign-in.failed.wrong-token':
    'Teams sent me a sign-in that does not belong to you, to your organisation or to me, so I did not take it.',
  'sign-in.failed.expired-token': 'The sign-in that Teams sent me had already run out.',
  'sign-in.failed.wrong-account':
    'You signed in to Microsoft with another account than the one you use in Teams, so I did not take it.',
  'sign-in.failed.wrong-code': 'The code that came back through Teams was not given to you, or it is no longer good.',
  'sign-in.failed.consent': 'Your organisation has not yet allowed me what this needs.',
  'sign-in.failed.proof': 'Your organisation asks for more proof of who you are than Teams could give.',
  'sign-in.failed.throttled': 'Microsoft is limiting sign-ins at the moment.',
  'sign-in.failed.unavailable': 'Microsoft’s sign-in does not answer.',
  'sign-in.failed.not-silent': 'Teams could not sign you in by itself.',
  'sign-in.failed.cancelled': 'The window was closed before signing in was finished.',
  'sign-in.nothing': 'Nothing was done.',
  'sign-in.next.again': 'Nothing happens by itself. Press “{button}”.',
  'sign-in.next.report': 'Nothing happens by itself. Press “{button}”. If it fails again, tell whoever runs this bot.',
  'sign-in.next.account': 'Nothing happens by itself. Press “{button}” and choose the account that you use in Teams.',
  'sign-in.next.page': 'Nothing happens by itself. Press “{button}” and follow Microsoft’s page.',
  'sign-in.next.administrator':
    'Nothing happens by itself. Send the text below to an administrator; when they have agreed, press “{button}”.',
  'sign-in.next.wait': 'Nothing happens by itself. Wait a minute, then press “{button}”.',
  'send.consent':
    'Please grant admin consent for the delegated Microsoft Graph {count, plural, one {permission} other {permissions}} {scopes} to the app Sync Desk. It then works with Intune in my name, and never with more rights than I have.',
  'sign-out.title': 'Signing out',
  'sign-out.done': 'Signed out',
  'sign-out.done.more':
    'I have deleted your sign-in and can do nothing in your name any more. You stay signed in to Teams itself.',
  'sign-out.cancelled':
    '{count, plural, one {Run {runs} was waiting to start in your name. It is cancelled, and nothing was changed in Intune.} other {Runs {runs} were waiting to start in your name. They are cancelled, and nothing was changed in Intune.}}',
  'sign-out.parked':
    'Run {number} goes on in Intune, but I can no longer look at it. Sign in before {time}, and I look again.',
  'sign-out.practice': 'There is nothing to sign out of here.',
  'sign-out.nobody': 'You were not signed in, so nothing has changed. You stay signed in to Teams itself.',

  // Deleting what is known about a person
  'forget.title': 'Delete your data',
  'forget.what':
    'Your sign-in, your settings, what I remember of our chats, and your name in past runs will be deleted.',
  'forget.cancels': 'Whatever waits to start in your name will be cancelled.',
  'forget.stays': 'Microsoft’s own logs, of sign-ins and of Intune, stay as they are: I cannot delete them.',
  'forget.ask': 'Nothing has been deleted so far. It cannot be undone.',
  'forget.done': 'Deleted',
  'forget.done.more':
    'Your sign-in, your settings, what I remembered of our chats, and your name in past runs are gone.',
  'forget.goes-on': 'Run {number} goes on in Intune, and nobody looks at it in your name any more.',
  'forget.done.again': 'If you write to me again, we start from the beginning.',

  // The pages of signing in
  'page.from': 'Sync Desk',
  'page.title': '{headline} · Sync Desk',
  'page.nothing': 'Nothing was changed.',
  'page.close': 'You may close this window.',
  'page.back': 'Back to Teams',
  'page.leads-to': 'The link leads to {host}.',
  'page.handing-over.title': 'Almost done',
  'page.handing-over.said': 'You have signed in to Microsoft. I am handing this over to Teams…',
  'page.handed-over.title': 'Signed in',
  'page.handed-over.said': 'You can go back to Teams.',
  'page.unconnected.title': 'Not signed in yet',
  'page.unconnected.said': 'This window is not connected to Teams, so I could not hand your sign-in over.',
  'page.unconnected.next': 'Close this window, go back to Teams, and press “Sign in” there.',
  'page.consented.title': 'Allowed for your organisation',
  'page.consented.said':
    'Thank you. Microsoft reports that people of your organisation may now use Sync Desk with Intune, each in their own name.',
  'page.consented.next': 'Tell whoever asked you: they can go back to Teams and press “Sign in” again.',
  'page.expired.title': 'This link no longer works',
  'page.expired.said': 'It is more than a quarter of an hour old, or I do not know it.',
  'page.used.title': 'This link was used already',
  'page.used.said': 'Each link works only once, so that nobody else can use yours.',
  'page.denied.title': 'Signing in was cancelled',
  'page.denied.said': 'Microsoft reports that it was cancelled or declined on its page.',
  'page.denied.next': 'If you change your mind, go back to Teams and press “Sign in” again.',
  'page.wrong-account.title': 'That was another account',
  'page.wrong-account.said':
    'You signed in to Microsoft with another account than the one you use in Teams, so I did not take it.',
  'page.wrong-account.next': 'Go back to Teams, press “Sign in” again, and choose the account that you use in Teams.',
  'page.unavailable.title': 'Microsoft’s sign-in does not answer',
  'page.unavailable.said': 'That is not your fault, and it usually passes within minutes.',
  'page.unavailable.next': 'Wait a minute, go back to Teams, and press “Sign in” again.',
  'page.settings.title': 'Nobody can sign in at the moment',
  'page.settings.said': 'Microsoft refuses this bot’s own key. That is our mistake, not yours.',
  'page.settings.next': 'Tell whoever runs this bot: its secret or certificate must be renewed. The log says which.',
  'page.other.title': 'Signing in did not work',
  'page.other.said': 'Microsoft gave a reason that I do not know.',
  'page.other.next':
    'Go back to Teams and press “Sign in” again. If it fails again, give whoever runs this bot this reference:',
  'page.again.next': 'Go back to Teams and say again what you wanted: you then get a new link.',
  'page.again-if.next':
    'If you are not signed in yet, go back to Teams and say again what you wanted: you then get a new link.',
  'page.administrator.title': 'An administrator must allow this first',
  'page.administrator.said':
    'In your organisation only an administrator can allow {count, plural, one {this permission} other {these permissions}}: {scopes}.',
  'page.administrator.next':
    'Send the text below to an administrator. When they have agreed, go back to Teams and press “Sign in” again.',
  'page.administrator.here': 'You can do it here: {link}',
  'page.administrator.copy': 'Copy the text',
  'page.administrator.copied': 'Copied.',
  'page.administrator.failed': 'Your browser did not allow that. The text is selected, so you can copy it yourself.',
  'page.administrator.you': 'If you are an administrator yourself',
  'page.administrator.link': 'Allow it for your organisation',
  'page.personal-chat.title': 'Sign in from the personal chat',
  'page.personal-chat.said':
    'Several people see the chat that this link is in, and a sign-in is made for one person only.',
  'page.personal-chat.next': 'Open the personal chat with Sync Desk and say “sign in”.',
  'page.personal-chat.link': 'Open the chat in Teams',
} as const;
