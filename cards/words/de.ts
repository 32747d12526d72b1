import type { en } from './en.ts';

/** German, as ICU messages: formal, and without a gender where one can do without. Read them aloud before you add one. */
export const de: Record<keyof typeof en, string> = {
  'practice.mark': 'Übung',

  'time.dated': '{time} am {day}',

  // Was man dem Bot sagen kann
  'command.help': 'alles, worum Sie mich bitten können, oder eines davon: „hilfe einstellungen“',
  'command.autopilot': 'wann die nächste Synchronisierung möglich ist; mit Seriennummern dahinter, welche bereit sind',
  'command.sync-autopilot':
    'jetzt synchronisieren, anschließen oder vormerken; mit Seriennummern, wie sie danach stehen',
  'command.sync-payloads': 'Apps oder Profile für eine Weile von Geräten nehmen und zurückbringen',
  'command.device': 'ein Gerät: wann es sich zuletzt gemeldet hat, was davon entfernt ist, was gerade läuft',
  'command.exchange': 'Exchange-Connectors, und wann jeder zuletzt erfolgreich war',
  'command.sync-exchange':
    'einen Exchange-Connector schnell oder vollständig synchronisieren und sehen, ob sich etwas tut',
  'command.again':
    'Ihr letzter Lauf noch einmal, oder „nochmal fehlgeschlagene“ für das, was eine Wiederholung heilen kann',
  'command.runs': 'was läuft oder vorgemerkt ist, und was zuletzt gelaufen ist',
  'command.schedule': 'etwas zu einer Zeit tun: montags bis freitags 06:00, morgen 9:00',
  'command.schedules': 'was in Ihrem Namen geplant oder vorgemerkt ist',
  'command.note': 'ein Absatz für das Ticket über Ihren letzten Lauf, oder über irgendeinen',
  'command.run': 'alles über einen Lauf',
  'command.cancel': 'einen Lauf zurücknehmen, bevor er beginnt',
  'command.history':
    'wer was wann worauf ausgeführt hat und was daraus wurde; auch „verlauf meine“, „verlauf 30 tage“ oder ein Gerät',
  'command.export-history': 'dasselbe als CSV-Datei',
  'command.settings': 'Ihre Sprache, Zeitzone und Ruhezeiten',
  'command.health': 'was hier für Sie funktioniert, was fehlt und wer es beheben kann',
  'command.explain': 'ein Fehlercode in einfachen Worten',
  'command.who-am-i': 'Ihr Konto, und was ich in Ihrem Namen darf',
  'command.sign-in': 'mich in Ihrem Namen handeln lassen',
  'command.sign-out': 'ich vergesse Ihre Anmeldung; in Teams bleiben Sie angemeldet',
  'command.forget-me': 'löschen, was ich über Sie weiß',
  'command.practice': 'eine Ablehnung üben: next 409, clock +10m, reset',

  'help.title': 'Was ich für Sie tun kann',
  'help.intro': 'Schreiben Sie einen dieser Befehle, oder drücken Sie eine Schaltfläche. Ich verstehe {languages}.',
  'help.explain': 'Was jeder davon tut',
  'help.lacking': 'Beim ersten Mal fragt Microsoft nach einer weiteren Berechtigung.',
  'help.signed-out':
    'Sie sind noch nicht bei mir angemeldet. Ich bitte Sie hier in Teams darum, sobald etwas es zum ersten Mal braucht.',
  'help.on': '„{phrase}“: {about}.',
  'help.on.also': 'Ich verstehe auch: {phrases}.',
  'help.on.number': 'Fügen Sie die Nummer an, zum Beispiel: {example}',
  'help.on.unknown': '„{text}“ ist keiner meiner Befehle. Unten steht alles, was ich kann.',
  'help.on.near': 'Meinten Sie {phrases}?',
  'help.on.sync-payloads':
    'Schreiben Sie zum Beispiel: nutzlasten auf IPAD-07 · nutzlasten entferne „VPN“ von IPAD-07 · nutzlasten zurückbringen „VPN“ auf IPAD-07. Auch eine eingefügte Geräteliste oder eine Datei geht. Bevor etwas geschieht, sehen Sie einen Plan.',
  'help.on.autopilot':
    'Schreiben Sie zum Beispiel: autopilot · autopilot synchronisieren · autopilot 5CG4200R01 5CG4200R02. Auch eine eingefügte Spalte mit Seriennummern geht, höchstens 200.',
  'help.on.sync-exchange':
    'Schreiben Sie zum Beispiel: exchange synchronisieren EX01 schnell · exchange synchronisieren EX01 vollständig · exchange synchronisieren alle vollständig. Vor einer vollständigen frage ich.',
  'help.on.history':
    'Schreiben Sie zum Beispiel: verlauf · verlauf meine · verlauf IPAD-07 · verlauf autopilot · verlauf 30 tage.',
  'help.on.schedule':
    'Schreiben Sie zum Beispiel: zeitplan autopilot montags bis freitags um 06:00 · zeitplan EX01 vollständig jeden montag um 8 · zeitplan autopilot morgen um 9:00 · zeitplan autopilot in 2 stunden · zeitplan autopilot am 1. dezember um 06:00.',
  'help.on.watch':
    'Schreiben Sie zum Beispiel: beobachte autopilot · beobachte gerät IPAD-07 · beobachte exchange EX01 älter als 24 h · beobachte lauf 17 nur fehler. Auch eine eingefügte Geräteliste geht. Jede Beobachtung endet von selbst.',
  'help.on.on-call': 'Schreiben Sie: bereitschaft · bereitschaft wer · bereitschaft ende.',
  'help.on.settings':
    'Schreiben Sie zum Beispiel: sprache russisch · zeitzone Europe/Berlin · einstellungen ruhezeit 22:00-07:00. Für die ganze Organisation legt die Administration fest, was eine zweite Person genehmigen muss, wohin Bitten um Genehmigung gehen und wie lange der Verlauf aufbewahrt wird.',
  'help.topic.runs': 'Was unterwegs ist, und was daraus wurde',
  'help.topic.later': 'Später, und wenn sich etwas ändert',
  'help.topic.you': 'Sie und ich',
  'help.topic.more': 'Und außerdem',
  'help.truth':
    'Angenommen heißt nicht erledigt: Ich sehe nach, bis ich Ihnen sagen kann, was daraus geworden ist. Alles läuft in Ihrem eigenen Namen.',
  'welcome.title': 'Guten Tag, ich bin Sync Desk',
  'welcome.what':
    'Ich starte Intune-Synchronisierungen in Ihrem Namen und sage Ihnen ehrlich, was daraus geworden ist: angenommen, in Arbeit, erledigt, fehlgeschlagen oder kein Lebenszeichen.',
  'welcome.added-by': '{name} hat mich hier hinzugefügt.',
  'welcome.say': 'Schreiben Sie zum Beispiel:',
  'welcome.set-up':
    'Eigene Rechte brauche ich nicht: Sie brauchen Ihre in Intune, und vielleicht muss Ihre Administration einmal zustimmen. „Meinen Zugriff prüfen“ sagt, was fehlt, mit einem Text zum Senden.',

  'unknown.title': 'Das habe ich nicht verstanden',
  'unknown.said': 'Sie schrieben: {text}',
  'unknown.near': 'Meinten Sie etwas davon?',
  'unknown.far': 'Es wurde nichts getan. Die Hilfe zeigt, was ich kann.',
  'unknown.too-long':
    'Für einen Befehl ist das zu lang: {count, plural, one {# Zeichen} other {# Zeichen}}. Es wurde nichts getan.',
  'unknown.edited':
    'Auf eine bearbeitete Nachricht hin handle ich nie. Es wurde nichts getan; bitte senden Sie sie neu.',
  'unknown.which-run': 'Welcher Lauf?',
  'unknown.needs-number': 'Fügen Sie die Nummer an, zum Beispiel: {example}',

  // Schaltflächen
  'button.help': 'Hilfe',
  'button.autopilot': 'Autopilot-Fenster',
  'button.payloads': 'Nutzlasten',
  'button.exchange': 'Exchange-Connectors',
  'button.follow': 'Mitverfolgen',
  'button.sync-autopilot': 'Jetzt synchronisieren',
  'button.try-again': 'Erneut versuchen',
  'button.book': 'Für mich um {time} synchronisieren',
  'button.cancel': 'Lauf {number} abbrechen',
  'button.take-over': 'In meinem Namen ausführen',
  'button.stop-here': 'Hier anhalten',
  'button.stop-looking': 'Nicht mehr nachsehen',
  'button.again-failed': 'Wiederholen, wo es helfen kann: {count, number}',
  'button.successor': 'Nachfolger verwenden',
  'button.restore-now': 'Jetzt zurückbringen',
  'button.restore-all': 'Alles zurückbringen',
  'button.details': 'Einzelheiten',
  'button.csv': 'CSV',
  'button.history': 'Verlauf',
  'button.older': 'Ältere',
  'button.newest': 'Neueste',
  'button.all-runs': 'Alle Läufe',
  'button.note': 'Notiz für das Ticket',
  'button.next-page': 'Nächste Seite',
  'button.previous-page': 'Vorige Seite',
  'button.board': 'Der ganze Lauf',
  'button.leave': 'Mir nichts mehr sagen',
  'button.runs': 'Läufe',
  'button.show-run': 'Lauf {number}',
  'button.settings': 'Einstellungen',
  'button.health': 'Meinen Zugriff prüfen',
  'button.save': 'Speichern',
  'button.support': 'Angaben für den Support',
  'button.sign-in': 'Anmelden',
  'button.sign-out': 'Abmelden',
  'button.forget': 'Meine Daten löschen',
  'button.keep': 'Abbrechen',
  'button.practice': 'Übung',
  'button.practice-clock': 'Uhr +10 Minuten',
  'button.practice-reset': 'Von vorn beginnen',
  'button.practice-409': 'Nächste Antwort: 409',
  'button.practice-429': 'Nächste Antwort: 429',

  // Aktionen
  'action.autopilot-sync': 'Autopilot-Synchronisierung',
  'action.sync-payloads': 'Nutzlast-Synchronisierung',
  'action.exchange-sync': 'Exchange-Connector-Synchronisierung',

  // Das Autopilot-Fenster
  'autopilot.title': 'Autopilot-Fenster',
  'autopilot.free': 'Offen',
  'autopilot.free.more': 'Intune würde jetzt eine Synchronisierung annehmen.',
  'autopilot.running': 'Läuft',
  'autopilot.running.since': 'Eine Synchronisierung läuft seit {time}.',
  'autopilot.running.more': 'Eine Synchronisierung läuft.',
  'autopilot.closed': 'Geschlossen',
  'autopilot.closed.told': 'Öffnet um {time}, {wait}.',
  'autopilot.closed.estimate': 'Öffnet etwa um {time}, {wait}.',
  'autopilot.basis.service': 'Das sagt Intune. Es nimmt alle zehn Minuten eine Synchronisierung an.',
  'autopilot.basis.last-manual': 'Eine Schätzung: zehn Minuten nach der letzten von Hand gestarteten Synchronisierung.',
  'autopilot.basis.last-sync': 'Eine Schätzung: zehn Minuten nach der letzten Synchronisierung.',
  'autopilot.basis.guess':
    'Eine Vermutung: Intune nimmt alle zehn Minuten eine Synchronisierung an und hat nicht gesagt, wann.',
  'autopilot.not-asked':
    'Ich habe Intune nicht um eine Synchronisierung gebeten, weil es sie ablehnen würde. Es wurde nichts geändert.',
  'autopilot.run': 'Lauf {number}, angefordert von {name}, ist unterwegs.',
  'autopilot.last-sync': 'Letztes Mal',
  'autopilot.last-manual': 'Von Hand gestartet',
  'autopilot.last-status': 'Ergebnis',
  'autopilot.never': 'keine Angabe',
  'autopilot.status.unknown': 'unbekannt',
  'autopilot.status.completed': 'abgeschlossen',
  'autopilot.status.failed': 'fehlgeschlagen',

  'serials.title': 'Autopilot-Seriennummern',
  'serials.verdict.registered': '{registered, number} von {count, number} registriert',
  'serials.verdict.ready': '{count, number} von {count, number} bereit',
  'serials.unregistered':
    '{count, plural, one {Nicht bei Windows Autopilot registriert: {names}.} other {# sind nicht bei Windows Autopilot registriert: {names}.}}',
  'serials.failed':
    '{count, plural, one {Die Zuweisung eines Profils ist fehlgeschlagen für {names}.} other {Für # ist die Zuweisung eines Profils fehlgeschlagen: {names}.}} Eine weitere Synchronisierung behebt das nicht.',
  'serials.unknown':
    '{count, plural, one {Wie es um {names} steht, sagt Intune nicht eindeutig.} other {Wie es um # steht, sagt Intune nicht eindeutig: {names}.}}',
  'serials.not-assigned':
    '{count, plural, one {{names} hat kein Profil.} other {# haben kein Profil: {names}.}} Es kommt mit der Mitgliedschaft in einer Gruppe; eine Synchronisierung kann das nicht beschleunigen.',
  'serials.pending':
    '{count, plural, one {{names} wartet auf das Profil.} other {# warten auf ihr Profil: {names}.}} Es kommt mit der Mitgliedschaft in einer Gruppe; eine Synchronisierung kann das nicht beschleunigen.',
  'serials.out-of-sync':
    '{count, plural, one {{names} hat in Intune ein Profil, das der Autopilot-Dienst noch nicht hat.} other {# haben in Intune ein Profil, das der Autopilot-Dienst noch nicht hat: {names}.}}',
  'serials.ready': '{count, plural, one {# hat ein zugewiesenes Profil.} other {# haben ein zugewiesenes Profil.}}',
  'serials.enrolled': '{count, plural, one {# davon ist schon in Intune.} other {# davon sind schon in Intune.}}',
  'serials.read': 'Gelesen um {time} im Namen von {name}.',
  'serials.repeated':
    '{count, plural, one {# Seriennummer kam mehrfach vor und wurde einmal gezählt.} other {# Seriennummern kamen mehrfach vor und wurden einmal gezählt.}}',
  'serials.nonsense':
    '{count, plural, one {Keine Seriennummer und ausgelassen: {names}.} other {# sind keine Seriennummern und wurden ausgelassen: {names}.}}',
  'serials.skipped':
    '{count, plural, one {# Zelle einer anderen Spalte wurde ausgelassen.} other {# Zellen anderer Spalten wurden ausgelassen.}} Ich lese die erste Spalte; eine Überschrift wie „Seriennummer“ benennt eine andere.',
  'serials.too-many':
    'Ich lese höchstens {most, number} Seriennummern auf einmal. Es sind mehr, also habe ich keine davon gelesen. Bitte die Liste aufteilen.',
  'serials.none': 'Ich habe nach „{phrase}“ keine Seriennummer gefunden. Nichts wurde gelesen und nichts gestartet.',
  'serials.ask':
    'Schreiben oder fügen Sie Seriennummern dahinter ein, in einer Zeile oder untereinander, höchstens {most, number}: {example}',
  'serials.gone': 'Ich habe diese Liste nicht mehr. Bitte fügen Sie sie noch einmal nach „{phrase}“ ein.',
  'serials.others':
    'Diese Liste gehört jemand anderem. Fügen Sie sie nach „{phrase}“ ein, um sie in Ihrem Namen zu lesen.',
  'serials.file.about':
    '{count, plural, one {Wie # Seriennummer bei Windows Autopilot steht} other {Wie # Seriennummern bei Windows Autopilot stehen}}',
  'serials.column.serial': 'Seriennummer',
  'serials.column.standing': 'Windows Autopilot',
  'serials.column.enrollment': 'Registrierung in Intune',
  'serials.word.unregistered': 'nicht registriert',
  'serials.word.failed': 'registriert, Zuweisung des Profils fehlgeschlagen',
  'serials.word.unknown': 'nicht bekannt',
  'serials.word.not-assigned': 'registriert, kein Profil',
  'serials.word.pending': 'registriert, wartet auf das Profil',
  'serials.word.out-of-sync': 'Profil zugewiesen, noch nicht im Autopilot-Dienst',
  'serials.word.ready': 'Profil zugewiesen',
  'serials.note.title': 'Notiz für den Change',
  'serials.note.label': 'Von hier kopieren',
  'serials.note.verdict.ready':
    'Windows Autopilot: {count, number} von {count, number} Seriennummern sind registriert und haben ein zugewiesenes Profil.',
  'serials.note.verdict.missing':
    'Windows Autopilot: {ready, number} von {count, number} Seriennummern sind registriert und haben ein zugewiesenes Profil.',
  'serials.note.read': 'Gelesen in Intune am {time} im Namen von {name}, durch Sync Desk.',
  'serials.note.practice': 'Übung: eine erfundene Organisation, keine echte.',
  'serials.note.all': 'Seriennummern: {names}.',
  'serials.note.more':
    '{count, plural, one {# weitere steht in der Datei zu dieser Liste.} other {# weitere stehen in der Datei zu dieser Liste.}}',

  // Läufe
  'run.title': '{title} · Lauf {number}',
  'run.as-you':
    '{phase, select, later {Wird in Ihrem Namen laufen.} ended {In Ihrem Namen angefordert.} elsewhere {Sie haben es angefordert; die Synchronisierung selbst wurde anderswo gestartet.} other {Läuft in Ihrem Namen.}}',
  'run.as':
    '{phase, select, later {Wird im Namen von {name} laufen.} ended {Im Namen von {name} angefordert.} elsewhere {{name} hat es angefordert; die Synchronisierung selbst wurde anderswo gestartet.} other {Läuft im Namen von {name}.}}',
  'run.many-more': 'mindestens {count, number} weitere',
  'run.also-waiting':
    '{phase, select, ended {Auch benachrichtigt: {names}.} other {Es warten auch: {names}. Sie alle sehen das Ergebnis.}}',
  'runs.title': 'Läufe',
  'runs.row': 'Lauf {number}',
  'runs.none': 'Noch ist nichts gelaufen, und nichts ist vorgemerkt.',
  'runs.more': 'Ältere Läufe stehen im Verlauf.',
  'runs.line': '{status} · {title} · {name}, {time}',
  'runs.zone': 'Zeiten in {zone}',
  'run.not-found': 'Einen Lauf {number} gibt es hier nicht.',
  'history.title': 'Verlauf',
  'history.by': 'Angefordert von {name}',
  'history.called': 'Auf {name}',
  'history.days': '{days, plural, one {Letzter Tag} other {Letzte # Tage}}',
  'history.older': 'Ältere Läufe',
  'history.line': '{status} · {name}, {time}',
  'history.on': 'Auf {names}.',
  'history.also': 'Auch angefordert von {names}.',
  'history.approved': 'Genehmigt von {name}.',
  'history.declined': 'Abgelehnt von {name}.',
  'history.oldest': 'Ältere gibt es nicht.',
  'history.none': 'Kein Lauf passt dazu.',
  'history.none.called':
    'Ein Gerät oder Connector ist unter seinem ganzen Namen zu finden, wie er lautete, als darauf etwas lief.',
  'history.file.about': 'Verlauf: {count, plural, one {# Lauf} other {# Läufe}}, je eine Zeile.',
  'history.file.newest': 'Verlauf: die neuesten {count, number} von {all, number} Läufen, je eine Zeile.',

  // Ein Absatz für ein Ticket; seine Zeiten sind in UTC, wer immer ihn liest
  'ticket.title': 'Notiz für das Ticket',
  'ticket.label': 'Lauf {number}, zum Kopieren',
  'ticket.none': 'Sie haben hier noch nichts angefordert. Für einen anderen Lauf schreiben Sie zum Beispiel: {example}',
  'ticket.practice': 'Übung: Das alles geschah in einem erfundenen Mandanten.',
  'ticket.asked': '{title}, Lauf {number}: angefordert von {name} um {at}, im eigenen Namen dieser Person.',
  'ticket.booked': 'Vorgemerkt für {at}.',
  'ticket.approved': '{name} hat es um {at} genehmigt.',
  'ticket.declined': '{name} hat es um {at} abgelehnt: „{reason}“',
  'ticket.tenant': 'Für den ganzen Mandanten.',
  'ticket.devices': 'Auf {count, plural, one {# Gerät} other {# Geräten}}: {names}.',
  'ticket.connectors': '{count, plural, one {Connector} other {Connectors}}: {names}.',
  'ticket.connector': '{name} ({sync})',
  'ticket.elsewhere':
    'Die Synchronisierung selbst wurde anderswo gestartet; eine zweite Anforderung wurde nicht gesendet.',
  'ticket.accepted': 'Intune hat sie um {at} angenommen.',
  'ticket.accepted.of': 'Intune hat {count, number} von {total, number} angenommen, das erste um {at}.',
  'ticket.ended': 'Ergebnis um {at}: {status}.',
  'ticket.open': 'Um {at} noch nicht zu Ende: {status}.',
  'ticket.counts': '{status}: {counts}',
  'ticket.reason': '{count, number} × {meaning}',
  'ticket.requests': 'Anforderungs-IDs von Microsoft Graph: {ids}.',

  'status.booked': 'Vorgemerkt',
  'status.booked.told': 'Beginnt um {time}, wenn das Fenster laut Intune öffnet. Sie müssen hier nicht warten.',
  'status.booked.estimate':
    'Beginnt etwa um {time}, wenn das Fenster voraussichtlich öffnet. Sie müssen hier nicht warten.',
  'status.starting': 'Beginnt',
  'status.starting.more': 'Intune wird gerade gefragt.',
  'status.sign-in': 'Wartet auf eine Anmeldung',
  'status.sign-in.you': 'Wartet auf Sie',
  'status.sign-in.until':
    '{begun, select, no {Noch hat nichts begonnen. Ich warte bis {time}; danach endet der Lauf, und nichts wird gestartet.} yes {In Intune geht es weiter, aber ich kann nicht mehr nachsehen. Ich warte bis {time}; danach sehe ich nicht mehr nach.} partly {Ein Teil ist angefordert und geht in Intune weiter. Mit dem Rest warte ich bis {time}; danach wird nichts mehr gestartet.} other {Vielleicht hat es begonnen, vielleicht nicht. Ich warte bis {time}; danach sehe ich nicht mehr nach.}}',
  'status.sign-in.look': 'Drücken Sie „Anmelden“, dann sehe ich wieder nach.',
  'status.sign-in.look-proof': 'Drücken Sie „Anmelden“ und folgen Sie Microsofts Seite; dann sehe ich wieder nach.',
  'status.sign-in.other':
    '{begun, select, no {Es geht von selbst weiter, sobald {name} angemeldet ist.} partly {Der Rest geht von selbst weiter, sobald {name} angemeldet ist.} other {Ich sehe wieder nach, sobald {name} angemeldet ist.}}',
  'status.accepted': 'Angenommen',
  'status.accepted.until':
    'Intune hat die Anforderung angenommen. Angenommen heißt nicht erledigt: Ich sehe bis spätestens {time} nach, wie es endet.',
  'status.joined': 'Wird mitverfolgt',
  'status.joined.found': 'Eine Synchronisierung, die nicht hier gestartet wurde, läuft schon.',
  'status.joined.until':
    'Ich verfolge die laufende Synchronisierung und sende keine zweite Anforderung. Ich sehe bis spätestens {time} nach.',
  'status.working': 'In Arbeit',
  'status.working.until': 'Intune arbeitet daran. Ich sehe bis spätestens {time} nach, wie es endet.',
  'status.unsure': 'Ungewiss',
  'status.unsure.until': 'Ich suche bis {time} nach Anzeichen dafür.',
  'status.done': 'Erledigt',
  'status.done.more': 'Laut Intune ist die Synchronisierung abgeschlossen.',
  'status.failed': 'Fehlgeschlagen',
  'status.failed.more':
    'Laut Intune ist die Synchronisierung auf Microsofts Seite fehlgeschlagen. Sie können eine neue starten.',
  'status.silent': 'Kein Lebenszeichen',
  'status.silent.never-began': 'Seit der Anforderung hat sich nichts bewegt. Ich sehe nicht mehr nach.',
  'status.silent.never-ended': 'Es hat begonnen und nie ein Ende gemeldet. Ich sehe nicht mehr nach.',
  'status.silent.cannot-look': 'Vielleicht hat es geklappt, aber ich kann nicht mehr nachsehen.',
  'status.refused': 'Nicht gestartet',
  'status.refused.crowded':
    'Andere Synchronisierungen hielten das Fenster geschlossen, darum warte ich nicht länger. Intune wurde nicht gefragt, und es wurde nichts geändert.',
  'status.cancelled': 'Abgebrochen',
  'status.waiting': 'Wartet auf das Gerät',
  'status.partly': 'Teilweise erledigt',
  'status.stopped': 'Angehalten',
  'status.stopped.by':
    '{name} hat es hier angehalten. Worum Intune bis dahin nicht gebeten war, das wurde nicht gestartet.',
  'status.superseded': 'Von einer anderen Anforderung überholt',
  'status.returned': 'Nicht mehr entfernt',
  'status.cannot-look': 'Kann nicht mehr nachsehen',
  'status.never-ended': 'Kein Ende gemeldet',
  'status.unwatched': 'Nicht mehr beobachtet',
  'status.unwatched.by': '{name} hat mich gebeten, nicht mehr nachzusehen. In Intune geht es weiter.',
  'status.cancelled.by': '{name} hat es zurückgenommen, bevor es begann. Es wurde nichts geändert.',

  'reminder.title': 'Lauf {number} wartet auf Sie',
  'reminder.title.other': 'Lauf {number} wartet auf eine Anmeldung',
  'reminder.what': '{title}, angefordert um {time}.',
  'command.watch': 'erfahren, wenn sich ein Gerät, ein Connector, Autopilot oder ein Lauf ändert',
  'command.watches': 'was Sie beobachten, und bis wann',
  'command.unwatch': 'eine Beobachtung beenden, oder alle',
  'command.on-call': 'hier zu jeder Stunde und mit Namen erfahren, wenn etwas schiefgeht',
  'button.watch': 'Beobachten',
  'button.watches': 'Meine Beobachtungen',
  'button.watch-silent': 'Die {count, number} stillen beobachten',
  'button.watch-serials':
    '{count, plural, one {Melden, wenn sie bereit ist} other {Melden, wenn alle {count, number} bereit sind}}',
  'button.change-note': 'Notiz für den Change',
  'button.tell-check-in': 'Sagen, wenn es sich meldet',
  'button.unwatch': 'Nicht mehr beobachten',
  'button.unwatch-number': '{number} nicht mehr beobachten',
  'button.mute': 'Bis morgen früh still',
  'button.look-again': 'Wieder nachsehen',
  'button.device': 'Gerät zeigen',
  'said.device': 'gerät',
  'watch.title': 'Beobachtung',
  'watch.begun': 'Beobachtung {number}: {what}.',
  'watch.already': 'Das haben Sie schon beobachtet: Diese Beobachtung läuft weiter, eine zweite gibt es nicht.',
  'watch.failures': 'Sie hören nur von Fehlern.',
  'watch.will.autopilot': 'Ich schreibe hier, wenn eine Synchronisierung beginnt, abgeschlossen ist oder fehlschlägt.',
  'watch.will.device.check-in': 'Ich schreibe hier, wenn es sich meldet.',
  'watch.will.device.done': 'Ich schreibe hier, wenn erledigt oder fehlgeschlagen ist, was dafür angefordert wurde.',
  'watch.will.devices.check-in':
    'Ich schreibe hier einmal: wenn sich alle gemeldet haben, oder am Ende der Beobachtung mit dem, was übrig ist.',
  'watch.will.devices.done':
    'Ich schreibe hier einmal, wenn alle erledigt sind, oder am Ende der Beobachtung mit dem, was übrig ist.',
  'watch.will.connector': 'Ich schreibe hier, wenn sich sein letzter Erfolg bewegt oder sein Status ändert.',
  'watch.will.connector.old':
    'Ich schreibe hier, wenn sein letzter Erfolg länger als {age} her ist, oder wenn sich sein Status ändert.',
  'watch.will.run': 'Ich schreibe hier, wenn er zu Ende ist.',
  'watch.will.serials':
    'Ich schreibe hier einmal: wenn alle registriert sind und ihr Profil haben, oder am Ende der Beobachtung mit dem, was fehlt.',
  'watch.old-already': 'So lange ist es schon her. Ich schreibe, wenn sich das ändert.',
  'watch.ends':
    'Ich sehe in Ihrem Namen nach, immer seltener, solange sich nichts ändert, aber mindestens jede Stunde. Die Beobachtung endet von selbst um {time}; um sie früher zu beenden, schreiben Sie „beobachtung beenden {number}“.',
  'watch.devices': '{count, plural, one {# Gerät} other {# Geräte}}',
  'watch.serials': '{count, plural, one {# Autopilot-Seriennummer} other {# Autopilot-Seriennummern}}',
  'watch.serials-ready': 'Alle sind schon bereit, es gibt nichts zu beobachten.',
  'watch.ask':
    'Was soll ich beobachten? Schreiben Sie zum Beispiel: beobachte autopilot · beobachte gerät IPAD-07 · beobachte exchange EX01 älter als 24 h · beobachte lauf 17 nur fehler. Auch eine eingefügte Liste von Geräten geht, zum Beispiel die Spalte einer Tabelle.',
  'watch.list.taken': '{count, plural, one {Beobachtet: {names}.} other {Beobachtet, insgesamt #: {names}.}}',
  'watch.list.repeated': 'Mehrfach genannt und einmal gezählt: {names}.',
  'watch.list.unknown': 'Nicht gefunden und nicht beobachtet: {names}.',
  'watch.list.near': '{said} (meinten Sie {near}?)',
  'watch.list.ambiguous':
    'Nicht beobachtet, weil mehrere Geräte so heißen: {names}. Nennen Sie diese mit der Seriennummer.',
  'watch.list.none': 'Nichts davon wird beobachtet.',
  'watch.list.too-many':
    'In einer Beobachtung sind höchstens {most, number} Geräte möglich, und das sind mehr. Nichts wird beobachtet.',
  'watch.left':
    '{count, plural, one {Ein weiteres Gerät ist} other {# weitere Geräte sind}} still und nicht dabei: Mehr auf einmal kann ich nicht beobachten.',
  'watch.ask-age':
    'So ein Alter kann ich nicht beobachten: Nennen Sie Stunden oder Tage, höchstens 90 Tage. Zum Beispiel: beobachte exchange EX01 älter als 24 h',
  'watch.which-one': 'Welcher? Es gibt {count, number} Connectors.',
  'watch.which.exact': 'Mehrere heißen „{name}“. Was davon meinen Sie?',
  'watch.which.near': 'Nichts heißt genau „{name}“. Meinten Sie etwas davon?',
  'watch.no-device': 'Ich habe kein Gerät gefunden, das „{name}“ heißt. Es wird nichts beobachtet.',
  'watch.no-connector':
    'Ich habe hier keinen Exchange-Connector gefunden, den Sie meinen könnten. Es wird nichts beobachtet.',
  'watch.too-many': 'Sie haben schon {count, number} Beobachtungen, mehr schaffe ich nicht. Beenden Sie zuerst eine.',
  'watch.run-over': 'Lauf {number} ist schon zu Ende, da gibt es nichts zu beobachten.',
  'watch.none-silent': 'Kein Gerät von Lauf {number}, das Sie sehen dürfen, ist noch still. Es wird nichts beobachtet.',
  'watch.looking-again': 'Ich sehe jetzt wieder nach. Kann ich etwas immer noch nicht sehen, sage ich es Ihnen.',
  'watch.gone': 'Es ist nicht mehr in Intune, oder Sie dürfen es nicht mehr sehen.',
  'watch.gone.word': 'Weg',
  'watch.unseen.word': 'Nicht bekannt',
  'watch.unseen':
    'Die Beobachtung endete, während ich nicht in Ihrem Namen nachsehen konnte, darum weiß ich nicht, ob sich etwas geändert hat.',
  'watch.blind': 'Ich kann nicht mehr nachsehen',
  'watch.blind.sign-in': '{name} ist nicht angemeldet, darum kann ich nicht im Namen dieser Person nachsehen.',
  'watch.blind.consent':
    'Die Organisation hat mir nicht erlaubt, im Namen von {name} nachzusehen; die Administration kann es.',
  'watch.blind.proof':
    'Von {name} wird ein erneuter Nachweis der Identität verlangt, bevor ich im Namen dieser Person nachsehen darf.',
  'watch.blind.not-allowed':
    'Intune lässt {name} es nicht mehr sehen. Beheben kann das, wer in Ihrer Organisation Intune-Rollen vergibt.',
  'watch.blind.what': 'Bis dahin nicht beobachtet: {names}.',
  'watch.blind.then': 'Nach der Anmeldung mache ich von selbst weiter. Ich sage das nur einmal.',
  'watch.blind.then-again': 'Ist es behoben, drücken Sie „Wieder nachsehen“. Ich sage das nur einmal.',
  'on-call.title': 'Bereitschaft',
  'on-call.now': '{name} hat hier Bereitschaft.',
  'on-call.what':
    'Geht etwas schief, wovon ich hier schreibe, erwähne ich diese Person zu jeder Stunde; für alle anderen gelten die Ruhezeiten.',
  'on-call.over': 'Hier hat niemand mehr Bereitschaft. Die Ruhezeiten gelten für alle.',
  'on-call.nobody': 'Hier hat niemand Bereitschaft. Schreiben Sie „bereitschaft“, wenn Sie sie haben.',
  'on-call.how': 'Schreiben Sie „bereitschaft“, „bereitschaft wer“ oder „bereitschaft ende“. Nichts wurde geändert.',
  'on-call.personal': 'Hier liest sonst niemand. Schreiben Sie es in einem Gruppenchat oder einem Kanal.',
  'on-call.said.over': 'ende',
  'button.on-call-over': 'Bereitschaft beenden',
  'notice.on-call': '{name}, Sie haben Bereitschaft.',
  'watches.title': 'Was Sie beobachten',
  'watches.none': 'Sie beobachten nichts. Schreiben Sie zum Beispiel „beobachte autopilot“.',
  'watches.until': 'bis {time}',
  'watches.blind': 'kann nicht nachsehen',
  'watches.muted': 'stumm bis {time}',
  'watches.others': 'Um etwas anderes zu beenden, schreiben Sie zum Beispiel „beobachtung beenden {number}“.',
  'watches.more':
    '{count, plural, one {# ältere Beobachtung ist} other {# ältere Beobachtungen sind}} nicht aufgeführt.',
  'unwatch.done': 'Ich beobachte nicht mehr: {what}.',
  'unwatch.all': '{count, plural, one {Die Beobachtung ist beendet.} other {# Beobachtungen sind beendet.}}',
  'unwatch.over': 'Beobachtung {number} ist schon zu Ende: {what}.',
  'unwatch.others':
    'Beobachtung {number} gehört jemand anderem und lässt sich nur von dort ändern. Es wurde nichts geändert.',
  'unwatch.others-over':
    'Beobachtung {number} ist schon zu Ende; sie gehörte jemand anderem. Es wurde nichts geändert.',
  'unwatch.unknown': 'Eine Beobachtung {number} gibt es hier nicht.',
  'mute.done': 'Beobachtung {number} ist bis {time} stumm: {what}. Was inzwischen geschieht, kommt dann.',
  'age.hours': '{count, plural, one {# Stunde} other {# Stunden}}',
  'age.days': '{count, plural, one {# Tag} other {# Tage}}',
  'news.autopilot.inProgress': 'Läuft',
  'news.autopilot.inProgress.more': 'Eine Autopilot-Synchronisierung hat begonnen.',
  'news.autopilot.completed': 'Abgeschlossen',
  'news.autopilot.completed.more': 'Die Autopilot-Synchronisierung ist abgeschlossen.',
  'news.autopilot.failed': 'Fehlgeschlagen',
  'news.autopilot.failed.more': 'Die Autopilot-Synchronisierung ist auf Microsofts Seite fehlgeschlagen.',
  'news.autopilot.unknown': 'Geändert',
  'news.autopilot.unknown.more': 'Der Stand der Autopilot-Synchronisierung ist jetzt einer, den ich nicht kenne.',
  'news.autopilot.last': 'Letzte Synchronisierung: {time}.',
  'news.device.silent': 'Immer noch still',
  'news.device.silent.more': 'Es hat sich nicht gemeldet, während ich es beobachtet habe.',
  'news.device.checked-in': 'Gemeldet',
  'news.device.checked-in.more': 'Es hatte Verbindung zu Intune.',
  'news.device.done': 'Erledigt',
  'news.device.done.more': 'Was dafür angefordert wurde, ist erledigt.',
  'news.device.failed': 'Fehlgeschlagen',
  'news.device.failed.more': 'Was dafür angefordert wurde, ist zu Ende, und nicht alles hat geklappt.',
  'news.device.last': 'Zuletzt gemeldet: {ago}, {time}.',
  'news.device.never': 'Es hat sich noch nie gemeldet.',
  'news.devices': '{came, number} von {count, number} gemeldet',
  'news.devices.done': 'Gemeldet und erledigt: {names}.',
  'news.devices.checked-in': 'Gemeldet: {names}.',
  'news.devices.failed': 'Gemeldet, aber etwas ist fehlgeschlagen: {names}.',
  'news.devices.silent': 'Immer noch still: {names}.',
  'news.devices.gone': 'Nicht mehr in Intune oder nicht mehr zu sehen: {names}.',
  'news.serials': '{ready, number} von {count, number} bereit',
  'news.connector.old': 'Zu lange her',
  'news.connector.never': 'Noch kein Erfolg',
  'news.connector.old.more': 'Der letzte Erfolg ist länger als {age} her.',
  'news.connector.fresh': 'Wieder aktuell',
  'news.connector.status': 'Jetzt: {status}',
  'news.connector.moved': 'Synchronisiert',
  'notice.watch': 'Gemeldet wegen Beobachtung {number}, die um {time} endet.',
  'notice.watch.last': 'Gemeldet wegen Beobachtung {number}, die damit zu Ende ist.',
  'notice.serials.why': 'Gelesen um {time}, nach dem Ende von Lauf {run}, im Namen von {name}.',
  'notice.serials.unread.sign-in':
    '{count, plural, one {Ich konnte die Seriennummer der Liste nicht lesen} other {Ich konnte die # Seriennummern der Liste nicht lesen}}: {name} ist nicht angemeldet.',
  'notice.serials.unread.consent':
    '{count, plural, one {Ich konnte die Seriennummer der Liste nicht lesen} other {Ich konnte die # Seriennummern der Liste nicht lesen}}: Die Organisation hat mir nicht erlaubt, im Namen von {name} nachzusehen; die Administration kann es.',
  'notice.serials.unread.proof':
    '{count, plural, one {Ich konnte die Seriennummer der Liste nicht lesen} other {Ich konnte die # Seriennummern der Liste nicht lesen}}: Von {name} wird ein erneuter Nachweis der Identität verlangt.',
  'notice.serials.unread.not-allowed':
    '{count, plural, one {Ich konnte die Seriennummer der Liste nicht lesen} other {Ich konnte die # Seriennummern der Liste nicht lesen}}: {name} darf die Geräte von Windows Autopilot nicht sehen.',
  'notice.serials.unread.unreadable':
    '{count, plural, one {Ich konnte die Seriennummer der Liste nicht lesen} other {Ich konnte die # Seriennummern der Liste nicht lesen}}: Intune hat im Namen von {name} nicht wie erwartet geantwortet.',
  'notice.serials.unread.why': 'Die Synchronisierung von Lauf {run} ist abgeschlossen; das gilt weiter.',
  'notice.by': 'Hier gestartet von {name}, Lauf {run}.',
  'notice.run.by': 'Angefordert von {name}.',
  'notice.cannot-answer.title': 'Ihre Frage von {time}',
  'notice.cannot-answer': 'Dort konnte ich nicht antworten',
  'notice.cannot-answer.what':
    'Sie haben in einer anderen Unterhaltung gefragt, und dort nimmt Teams meine Nachrichten nicht an. Was Sie wollten, kann trotzdem geschehen sein: „Läufe“ und „Meine Beobachtungen“ zeigen, was unterwegs ist. Fragen Sie mich hier.',
  'notice.cannot-write': 'Dort kann ich nicht mehr schreiben',
  'notice.cannot-write.what': 'Wo Sie Lauf {number} verfolgt haben, nimmt Teams meine Nachrichten nicht mehr an.',
  'notice.cannot-write.why':
    'Ich wurde dort entfernt oder blockiert, oder die Unterhaltung gibt es nicht mehr. Schreiben Sie mir dort, oder fügen Sie mich wieder hinzu, dann mache ich weiter.',
  'digest.title': 'Inzwischen',
  'digest.count':
    '{count, plural, one {# Ereignis, von dem} other {# Ereignisse, von denen}} Sie hören wollten. Das neueste zuerst:',
  'digest.more': '{count, plural, one {Ein älteres ist} other {# ältere sind}} nicht aufgeführt.',
  'settings.quiet': 'Ruhezeiten',
  'settings.quiet.off': 'Keine',
  'settings.quiet.more':
    'Was ich Ihnen in diesen Stunden ungefragt sagen würde, wartet und kommt in einer Nachricht, wenn sie enden.',
  'settings.bad-quiet':
    'Diese Ruhezeiten verstehe ich nicht. Schreiben Sie sie so: einstellungen ruhe 22:00-07:00, oder: einstellungen ruhe aus. Es wurde nichts geändert.',

  // Mitteilungen
  'notice.booked': 'Ich melde mich, weil {name} es für {time} vorgemerkt hatte.',
  'notice.approval.approved': '{name} hat es genehmigt, es geht also weiter.',
  'notice.approval.declined': '{name} hat es abgelehnt: „{reason}“ Es wurde nichts gesendet.',
  'notice.approval.expired':
    'Bis {time} hatte niemand zugestimmt. Es wurde nichts gesendet. Um neu zu fragen, starten Sie es noch einmal.',
  'notice.approval.why': 'Sie haben Lauf {number} angefordert, der eine zweite Person brauchte.',

  'evidence.moved': 'Beleg: Die letzte Synchronisierung ist von {from} auf {to} gerückt.',
  'evidence.first': 'Beleg: Intune zeigt jetzt eine erste Synchronisierung, um {to}.',
  'trail.title': 'Was geschah (Zeitzone {zone})',

  'trail.asked': 'von {name} angefordert',
  'trail.accepted': 'von Intune angenommen (204)',
  'trail.accepted-unheard': 'begonnen: Die Antwort ging verloren, doch in Intune ist der Start verzeichnet',
  'trail.refused': 'Intune antwortete {status}',
  'trail.no-answer': 'keine Antwort von Intune',
  'trail.unsent': 'seit der Vorschau geändert: nichts gesendet',
  'trail.signed-out': 'kein Zugriff im Namen von {name}',
  'trail.seen-running': 'läuft, anderswo gestartet',
  'trail.resumed': 'nach einem Neustart fortgesetzt',
  'trail.stopped': 'von {name} hier angehalten',
  'trail.looked.waiting': 'zuletzt nachgesehen: noch nichts zu sehen',
  'trail.looked.working': 'zuletzt nachgesehen: in Arbeit',
  'trail.looked.done': 'zuletzt nachgesehen: abgeschlossen',
  'trail.looked.failed': 'zuletzt nachgesehen: fehlgeschlagen',
  'status.approval': 'Wartet auf Genehmigung',
  'status.approval.until':
    'Eine zweite Person muss bis {time} zustimmen. Vorher wird nichts gesendet. Wer im Kollegium dies in Intune darf, kann mir „lauf {number}“ schreiben.',
  'status.declined': 'Abgelehnt',
  'status.declined.by': '{name} ist nicht einverstanden: „{reason}“ Es wurde nichts gesendet.',
  'status.expired': 'Nicht rechtzeitig genehmigt',
  'status.expired.more':
    'Bis {time} hatte niemand zugestimmt, darum wurde nichts gesendet. Um neu zu fragen, starten Sie es noch einmal.',
  'trail.approved': 'von {name} genehmigt',
  'trail.declined': 'von {name} abgelehnt',
  'trail.expired': 'bis dahin von niemandem genehmigt',
  'approval.title': 'Genehmigung: {title} · Lauf {number}',
  'approval.note': 'Genehmigung',
  'approval.verdict.asked': 'Genehmigung erbeten',
  'approval.verdict.approved': 'Genehmigt',
  'approval.verdict.declined': 'Abgelehnt',
  'approval.verdict.expired': 'Nicht rechtzeitig genehmigt',
  'approval.verdict.withdrawn': 'Nicht mehr gewünscht',
  'approval.asked.until': 'Nichts wird gesendet, wenn nicht jemand anderes bis {time} zustimmt.',
  'approval.expired.until': 'Bis {time} hatte niemand zugestimmt. Es wurde nichts gesendet.',
  'approval.approved.by': '{name} hat es um {time} genehmigt.',
  'approval.declined.by': '{name} hat es um {time} abgelehnt: „{reason}“ Es wurde nichts gesendet.',
  'approval.withdrawn.more': 'Es wurde zurückgenommen, bevor jemand entschieden hatte. Es wurde nichts gesendet.',
  'approval.wants.devices':
    '{name} {phase, select, open {möchte} other {wollte}} dies auf {count, plural, one {# Gerät} other {# Geräten}}, im eigenen Namen:',
  'approval.wants.connectors':
    '{name} {phase, select, open {möchte} other {wollte}} {count, plural, one {# Exchange-Connector} other {# Exchange-Connectors}} synchronisieren, im eigenen Namen:',
  'approval.comes-back':
    'Was entfernt wird, kommt nach 8 bis 24 Stunden von selbst zurück, oder wenn jemand es früher zurückbringt.',
  'approval.reasons': 'Ihre Organisation verlangt hierfür eine zweite Person: {reasons}.',
  'approval.reason.devices': 'es betrifft mehr als {count, plural, one {# Gerät} other {# Geräte}}',
  'approval.reason.removal': 'etwas wird entfernt',
  'approval.reason.full-sync': 'es ist eine vollständige Synchronisierung',
  'approval.asked': '{name} hat um {time} gefragt.',
  'approval.not-own': 'Niemand kann einen eigenen Lauf genehmigen.',
  'approval.button.ask': 'Um Genehmigung bitten',
  'approval.button.approve': 'Genehmigen',
  'approval.button.decline': 'Ablehnen',
  'approval.button.review': 'Anfrage zeigen',
  'approval.approved.told': '{name} hat Lauf {number} um {time} genehmigt.',
  'approval.declined.told': '{name} hat Lauf {number} um {time} abgelehnt.',
  'approval.cannot.own':
    'Lauf {number} haben Sie selbst angefordert, darum muss jemand anderes entscheiden. Es wurde nichts geändert.',
  'approval.cannot.expired': 'Lauf {number} ließ sich bis {time} genehmigen. Es wurde nichts gesendet.',
  'approval.cannot.over': 'Lauf {number} ist zu Ende; da gibt es nichts mehr zu entscheiden.',
  'approval.cannot.changed':
    'Jemand anderes hat Lauf {number} übernommen, seit es diese Karte gibt. Sehen Sie sich zuerst die neue Anfrage an. Es wurde nichts geändert.',
  'decline.title': 'Lauf {number} ablehnen',
  'decline.ask': '{name} erfährt den Grund. Noch ist nichts entschieden.',
  'decline.reason': 'Warum nicht?',
  'decline.missing': 'Sagen Sie es in wenigen Worten.',

  // Die Tafel der Nutzlast-Synchronisierung
  'board.waiting':
    '{what, select, many {Intune hat es angenommen. Jedes Gerät führt es aus, sobald es sich meldet; ich sehe bis spätestens {time} nach.} other {Intune hat es angenommen. Das Gerät führt es aus, sobald es sich meldet; ich sehe bis spätestens {time} nach.}}',
  'board.done': 'Alles, was angefordert war, ist erledigt.',
  'board.failed': 'Intune meldet einen Fehler. Unten steht, was er bedeutet und ob ein weiterer Versuch helfen kann.',
  'board.partly.each':
    'Auf {part, number} von {total, number} Geräten ist ein Teil erledigt, auf keinem alles. Was fehlgeschlagen ist, steht unten.',
  'board.partly':
    '{what, select, one {{done, plural, one {# von {total, number} Elementen ist erledigt.} other {# von {total, number} Elementen sind erledigt.}}} many {{done, plural, one {# von {total, number} Geräten ist erledigt.} other {# von {total, number} Geräten sind erledigt.}}} other {{done, plural, one {# von {total, number} Connectors ist erledigt.} other {# von {total, number} Connectors sind erledigt.}}}} Was aus dem Rest wurde, steht unten.',
  'board.refused': 'Nichts davon wurde gestartet; die Gründe stehen unten.',
  'board.never-ended':
    '{what, select, many {Die Geräte haben seither von sich hören lassen, und kein Ende wurde gemeldet. Ich sehe nicht mehr nach.} other {Das Gerät hat seither von sich hören lassen, und kein Ende wurde gemeldet. Ich sehe nicht mehr nach.}}',
  'board.superseded':
    '{what, select, many {Für diese Geräte wurde seither etwas anderes angefordert; was hieraus wurde, ist nicht mehr zu sehen.} other {Für dieses Gerät wurde seither etwas anderes angefordert; was hieraus wurde, ist nicht mehr zu sehen.}}',
  'board.returned':
    'Intune führt es nicht mehr als entfernt. Was entfernt ist, kommt nach 8 bis 24 Stunden von selbst zurück, wenn es niemand vorher zurückbringt; was hier inzwischen geschah, habe ich nicht gesehen.',
  'board.silent': 'Höchstwahrscheinlich ist das Gerät aus oder ohne Verbindung.',
  'board.checked-in':
    'Beleg: Das Gerät hat sich gemeldet; seine letzte Synchronisierung ist von {from} auf {to} gerückt.',
  'board.checked-in.at': 'Beleg: Das Gerät hat sich gemeldet, um {to}.',
  'board.checked-in.first': 'Beleg: Das Gerät hat sich zum ersten Mal gemeldet, um {to}.',
  'board.accepted': '{accepted, number} von {total, plural, one {# Gerät} other {# Geräten}} angenommen.',
  'board.pause':
    'Microsoft Graph bittet mich, bis {time} zu warten. {left, plural, one {# Gerät steht noch aus} other {# Geräte stehen noch aus}}{minutes, plural, =0 {.} one {, etwa # Minute.} other {, etwa # Minuten.}} Sie müssen hier nicht warten.',
  'board.device': 'Auf {name} (Zeitzone {zone})',
  'board.removing': 'Zu entfernen: {names}.',
  'board.restoring': 'Zurückzubringen: {names}.',
  'board.more': '{count, number} weitere',
  'board.count.done': '{count, number} erledigt',
  'board.count.working': '{count, number} in Arbeit',
  'board.count.waiting': '{count, number} warten auf das Gerät',
  'board.count.accepted': '{count, number} angenommen',
  'board.count.unsure': '{count, number} ungewiss',
  'board.count.pending': '{count, number} noch nicht gestartet',
  'board.count.cancelled': '{count, number} abgebrochen',
  'board.count.unwatched': '{count, number} nicht mehr beobachtet',
  'board.count.superseded': '{count, number} von einer anderen Anforderung überholt',
  'board.count.returned': '{count, number} nicht mehr entfernt',
  'board.count.cannot-look': '{count, number} nicht mehr einsehbar',
  'board.count.never-ended': '{count, number} ohne gemeldetes Ende',
  'board.count.silent': '{count, number} ohne Lebenszeichen',
  'board.count.refused': '{count, number} nicht gestartet',
  'board.count.failed': '{count, number} fehlgeschlagen',
  'board.failed-on': '{count, plural, one {# Gerät} other {# Geräte}}: {error}',
  'board.refused-on': '{count, plural, one {# Gerät} other {# Geräte}}: nicht gestartet',
  'board.unwatched-on': '{count, plural, one {# Gerät} other {# Geräte}}: nicht mehr beobachtet',
  'board.unwatched-on.more': 'Das Nachsehen wurde hier beendet. In Intune geht es weiter.',
  'board.superseded-on': '{count, plural, one {# Gerät} other {# Geräte}}: von einer anderen Anforderung überholt',
  'board.superseded-on.more':
    'Dort wurde seither etwas anderes angefordert; was hieraus wurde, ist nicht mehr zu sehen.',
  'board.returned-on': '{count, plural, one {# Gerät} other {# Geräte}}: nicht mehr entfernt',
  'board.returned-on.more':
    'Nach 8 bis 24 Stunden von selbst zurückgekommen, oder vorher von jemandem zurückgebracht; was davon, habe ich nicht gesehen.',
  'board.cannot-look-on': '{count, plural, one {# Gerät} other {# Geräte}}: ich kann nicht mehr nachsehen',
  'board.cannot-look-on.more': 'Vielleicht hat es geklappt. „Einzelheiten“ zeigt den Grund.',
  'board.never-ended-on': '{count, plural, one {# Gerät} other {# Geräte}}: kein Ende gemeldet',
  'board.never-ended-on.more': 'Seit der Anforderung gab es Nachricht, aber kein Ende zu sehen.',
  'board.silent-on': '{count, plural, one {# Gerät} other {# Geräte}}: kein Lebenszeichen',
  'board.silent-on.more': 'Angenommen, und seither nichts zu sehen. Höchstwahrscheinlich aus oder ohne Verbindung.',
  'board.more-groups':
    '{count, plural, one {# weiteres Gerät hat einen anderen Grund.} other {# weitere Geräte haben andere Gründe.}} „Einzelheiten“ zeigt {count, plural, one {es} other {sie}}.',
  'board.looked': 'Zuletzt habe ich um {time} nachgesehen.',
  'board.looks-next': 'Ich sehe etwa um {time} wieder nach.',
  'board.changed': 'Geändert seit dem letzten Nachsehen: {what}.',
  'board.unchanged': 'Seit dem letzten Nachsehen hat sich nichts geändert.',
  'board.comes-back': 'Was entfernt ist, kommt zwischen {from} und {to} von selbst zurück.',
  'item.since': 'seit {time}',
  'item.remove.unseen': 'soll entfernt werden; Intune zeigt es noch nicht',
  'item.remove.asked': 'Entfernen angefordert',
  'item.remove.working': 'wird entfernt',
  'item.remove.still': 'noch nicht entfernt',
  'item.remove.done': 'entfernt',
  'item.remove.failed': 'Entfernen fehlgeschlagen',
  'item.remove.other': 'soll entfernt werden; Intune sagt „{status}“',
  'item.restore.unseen': 'soll zurückgebracht werden; Intune zeigt es noch nicht',
  'item.restore.asked': 'Zurückbringen angefordert',
  'item.restore.working': 'wird zurückgebracht',
  'item.restore.still': 'noch entfernt, noch nicht zurückgebracht',
  'item.restore.done': 'zurückgebracht',
  'item.restore.failed': 'Zurückbringen fehlgeschlagen',
  'item.restore.other': 'soll zurückgebracht werden; Intune sagt „{status}“',
  'item.unknown': 'Intune sagt „{intent}“ und „{status}“',
  'item.error': 'Fehler {hex} ({decimal})',
  'item.error.no-code': 'kein Fehlercode',
  'item.error.unknown': 'Diesen Code kenne ich nicht und kann darum nicht sagen, ob ein weiterer Versuch hilft.',
  'item.error.unsaid': 'Ohne Code kann ich nicht sagen, ob ein weiterer Versuch hilft.',
  'item.detail': 'Intune im Wortlaut: {detail}',
  'details.page': 'Seite {page} von {pages} · {devices, plural, one {# Gerät} other {# Geräte}}',
  'details.pending': 'Noch nicht gestartet',
  'details.failed': '{item}: {error}.',
  'details.failed.more':
    '{count, plural, one {# weiteres Element ist} other {# weitere Elemente sind}} darauf fehlgeschlagen.',
  'details.silent': 'Zuletzt gemeldet {ago}.',
  'details.silent.never': 'Es hat sich noch nie gemeldet.',
  'details.file.offered': 'Datei angeboten',
  'details.file.offered.more': 'Teams fragt Sie, ob Sie {file} möchten. Wenn ja, kommt die Datei in Ihr OneDrive.',
  'details.file.offered-elsewhere': 'Datei angeboten',
  'details.file.offered-elsewhere.more':
    'Ich habe {file} in unserem persönlichen Chat angeboten, wo niemand sonst mitliest.',
  'details.file.sent': 'Datei gesendet',
  'details.file.sent.more': '{file} liegt in Ihrem OneDrive.',
  'details.file.declined': 'Datei nicht gesendet',
  'details.file.declined.more':
    'Sie wollten {file} nicht, darum habe ich nichts gesendet. Drücken Sie „CSV“, wenn Sie es sich anders überlegen.',
  'details.file.not-taken': 'Datei nicht gesendet',
  'details.file.not-taken.more':
    'Teams hat {file} nicht angenommen. Es wurde nichts geändert; drücken Sie „CSV“, um es erneut zu versuchen.',
  'details.file.only-personal': 'Nur im persönlichen Chat',
  'details.file.only-personal.more':
    'Eine Datei kann ich nur anbieten, wo niemand sonst mitliest. Öffnen Sie unseren persönlichen Chat, schreiben Sie „{say}“ und drücken Sie „CSV“.',
  'details.file.about': 'Lauf {number}, {title}: eine Zeile für jedes Gerät und Element.',
  'details.file.closed':
    'Dieses Angebot einer Datei wurde schon beantwortet, galt jemand anderem oder ist älter als einen Tag. Ich habe nichts gesendet.',
  'csv.run': 'Lauf',
  'csv.device': 'Gerät',
  'csv.serial': 'Seriennummer',
  'csv.user': 'Benutzerkonto',
  'csv.item': 'Element',
  'csv.kind': 'Art',
  'csv.intent': 'Absicht',
  'csv.status': 'Status in Intune',
  'csv.error': 'Fehlercode',
  'csv.meaning': 'Bedeutung',
  'csv.verdict': 'Ergebnis',
  'csv.at': 'Um (UTC)',
  'csv.action': 'Aktion',
  'csv.asker': 'Angefordert von',
  'csv.asker-id': 'In Intune als (Entra-Objekt-ID)',
  'csv.also-asked': 'Auch angefordert von',
  'csv.decided-by': 'Zweite Person',
  'csv.cancelled-by': 'Angehalten von',
  'csv.count': 'Geräte oder Connectors',
  'csv.on': 'Auf',
  'csv.asked-at': 'Angefordert um (UTC)',
  'csv.booked-for': 'Vorgemerkt für (UTC)',
  'csv.ended-at': 'Zu Ende um (UTC)',
  'csv.request-id': 'Anforderungs-ID',

  // Eine angehängte Datei
  'file.title': 'Ihre Datei habe ich nicht gelesen',
  'file.several': 'Sie haben mehrere Dateien angehängt, und ich lese eine auf einmal.',
  'file.kind': '{name} ist weder CSV noch einfacher Text. Wählen Sie in Excel „Speichern unter“ und dann „CSV UTF-8“.',
  'file.address':
    '{name} liegt nicht in OneDrive oder SharePoint Ihrer Organisation, darum habe ich die Datei nicht geöffnet.',
  'file.unreachable':
    'Ich konnte {name} nicht holen: OneDrive hat nicht geantwortet oder gibt mir die Datei nicht mehr.',
  'file.too-large':
    '{name} ist größer als 1 MB. Lassen Sie nur die Spalte mit den Geräten übrig, oder senden Sie die Liste in Teilen.',
  'file.not-text': '{name} ist kein Text, den ich lesen kann. Speichern Sie die Datei als „CSV UTF-8“.',
  'file.empty': 'In {name} habe ich kein Gerät gefunden.',
  'file.next':
    'Es wurde nichts getan. Hängen Sie eine andere Datei an, oder fügen Sie die Namen hinter „{phrase}“ ein.',
  'file.choose': 'Geräte wählen',

  // Exchange-Connectors
  'exchange.title': 'Exchange-Connectors',
  'exchange.count': '{count, plural, one {# Connector} other {# Connectors}}',
  'exchange.count.more': 'Verbunden: {connected} von {count}.',
  'exchange.none': 'Kein Connector',
  'exchange.none.more':
    'Ihre Organisation hat keinen Exchange-Connector. Das ist seit 2024 üblich, als Microsofts Support dafür endete.',
  'exchange.instead':
    'Was stattdessen zu verwenden ist: Exchange Online braucht keinen Connector; für Exchange auf eigenen Servern gibt es die moderne Hybridauthentifizierung.',
  'exchange.support':
    'Microsofts Support für den lokalen Exchange-Connector endete am {date}. Intune nimmt eine Synchronisierung noch an, aber niemand verspricht, dass sie etwas bewirkt.',
  'exchange.last': 'Letzter Erfolg: {ago}, um {time}',
  'exchange.last.never': 'Letzter Erfolg: nie',
  'exchange.type.on-premises': 'lokal',
  'exchange.type.hosted': 'gehostet',
  'exchange.type.service-to-service': 'Dienst zu Dienst',
  'exchange.type.dedicated': 'dediziert',
  'exchange.type.unknown': 'Art unbekannt',
  'exchange.type.other': 'Art „{type}“',
  'exchange.status.none': 'kein Status',
  'exchange.status.pending': 'Verbindung ausstehend',
  'exchange.status.connected': 'verbunden',
  'exchange.status.disconnected': 'getrennt',
  'exchange.status.unknown': 'Status unbekannt',
  'exchange.status.other': 'Status „{status}“',
  'exchange.on': 'Connector auf {server}',
  'exchange.of': 'Organisation {organization}',
  'exchange.id': 'ID {id}',
  'exchange.more':
    '{count, plural, one {# weiterer Connector ist nicht aufgeführt.} other {# weitere Connectors sind nicht aufgeführt.}} Schreiben Sie „exchange synchronisieren“ und den Namen.',
  'exchange.advice.quick': 'Mein Rat: eine Schnellsynchronisierung. Sie holt, was sich seit der letzten geändert hat.',
  'exchange.advice.full':
    'Mein Rat: eine vollständige Synchronisierung. {synced, select, no {Solange noch keine geklappt hat,} other {Nach so langer Zeit ohne Erfolg}} ist sie die sicherere Wahl.',
  'exchange.advice.mend':
    'Mein Rat: noch keine Synchronisierung. Solange er nicht verbunden ist, wird sie angenommen und bewirkt nichts.',
  'exchange.run': 'Lauf {number} synchronisiert ihn gerade.',
  'exchange.ask.title': 'Exchange-Connector-Synchronisierung',
  'exchange.ask.full': 'Vollständig synchronisieren?',
  'exchange.ask.full.more':
    'Eine vollständige Synchronisierung von {name} geht jedes Gerät in Exchange durch, eine schnelle nur die, die sich geändert haben.',
  'exchange.ask.advice': 'Schnell oder vollständig?',
  'exchange.ask.advice.more':
    'Eine Schnellsynchronisierung holt, was sich seit der letzten geändert hat. Für {name} rate ich zu einer vollständigen: {synced, select, no {Solange noch keine geklappt hat,} other {Nach so langer Zeit ohne Erfolg}} ist sie die sicherere Wahl.',
  'exchange.ask.disconnected': 'Nicht verbunden',
  'exchange.ask.disconnected.more':
    '{name} ist getrennt. {sync, select, full {Eine vollständige Synchronisierung} other {Eine Schnellsynchronisierung}} würde angenommen und nichts bewirken. Trotzdem senden?',
  'exchange.ask.missing': 'Welcher, und wie?',
  'exchange.ask.missing.more': 'Wählen Sie einen Connector und eine schnelle oder vollständige Synchronisierung.',
  'exchange.ask.which': 'Welcher?',
  'exchange.ask.which.more':
    '„{said}“ passt auf {count, plural, one {# Connector} other {# Connectors}}, und ich nehme nie einfach den ersten.',
  'exchange.ask.near': '{count, plural, one {Ist es dieser?} other {Welcher?}}',
  'exchange.ask.near.more':
    'Kein Connector heißt „{said}“. Es ist ein Teil von {count, plural, one {dem Namen unten} other {# Namen unten}}, und ich rate nie.',
  'exchange.ask.gone': 'Nicht mehr da und darum weggelassen: {names}.',
  'exchange.ask.busy': 'Schon unterwegs und darum weggelassen: {names}. Lauf {number} macht dieselbe Synchronisierung.',
  'exchange.busy':
    'Schon unterwegs: {names}. Lauf {number} macht dieselbe Synchronisierung, und ich habe keine zweite Anforderung gesendet.',
  'exchange.ask.several': '{count, plural, one {Diesen synchronisieren?} other {Alle diese synchronisieren?}}',
  'exchange.ask.several.more':
    '{sync, select, full {Vollständige Synchronisierung} quick {Schnellsynchronisierung} other {Vollständige Synchronisierung oder Schnellsynchronisierung}} von {count, plural, one {# Connector} other {# Connectors}}, als ein Lauf.',
  'exchange.ask.several.off': 'Getrennt: {names}. Dort würde sie angenommen und nichts bewirken.',
  'exchange.ask.several.others': 'Und: {names}',
  'exchange.ask.incomplete': 'Es ist noch nicht alles ausgewählt.',
  'exchange.ask.connector': 'Connector',
  'exchange.ask.connector.missing': 'Wählen Sie einen Connector.',
  'exchange.ask.sync': 'Art der Synchronisierung',
  'exchange.ask.sync.missing': 'Wählen Sie schnell oder vollständig.',
  'exchange.ask.sync.quick': 'Schnell: was sich seit der letzten geändert hat',
  'exchange.ask.sync.full': 'Vollständig: jedes Gerät in Exchange',
  'exchange.ask.nothing-yet': 'Noch wurde nichts gesendet. Es läuft im Namen der Person, die die Schaltfläche drückt.',
  'exchange.sync.full': 'vollständige Synchronisierung',
  'exchange.sync.quick': 'Schnellsynchronisierung',
  'exchange.accepted':
    'Intune hat die Anforderung angenommen. Angenommen heißt nicht erledigt: Ich sehe bis spätestens {time} nach, ob sich die Zeit des letzten Erfolgs bewegt.',
  'exchange.done':
    '{count, plural, one {Der Connector hat synchronisiert.} other {Jeder Connector hat synchronisiert.}}',
  'exchange.silent':
    'Angenommen, und die Zeit des letzten Erfolgs hat sich in {minutes, plural, one {# Minute} other {# Minuten}} nicht bewegt. Ich sehe nicht mehr nach.',
  'exchange.silent.unmeasured':
    'Angenommen, und ich habe nicht gesehen, dass sich die Zeit des letzten Erfolgs bewegt. Ich sehe nicht mehr nach.',
  'exchange.reconnected': 'Beim letzten Nachsehen war er verbunden. Ob er synchronisiert hat, ist nicht zu sehen.',
  'exchange.silent.causes':
    'Wahrscheinliche Ursachen: Der Dienst des Connectors steht still, sein Konto ist abgelaufen, oder er erreicht Exchange nicht. Eine Wiederholung heilt nichts davon.',
  'exchange.failed': 'Nichts wurde synchronisiert; der Grund steht unten.',
  'exchange.pause':
    'Microsoft Graph bittet mich, bis {time} zu warten. Danach mache ich von selbst weiter; Sie müssen hier nicht warten.',
  'exchange.turned': 'Beleg: Der Status wechselte von „{from}“ zu „{to}“.',
  'exchange.moved': 'Beleg: Der letzte Erfolg ist von {from} auf {to} gerückt.',
  'exchange.moved.first': 'Beleg: Es gibt jetzt einen ersten Erfolg, um {to}.',
  'exchange.button.quick': 'Schnell: {name}',
  'exchange.button.full': 'Vollständig: {name}',
  'exchange.button.only-quick': 'Schnell synchronisieren',
  'exchange.button.only-full': 'Vollständig synchronisieren',
  'exchange.button.send': 'Synchronisieren',
  'exchange.button.several': '{count, plural, one {# Connector synchronisieren} other {Alle # synchronisieren}}',
  'exchange.button.connected': 'Nur die verbundenen',
  'exchange.button.anyway': 'Trotzdem senden',
  'exchange.button.no': 'Nein',
  'exchange.no-such': 'Kein Exchange-Connector heißt „{name}“. Es gibt: {names}.',
  'exchange.button.hide': 'Nicht mehr zeigen',

  'cancel.title': 'Abbrechen',
  'cancel.under-way':
    'Lauf {number} lässt sich nicht mehr zurücknehmen: Intune wurde schon gefragt. Ich verfolge ihn weiter.',
  'cancel.over': 'Lauf {number} ist zu Ende; da gibt es nichts zurückzunehmen.',
  'cancel.left':
    'Ich melde Ihnen nichts mehr über Lauf {number}. Er läuft weiter für {name}, von wo die Anforderung kam.',
  'cancel.not-yours':
    'Lauf {number} wurde von {name} angefordert und lässt sich nur von dort zurücknehmen. Es wurde nichts geändert.',

  // Ablehnungen: was geschah
  'refusal.running-already': '{action} läuft schon, darum hat Intune keine zweite gestartet ({status}).',
  'refusal.changed':
    '{run, select, 0 {Was vom Gerät entfernt ist, wurde geändert, nachdem Sie nachgesehen hatten; darum habe ich nichts gesendet.} other {Lauf {run} ändert das Gerät gerade, darum habe ich nichts gesendet.}}',
  'refusal.too-early': 'Zu früh: Intune nimmt alle zehn Minuten eine {action} an ({status}).',
  'refusal.throttled':
    '{status, select, 0 {Microsoft drosselt zurzeit Anmeldungen.} other {Microsoft Graph drosselt die Anforderungen Ihrer Organisation ({status}).}}',
  'refusal.missing-scope': 'Nicht erlaubt: Laut Intune fehlt eine Berechtigung ({status}): {scopes}.',
  'refusal.missing-role':
    'Nicht erlaubt: Intune hat Sie abgewiesen und nicht gesagt, warum ({status}). Höchstwahrscheinlich fehlt Ihrer Intune-Rolle die Berechtigung „{role}“, oder Bereichstags verbergen dies vor Ihnen.',
  'refusal.missing-access':
    'Nicht erlaubt: Sie sind angemeldet, aber Intune findet für Sie keine Rolle oder Lizenz ({status}).',
  'refusal.missing-role.other':
    'Nicht erlaubt: Intune hat {name} abgewiesen und nicht gesagt, warum ({status}). Höchstwahrscheinlich fehlt der Intune-Rolle dieser Person die Berechtigung „{role}“, oder Bereichstags verbergen dies vor ihr.',
  'refusal.missing-access.other':
    'Nicht erlaubt: {name} ist angemeldet, aber Intune findet für diese Person keine Rolle oder Lizenz ({status}).',
  'refusal.missing-policy.other':
    'Nicht erlaubt: Die Regeln der Organisation für bedingten Zugriff hindern mich, im Namen von {name} zu handeln.',
  'refusal.missing-approval':
    'Noch nicht erlaubt: In Ihrer Organisation muss eine zweite Person mit Administratorrechten dies genehmigen ({status}). Genehmigungscode: {code}.',
  'refusal.unknown-action': 'Nicht verfügbar: Ihr Intune kennt die Aktion „{action}“ nicht ({status}).',
  'refusal.renamed-action':
    'Hier unbekannt: Ihr Intune kennt „syncPayloads“ nicht ({status}). Vielleicht kennt es den Nachfolger, „changeAssignments“.',
  'refusal.unknown-object':
    'Nicht da: Intune hat unter dieser Adresse nichts gefunden ({status}). Vielleicht ist es weg oder vor Ihnen verborgen.',
  'refusal.no-intune': 'Nicht verfügbar: Ihre Organisation hat kein Intune ({status}).',
  'refusal.signed-out': 'Sie sind nicht angemeldet, darum konnte ich Intune nicht in Ihrem Namen fragen.',
  'refusal.needs-consent': 'Ihre Organisation hat mir noch nicht erlaubt, Intune danach in Ihrem Namen zu fragen.',
  'refusal.needs-proof':
    'Ihre Organisation bittet Sie, noch einmal nachzuweisen, wer Sie sind, bevor ich in Ihrem Namen handeln darf.',
  'refusal.signed-out.other':
    '{name} ist nicht angemeldet, darum konnte ich Intune nicht im Namen dieser Person fragen.',
  'refusal.needs-consent.other':
    'Die Organisation hat mir noch nicht erlaubt, Intune danach im Namen von {name} zu fragen.',
  'refusal.needs-proof.other':
    'Die Organisation verlangt von {name} einen erneuten Nachweis der Identität, bevor ich im Namen dieser Person handeln darf.',
  'refusal.missing-policy':
    'Nicht erlaubt: Die Regeln Ihrer Organisation für bedingten Zugriff hindern mich, in Ihrem Namen zu handeln.',
  'refusal.settings':
    'Microsofts Anmeldung weist den eigenen Schlüssel dieses Bots ab, darum kann sich zurzeit niemand anmelden.',
  'refusal.timeout': 'Microsoft hat nicht rechtzeitig geantwortet.',
  'refusal.connection': 'Die Verbindung zu Microsoft ging verloren.',
  'refusal.server':
    '{status, select, 0 {Microsofts Anmeldung hat ein Problem auf ihrer Seite.} other {Microsoft hat ein Problem auf seiner Seite ({status}).}}',
  'refusal.bad-request':
    'Microsoft hat die Anforderung nicht angenommen ({status}). Das ist unser Fehler, nicht Ihrer.',
  'refusal.unreadable': 'Aus Microsofts Antwort bin ich nicht klug geworden.',
  'refusal.other': 'Microsoft hat aus einem Grund abgelehnt, den ich nicht kenne ({status}).',
  'refusal.reading': 'Ich konnte nicht nachsehen',

  // Ob sich etwas geändert hat
  'changed.nothing': 'Durch diese Anforderung wurde nichts geändert.',
  'changed.unknown': 'Vielleicht hat es begonnen, vielleicht nicht.',
  'changed.looked':
    'Ich habe nach Anzeichen gesucht und keine gesehen; höchstwahrscheinlich wurde also nichts geändert.',
  'changed.only-read': 'Es wurde nichts gestartet oder geändert: Ich habe nur gelesen.',

  // Was von selbst geschieht
  'next.running-already': 'Von selbst geschieht nichts. Sehen Sie in einer Minute wieder nach.',
  'next.changed': 'Von selbst geschieht nichts. Sehen Sie sich die Vorschau noch einmal an, wie sie jetzt ist.',
  'next.too-early.over':
    'Das Fenster sollte seit {time} offen sein. Von selbst geschieht nichts; versuchen Sie es erneut.',
  'next.throttled.over':
    'Zu warten war bis {time}, und das ist vorbei. Von selbst geschieht nichts; versuchen Sie es erneut.',
  'next.too-early.told':
    'Laut Intune öffnet das Fenster um {time}. Von selbst geschieht nichts, außer Sie merken es vor.',
  'next.too-early.estimate':
    'Intune hat nicht gesagt, wann das Fenster öffnet; meine Schätzung ist {time}. Von selbst geschieht nichts, außer Sie merken es vor.',
  'next.too-early.unknown':
    'Intune hat nicht gesagt, wann das Fenster öffnet. Von selbst geschieht nichts, außer Sie merken es vor.',
  'next.throttled.told':
    'Microsoft bittet uns, bis {time} zu warten. Von selbst geschieht nichts; versuchen Sie es dann erneut.',
  'next.throttled.estimate':
    'Microsoft hat nicht gesagt, wie lange; meine Schätzung ist {time}. Von selbst geschieht nichts; versuchen Sie es dann erneut.',
  'next.throttled.unknown':
    'Wie lange, ist nicht bekannt. Von selbst geschieht nichts; versuchen Sie es in einigen Minuten erneut.',
  'next.missing-scope':
    'Von selbst geschieht nichts. Senden Sie den Text unten an Ihre Administration, die das erteilen kann, und versuchen Sie es dann erneut.',
  'next.missing-role':
    'Von selbst geschieht nichts. Senden Sie den Text unten an die Stelle, die Intune-Rollen verwaltet, und versuchen Sie es dann erneut.',
  'next.missing-access':
    'Von selbst geschieht nichts. Senden Sie den Text unten an die Stelle, die Intune-Rollen und Lizenzen verwaltet, und versuchen Sie es dann erneut.',
  'next.missing-role.other':
    'Von selbst geschieht nichts. {name} kann den Text unten an die Stelle senden, die Intune-Rollen verwaltet. Wer die Berechtigung hat, kann es im eigenen Namen erneut versuchen.',
  'next.missing-access.other':
    'Von selbst geschieht nichts. {name} kann den Text unten an die Stelle senden, die Intune-Rollen und Lizenzen verwaltet. Wer beides hat, kann es im eigenen Namen erneut versuchen.',
  'next.missing-approval':
    'Von selbst geschieht nichts. Senden Sie den Text unten an eine zweite Person mit Administratorrechten; nach der Genehmigung versuchen Sie es erneut.',
  'next.unknown-action': 'Von selbst geschieht nichts, und ein neuer Versuch hilft nicht.',
  'next.renamed-action': 'Von selbst geschieht nichts. Sie können mit dem Nachfolger weitermachen.',
  'next.unknown-object':
    'Von selbst geschieht nichts. Falls es gerade erst hinzugekommen ist, versuchen Sie es in einer Minute erneut.',
  'next.no-intune': 'Von selbst geschieht nichts, und ein neuer Versuch hilft nicht.',
  'next.signed-out': 'Drücken Sie „Anmelden“. Was Sie wollten, geht dann von selbst weiter.',
  'next.needs-consent':
    'Drücken Sie „Anmelden“. Falls Sie nicht selbst zustimmen dürfen, hat die Seite einen Text, den Sie an Ihre Administration senden können.',
  'next.needs-proof':
    'Drücken Sie „Anmelden“ und folgen Sie Microsofts Seite. Was Sie wollten, geht dann von selbst weiter.',
  'next.waited':
    'Auf die Anmeldung habe ich bis {time} gewartet. Von selbst geschieht nichts mehr; drücken Sie „Erneut versuchen“, und melden Sie sich an, wenn Sie darum gebeten werden.',
  'next.missing-policy':
    'Von selbst geschieht nichts, und eine neue Anmeldung hilft nicht. Ihre Administration kann die Regel ändern.',
  'next.settings':
    'Von selbst geschieht nichts. Wer diesen Bot betreibt, muss seinen geheimen Schlüssel oder sein Zertifikat erneuern; das Protokoll sagt, was davon.',
  'next.timeout': 'Von selbst geschieht nichts. Versuchen Sie es in einer Minute erneut.',
  'next.connection': 'Von selbst geschieht nichts. Versuchen Sie es in einer Minute erneut.',
  'next.server': 'Von selbst geschieht nichts. Gewöhnlich vergeht es in wenigen Minuten; versuchen Sie es dann erneut.',
  'next.bad-request':
    'Von selbst geschieht nichts. Bitte senden Sie die Angaben für den Support an die Stelle, die diesen Bot betreibt.',
  'next.unreadable':
    'Von selbst geschieht nichts. Versuchen Sie es erneut; geschieht es wieder, ist vielleicht ein Proxy im Weg.',
  'next.other':
    'Von selbst geschieht nichts. Bitte senden Sie die Angaben für den Support an die Stelle, die diesen Bot betreibt.',

  'refusal.text-to-send': 'Text zum Senden',
  'refusal.support': 'Für Microsofts Support',
  'send.missing-scope':
    'Bitte erteilen Sie der App Sync Desk die Administratorzustimmung für die delegierte Microsoft Graph-Berechtigung {scopes}. Ich brauche sie für: {action}.',
  'send.missing-role':
    'Bitte geben Sie mir die Intune-Rollenberechtigung „{role}“, und prüfen Sie, ob Bereichsgruppen und Bereichstags es mich sehen lassen. Ich brauche sie für: {action}.',
  'send.missing-access':
    'Bitte weisen Sie mir eine Intune-Rolle mit der Berechtigung „{role}“ zu, und eine Intune-Lizenz, falls ich keine habe. Ich brauche sie für: {action}.',
  'send.missing-approval':
    'Bitte genehmigen Sie meine Anforderung in Intune, unter Genehmigung durch mehrere Administratoren. Genehmigungscode: {code}. Es geht um: {action}.',

  'send.missing-policy':
    'Bitte lassen Sie die App Sync Desk in meinem Namen handeln: Eine Regel für bedingten Zugriff hindert sie daran. Ich brauche sie für: {action}.',
  'send.no-intune':
    'Laut Microsoft hat unsere Organisation kein Intune. Bitte prüfen Sie das Abonnement. Ich brauche es für: {action}.',
  'send.unknown-action':
    'Intune kennt in unserer Organisation die Aktion „{action}“ nicht. Bitte prüfen Sie, ob Microsoft sie umbenannt oder zurückgezogen hat.',
  'send.settings':
    'Microsofts Anmeldung weist den Schlüssel der App Sync Desk ab. Bitte erneuern Sie ihren geheimen Schlüssel oder ihr Zertifikat; das Protokoll sagt, was davon.',

  // Was hier und jetzt funktioniert
  'health.title': 'Zugriffsprüfung',
  'health.verdict.works': 'Hier funktioniert für Sie alles',
  'health.verdict.works.more': 'Ich kann alles ansehen, und Intune hat angenommen, was Sie zuletzt gestartet haben.',
  'health.verdict.untried': 'Nichts fehlt',
  'health.verdict.untried.more': 'Soweit ich das sagen kann, ohne etwas zu starten.',
  'health.verdict.unclear': '{count, plural, one {# Punkt ist ungewiss} other {# Punkte sind ungewiss}}',
  'health.verdict.unclear.more': 'Ich habe nichts gefunden, was fehlt, konnte aber nicht alles prüfen.',
  'health.verdict.limited': 'Zurzeit eingeschränkt',
  'health.verdict.limited.more': 'Microsoft bittet um Geduld; ich habe nichts gefunden, was fehlt.',
  'health.verdict.missing': '{count, plural, one {# Punkt fehlt} other {# Punkte fehlen}}',
  'health.verdict.missing.more': 'Was es ist und wer es beheben kann, steht unten.',
  'health.verdict.signed-out': 'Sie sind nicht angemeldet',
  'health.verdict.signed-out.more': 'Den Rest kann ich prüfen, sobald Sie es sind.',
  'health.state.works': '✓ funktioniert',
  'health.state.ready': '✓ nichts fehlt',
  'health.state.missing': '✗ fehlt',
  'health.state.absent': '– kein Connector',
  'health.state.limited': '… eingeschränkt',
  'health.state.clear': '– keine bemerkt',
  'health.state.unknown': '? ungewiss',
  'health.sign-in': 'Anmeldung',
  'health.start.accepted': 'Ansehen geht, und Intune hat Ihren letzten Start angenommen, um {time}.',
  'health.start.refused': 'Das war Ihr letzter Start, um {time}. Ansehen geht.',
  'health.start.told': 'Das kam beim letzten Start hier heraus, um {time}. Ansehen geht.',
  'health.start.only': 'Ansehen geht, starten nicht.',
  'health.successor': 'Ihr Intune kennt sie als „changeAssignments“, darum verwende ich diesen Namen.',
  'health.start.untried':
    'Ich darf in Ihrem Namen ansehen und starten. Ob Ihre Intune-Rolle die Berechtigung „{role}“ hat, zeigt nur ein Start.',
  'health.unchecked': 'Ohne eine Anmeldung, die funktioniert, kann ich das nicht prüfen.',
  'health.limits': 'Microsofts Grenzen',
  'health.limits.of': 'Anforderungen zu: {what}',
  'health.limits.until': 'Microsoft bittet, bis {time} zu warten.',
  'health.limits.slower': 'Microsoft hat einige Anforderungen abgelehnt, darum frage ich vorerst langsamer.',
  'health.family.devices': 'Geräte und Skripts',
  'health.family.enrollment': 'Exchange-Connectors',
  'health.family.configuration': 'Gerätekonfiguration',
  'health.family.applications': 'Apps',
  'health.mends.you': 'Sie können es beheben: Drücken Sie „Anmelden“.',
  'health.mends.administrator': 'Ihre Administration kann es beheben.',
  'health.mends.consent': 'Ihre Administration kann es beheben. Wenn Sie selbst dazugehören, drücken Sie „Anmelden“.',
  'health.mends.roles': 'Wer Intune-Rollen verwaltet, kann es beheben.',
  'health.mends.approver': 'Eine zweite Person mit Administratorrechten kann es genehmigen.',
  'health.mends.rule': 'Ihre Administration kann es beheben, indem sie die Regel ändert.',
  'health.mends.intune': 'Falls Sie Intune haben sollten, kann Ihre Administration es beheben.',
  'health.mends.bot': 'Wer diesen Bot betreibt, kann es beheben.',
  'health.mends.successor': 'Sie können es beheben: Drücken Sie „{button}“.',
  'health.mends.wait': 'Niemand muss es beheben: Gewöhnlich vergeht es in wenigen Minuten.',
  'health.mends.until': 'Niemand muss es beheben: Microsoft bittet, bis {time} zu warten.',
  'health.to.administrator': 'Text für Ihre Administration',
  'health.to.roles': 'Text für die Stelle, die Intune-Rollen verwaltet',
  'health.to.approver': 'Text für eine zweite Person mit Administratorrechten',
  'health.to.bot': 'Text für die Stelle, die diesen Bot betreibt',
  'health.letter.permissions':
    'Bitte erteilen Sie der App Sync Desk die Administratorzustimmung für {count, plural, one {diese delegierte Microsoft Graph-Berechtigung} other {diese delegierten Microsoft Graph-Berechtigungen}}. Sie arbeitet dann in meinem Namen mit Intune, und nie mit mehr Rechten, als ich habe.',
  'health.letter.roles':
    'Bitte geben Sie mir {count, plural, one {diese Intune-Rollenberechtigung} other {diese Intune-Rollenberechtigungen}}, und prüfen Sie, ob Bereichsgruppen und Bereichstags mich alles sehen lassen.',
  'health.letter.access':
    'Bitte weisen Sie mir eine Intune-Rolle mit {count, plural, one {dieser Berechtigung} other {diesen Berechtigungen}} zu, und eine Intune-Lizenz, falls ich keine habe.',
  'health.letter.row': '{name} – {use}',

  // Was hier schiefgeht
  'busy.title': 'Gerade fragen mich zu viele auf einmal',
  'busy.said':
    'Ihre Nachricht kam nicht an die Reihe, und es wurde nichts gestartet. Bitte fragen Sie in ein paar Minuten noch einmal.',
  'trouble.title': 'Hier ist etwas schiefgegangen',
  'trouble.said':
    'Das ist unser Fehler, nicht Ihrer. Falls eine Synchronisierung unterwegs war, geht sie weiter; schreiben Sie „läufe“, um sie zu sehen.',
  'trouble.unkept.title': 'Im Moment kann nichts gespeichert werden',
  'trouble.unkept':
    'Deshalb wird nichts Neues gestartet. Verloren ist nichts: Was läuft, geht weiter, sobald das Speichern wieder gelingt. Bitte in ein paar Minuten noch einmal versuchen.',
  'trouble.reference': 'Kennzeichen für die Stelle, die diesen Bot betreibt: {reference}',
  'stranger.title': 'Ich kann nicht erkennen, wer Sie sind',
  'stranger.said':
    'Teams hat kein Konto einer Organisation genannt, für die ich arbeite, darum kann ich nicht in Ihrem Namen handeln. Es wurde nichts getan.',
  'closed.title': 'Diese Karte ist geschlossen',
  'closed.old': 'Sie ist älter als einen Tag, darum starten ihre Schaltflächen nichts mehr. Es wurde nichts geändert.',
  'closed.version': 'Sie stammt von einer früheren Version dieses Bots. Es wurde nichts geändert.',
  'closed.rubbish': 'Was ihre Schaltfläche gesendet hat, verstehe ich nicht. Es wurde nichts geändert.',
  below: 'Die Antwort steht unten.',

  // Fehlercodes
  'explain.title': 'Fehlercode',
  'explain.title.hex': 'Fehler {hex}',
  'explain.ask':
    'Geben Sie mir einen Code, zum Beispiel: {example}. Ich lese hexadezimale Zahlen und dezimale mit und ohne Vorzeichen.',
  'explain.not-a-code': 'Darin habe ich keinen Fehlercode gefunden: {text}',
  'explain.several': 'Das ist mehr als ein Code, und ich erkläre einen auf einmal: {codes}',
  'explain.cure.yes': 'Eine Wiederholung kann helfen',
  'explain.cure.no': 'Eine Wiederholung hilft nicht',
  'explain.cure.not-for-seven-days': 'Für sieben Tage geschlossen',
  'explain.cure.undocumented': 'Nicht sicher',
  'explain.cure.unknown': 'Unbekannter Code',
  'explain.unknown':
    'Er steht in keiner meiner Listen, und die sind nicht vollständig. Vielleicht kennt ihn Microsofts Dokumentation.',
  'explain.next.yes':
    '{acts, select, nobody {Synchronisieren Sie das Gerät noch einmal; vorher ist nichts zu tun.} person {Wer das Gerät hat, muss handeln; dann synchronisieren Sie es noch einmal.} administrator {Ihre Administration muss handeln; dann synchronisieren Sie das Gerät noch einmal.} packager {Synchronisieren Sie das Gerät noch einmal. Kommt der Code wieder, muss handeln, wer die App verpackt hat.} other {Synchronisieren Sie das Gerät noch einmal.}}',
  'explain.next.no':
    '{acts, select, person {Zuerst muss handeln, wer das Gerät hat; eine Synchronisierung allein ändert nichts.} administrator {Zuerst muss Ihre Administration handeln; eine Synchronisierung allein ändert nichts.} packager {Zuerst muss handeln, wer die App verpackt hat; eine Synchronisierung allein ändert nichts.} other {Zuerst muss sich etwas ändern; eine Synchronisierung allein ändert nichts.}}',
  'explain.next.not-for-seven-days':
    '{acts, select, person {Intune bietet die App nach sieben Tagen wieder an; eine Synchronisierung vorher hilft nicht. Wer das Gerät hat, sollte inzwischen handeln.} other {Intune bietet die App nach sieben Tagen wieder an; eine Synchronisierung vorher hilft nicht.}}',
  'explain.next.undocumented':
    '{acts, select, person {Microsoft sagt nicht, ob eine weitere Synchronisierung hilft. Wer das Gerät hat, muss handeln.} administrator {Microsoft sagt nicht, ob eine weitere Synchronisierung hilft. Ihre Administration muss es sich ansehen.} packager {Microsoft sagt nicht, ob eine weitere Synchronisierung hilft. Wer die App verpackt hat, muss es sich ansehen.} other {Microsoft sagt weder, ob eine weitere Synchronisierung hilft, noch wer handeln muss.}}',
  'explain.spellings': 'Derselbe Code an anderen Stellen',
  'explain.hex': 'Hexadezimal',
  'explain.signed': 'Mit Vorzeichen',
  'explain.unsigned': 'Ohne Vorzeichen',
  'explain.without-minus': 'Manche Seiten schreiben ihn ohne sein Minus, wie Sie es taten: {said}.',
  'explain.source': 'Nach: {source}',
  'code.apple-gave-no-cause': 'Die App wurde nicht installiert, und Apple nannte keinen Grund.',
  'code.connection-timed-out': 'Die Verbindung zu Intune lief in eine Zeitüberschreitung.',
  'code.connection-lost': 'Das Gerät hat seine Verbindung zum Internet verloren.',
  'code.roaming-off': 'Auf dem Gerät ist internationales Roaming ausgeschaltet.',
  'code.phone-call': 'Das Mobilfunknetz kann während eines Telefonats keine Daten übertragen.',
  'code.no-cellular': 'Das Mobilfunknetz war zu dieser Zeit nicht nutzbar.',
  'code.secure-connection': 'Eine sichere Verbindung kam nicht zustande.',
  'code.server-not-trusted': 'Das Gerät vertraut dem Server nicht.',
  'code.device-locked': 'Das Gerät war beschäftigt: Höchstwahrscheinlich war es gesperrt und muss entsperrt werden.',
  'code.not-detected':
    'Die Installation lief durch, aber die App ist auf dem Gerät nicht zu finden: Jemand hat sie entfernt, oder sie weist sich anders aus, als Intune erwartet.',
  'code.unknown-install': 'Die App wurde nicht installiert, aus einem Grund, den niemand gemeldet hat.',
  'code.command-failed': 'Das Gerät konnte die Installation nicht ausführen und nannte keinen Grund.',
  'code.licence-not-read':
    'Die Lizenz der App ließ sich nicht abrufen. Synchronisieren Sie zuerst das Token für Volumenkäufe (VPP); reicht das nicht, weisen Sie die App neu zu, mit Lizenz für das Gerät.',
  'code.redemption-needed': 'Die App wartet auf einen Einlösecode, wie es kostenpflichtige Apps aus dem App Store tun.',
  'code.install-refused':
    'Die Installation wurde auf dem Gerät abgelehnt oder abgebrochen. Sie wird wieder angeboten und muss angenommen werden.',
  'code.update-refused':
    'Die Aktualisierung wurde auf dem Gerät abgelehnt. Sie wird wieder angeboten und muss angenommen werden.',
  'code.install-failed': 'Die Installation ist fehlgeschlagen; die Ursache steht im Konsolenprotokoll des Geräts.',
  'code.removed-by-person': 'Intune verwaltet die App, aber sie ist abgelaufen oder wurde auf dem Gerät entfernt.',
  'code.management-refused':
    'Die Verwaltung der App wurde auf dem Gerät abgelehnt. Sie wird wieder angeboten und muss angenommen werden.',
  'code.perhaps-token':
    'Die Installation ist aus unbekanntem Grund fehlgeschlagen. Ein abgelaufenes Token für Volumenkäufe (VPP) ist ein häufiger; prüfen Sie das zuerst.',
  'code.no-licence-left':
    'Für die App ist keine Lizenz mehr übrig: Kaufen Sie weitere, oder geben Sie solche frei, die niemand braucht.',
  'code.configuration-missing':
    'Die App braucht eine App-Konfigurationsrichtlinie, und keine erreicht sie. Weisen Sie denselben Gruppen eine zu.',
  'code.unmanaged-copy':
    'Die App ist schon auf dem Gerät, aber nicht von Intune. Ist diese Kopie entfernt, installiert die nächste Synchronisierung die von Intune.',
  'code.shared-ipad': 'Ein geteiltes iPad nimmt nur Apps aus Volumenkäufen (VPP).',
  'code.store-disabled': 'Der App Store ist auf dem Gerät abgeschaltet, und diese Installation braucht ihn.',
  'code.licence-not-found':
    'Für die App wurde keine Lizenz gefunden. Entziehen Sie die Lizenz, und weisen Sie sie neu zu.',
  'code.system-app': 'Die App gehört zum System, und solche Apps kann Intune nicht installieren.',
  'code.lost-mode':
    'Das Gerät ist im Modus „Verloren“, und nichts lässt sich installieren, solange der eingeschaltet ist.',
  'code.kiosk-mode':
    'Das Gerät ist im Kioskmodus, in dem sich Apps nicht installieren lassen. Es kann helfen, es von der Kioskrichtlinie auszunehmen.',
  'code.store-sign-in': 'Auf dem Gerät muss sich jemand im App Store anmelden.',
  'code.try-later': 'Die Installation ist aus unbekanntem Grund fehlgeschlagen, der vorübergehen kann.',
  'code.tries-again':
    'Die Installation ist auf dem Gerät fehlgeschlagen. Intune versucht es bei der nächsten Synchronisierung wieder.',
  'code.32-bit': 'Die App ist nur für 32 Bit gemacht, und das Gerät nimmt nur 64 Bit.',
  'code.update-not-reported':
    'Die App hat noch ihre frühere Version, oder das Gerät hat die neue nicht gemeldet. Das ist üblich, wenn es sich nach einer Aktualisierung zum ersten Mal meldet.',
  'code.download-failed':
    'Der Download ist fehlgeschlagen, meist wegen einer langsamen oder unterbrochenen Verbindung.',
  'code.android-gave-no-cause':
    'Die App wurde heruntergeladen und dann nicht installiert, und Android nannte keinen Grund. Das Paket kann beschädigt sein, ein neueres Android brauchen oder von Google Play Protect blockiert sein.',
  'code.not-signed': 'Das Paket der App ist nicht signiert, und solche Pakete installiert Android nicht.',
  'code.other-signature':
    'Die neue Version ist mit einem anderen Zertifikat signiert als die installierte. Signieren Sie sie mit demselben, oder deinstallieren Sie die App zuerst.',
  'code.uninstall-failed': 'Die App ließ sich nicht deinstallieren, und Android nannte keinen Grund.',
  'code.package-deleted': 'Das heruntergeladene Paket wurde gelöscht, bevor es installiert werden konnte.',
  'code.restarted':
    'Das Gerät wurde während der Installation neu gestartet. Ein Druck auf Intunes Benachrichtigung dort beginnt sie von Neuem.',
  'code.download-stopped':
    'Android hat den Download angehalten: Der Akku war schwach, oder es dauerte zu lange. Eine verlässliche Verbindung hilft.',
  'code.package-unreadable':
    'Das Paket ließ sich nicht öffnen: Es ist nicht signiert, oder der Herausgeber ist nicht der im Zertifikat.',
  'code.package-conflict':
    'Das Paket passt nicht zu diesem Computer: Es verträgt sich nicht mit einem installierten, ihm fehlt etwas, worauf es aufbaut, oder es ist für einen anderen Prozessor gemacht.',
  'code.package-differs':
    'Ein Paket mit derselben Version, aber anderem Inhalt ist schon installiert. Erhöhen Sie die Versionsnummer, und erstellen und signieren Sie es neu.',
  'code.sideloading':
    'Dieser Computer nimmt keine Apps von außerhalb des Stores, oder er vertraut der Signatur von dieser nicht.',
  'code.unexpected-install':
    'Während der Installation geschah etwas Unerwartetes; ihr Protokoll auf dem Gerät sagt mehr.',
  'code.remediation-failed': 'Das Gerät konnte die Einstellung nicht anwenden (Wartung fehlgeschlagen).',
  'code.not-applicable': 'Die Einstellung ist auf dieses Gerät nicht anwendbar.',
  'code.conflict':
    'Eine andere Richtlinie setzt dasselbe, und diese hat nachgegeben. Der Konflikt muss von Hand gelöst werden.',
  'code.device-error': 'Das iPhone oder iPad antwortete mit einem eigenen Fehler.',
  'code.account-exists': 'Das Gerät hat dieses E-Mail-Konto schon.',
  'code.not-authenticated': 'Eine Seite hat nicht nachgewiesen, wer sie ist (SyncML 401).',
  'code.setting-not-there': 'Worauf sich die Einstellung bezieht, wurde auf dem Gerät nicht gefunden (SyncML 404).',
  'code.answer-late': 'Eine erwartete Nachricht kam nicht rechtzeitig (SyncML 408).',
  'code.asked-to-retry': 'Es ist vorerst fehlgeschlagen, und das Gerät bittet um einen späteren Versuch (SyncML 417).',
  'code.storage-full': 'Dafür ist kein Speicher mehr frei (SyncML 420).',
  'code.device-stopped': 'Etwas Unerwartetes hinderte das Gerät, es auszuführen (SyncML 500).',
  'code.device-overloaded': 'Es ließ sich vorerst nicht bearbeiten, wegen Überlast oder Wartung (SyncML 503).',
  'code.bundle-ids':
    'Nicht jede App, die in diesem macOS-Paket aufgeführt ist, wird vom Mac gemeldet, auch wenn sie installiert wurde. Nehmen Sie die, die nicht auf dem Mac sind, aus der Liste.',
  'button.schedules': 'Zeitpläne',
  'button.show-schedule': 'Zeitplan {number}',
  'button.pause': 'Anhalten',
  'button.resume': 'Fortsetzen',
  'button.retime': 'Zeit ändern',
  'button.cancel-schedule': 'Zeitplan löschen',
  'schedule.title': '{title} · Zeitplan {number}',
  'schedule.state.next': 'Nächstes Mal {time}',
  'schedule.state.sign-in': 'Anmelden vor {time}',
  'schedule.state.paused': 'Angehalten',
  'schedule.state.ended': 'Zu Ende',
  'schedule.next': 'Läuft das nächste Mal um {time}.',
  'schedule.as-you': 'Er läuft in Ihrem Namen, solange Sie angemeldet sind.',
  'schedule.as': 'Er läuft im Namen von {name} und lässt sich nur von dort ändern.',
  'schedule.missed.run': 'Eine Zeit, die ich verpasse, wird einmal nachgeholt, sobald ich kann.',
  'schedule.missed.skip': 'Eine Zeit, die ich verpasse, wird ausgelassen, und ich sage es.',
  'schedule.last.ran': 'Letztes Mal: {time}, als Lauf {run}.',
  'schedule.last.missed': 'Letztes Mal: {time}, ausgelassen, weil ich nicht lief.',
  'schedule.last.signed-out': 'Letztes Mal: {time}, ausgelassen, weil die Person, der er gehört, nicht angemeldet war.',
  'schedule.days.daily': 'jeden Tag',
  'schedule.days.weekdays': 'montags bis freitags',
  'schedule.days.weekend': 'samstags und sonntags',
  'schedule.days': 'jeden {days}',
  'schedule.rule.weekly': '{days} um {time}',
  'schedule.rule.once': 'einmal, am {day} um {time}',
  'schedule.rule.zone': '{rule} ({zone})',
  'schedule.on.1': 'Montag',
  'schedule.on.2': 'Dienstag',
  'schedule.on.3': 'Mittwoch',
  'schedule.on.4': 'Donnerstag',
  'schedule.on.5': 'Freitag',
  'schedule.on.6': 'Samstag',
  'schedule.on.7': 'Sonntag',
  'schedule.what.exchange':
    '{sync, select, full {Vollständige Synchronisierung} other {Schnellsynchronisierung}} von {names}.',
  'schedule.form.title': '{title}: wann?',
  'schedule.form.days': 'Tage',
  'schedule.form.at': 'Uhrzeit, etwa 06:00 ({zone})',
  'schedule.form.missed': 'Wenn ich diese Zeit verpasse',
  'schedule.form.missed.run': 'Einmal laufen, sobald ich kann',
  'schedule.form.missed.skip': 'Auslassen',
  'schedule.form.in-days':
    '{count, plural, =0 {heute, einmal} =1 {morgen, einmal} one {in # Tag, einmal} other {in # Tagen, einmal}}',
  'schedule.form.coming': 'nächster {day}, einmal',
  'schedule.day.1': 'Montag',
  'schedule.day.2': 'Dienstag',
  'schedule.day.3': 'Mittwoch',
  'schedule.day.4': 'Donnerstag',
  'schedule.day.5': 'Freitag',
  'schedule.day.6': 'Samstag',
  'schedule.day.7': 'Sonntag',
  'schedule.form.time': 'Welche Zeit? Schreiben Sie sie so: 06:00. Es wurde nichts geplant.',
  'schedule.form.day':
    'Diesen Tag gibt es nicht. Wählen Sie einen von diesen, oder sagen Sie es noch einmal mit einem Datum wie 2026-11-25. Es wurde nichts geplant.',
  'schedule.form.past': 'Diese Zeit ist vorbei. Es wurde nichts geplant.',
  'schedule.form.nothing-yet': 'Nichts ist geplant, bis Sie die Schaltfläche drücken.',
  'schedule.form.save': 'Planen',
  'schedule.form.gone': 'Dieses Formular ist verbraucht oder zu alt. Durch diesen Druck wurde nichts geplant.',
  'schedule.unread':
    '„{said}“ verstehe ich nicht als Zeit. Nichts wurde geplant. Schreiben Sie zum Beispiel: {examples}',
  'schedule.unread-there':
    'Was „{said}“ hier heißen soll, verstehe ich nicht. Nichts wurde geplant. Lassen Sie es weg, oder schreiben Sie zum Beispiel: {examples}',
  'schedule.which': 'Was soll ich zu dieser Zeit tun? Schreiben Sie zum Beispiel: {examples}',
  'schedule.which-connector':
    'Schreiben Sie, welcher Connector, und vollständig oder schnell, zum Beispiel: zeitplan exchange {name} vollständig jeden montag 08:00. Ich kenne {names}.',
  'schedule.no-connector': 'Hier gibt es keinen Exchange-Connector, also ist nichts zu planen.',
  'schedule.payloads': 'Wählen Sie die Geräte und was zu tun ist. Die Vorschau hat dann eine Schaltfläche zum Planen.',
  'schedule.payloads.preview': 'Sehen Sie sich zuerst die Vorschau an: Sie hat eine Schaltfläche zum Planen.',
  'schedule.not-found': 'Einen Zeitplan {number} gibt es hier nicht.',
  'schedule.not-yours': 'Zeitplan {number} gehört {name} und lässt sich nur von dort ändern.',
  'schedule.over': 'Seine Zeit ist vorbei. Geben Sie ihm eine neue, dann geht es weiter.',
  'schedules.title': 'Zeitpläne',
  'schedules.none': 'In Ihrem Namen ist nichts geplant.',
  'schedules.others': 'Um einen anderen zu sehen, schreiben Sie zum Beispiel „zeitplan {number}“.',
  'schedules.more':
    '{count, plural, one {# weiterer ist} other {# weitere sind}} nicht aufgeführt. Schreiben Sie zum Beispiel „zeitplan 1“.',
  'schedules.next': 'nächstes Mal {time}',
  'schedules.sign-in': 'anmelden vor {time}',
  'schedules.booked': 'vorgemerkt für {time}',
  'schedules.examples': 'Um einen anzulegen, schreiben Sie {examples}.',
  'schedules.example': '„{example}“',
  'notice.schedule-sign-in': 'Zuerst anmelden',
  'notice.schedule-sign-in.what': 'Um {time} soll dies im Namen von {name} laufen, und dort ist niemand angemeldet.',
  'notice.schedule-sign-in.run':
    'Ohne Anmeldung beginnt nichts. Wer sich bis zu 8 Stunden verspätet anmeldet, bekommt es dann noch.',
  'notice.schedule-sign-in.skip': 'Ohne Anmeldung bis dahin wird diese Zeit ausgelassen.',
  'notice.schedule.why': 'Zeitplan {number} gehört {name} und lässt sich von dort ändern, anhalten oder löschen.',
  'notice.schedule-missed.ran': 'Verspätet',
  'notice.schedule-missed.skipped': 'Ausgelassen',
  'notice.schedule-missed.ran.what':
    'Es sollte um {time} laufen. Da konnte ich es nicht, darum läuft es jetzt, einmal, als Lauf {run}.',
  'notice.schedule-missed.skipped.what':
    'Es sollte um {time} laufen. Da konnte ich es nicht, und dieser Zeitplan lässt solche Zeiten aus.',
  'plan.schedule': 'Planen…',
  'schedule.what.everything': 'alles, was entfernt ist',
  'schedule.what.payloads':
    '{intent, select, remove {Entfernt {items} von {count, plural, one {# Gerät} other {# Geräten}}: {names}.} other {Bringt {items} auf {count, plural, one {# Gerät} other {# Geräte}} zurück: {names}.}} Was bis dahin dort entfernt ist, wird vorher gelesen und bleibt entfernt.',
  'schedule.last.not-planned':
    'Letztes Mal: {time}, nichts gestartet, weil nichts mehr zu tun oder nichts zu lesen war.',
  'notice.schedule-changed.ran': 'Nicht, wie Sie es gesehen haben',
  'notice.schedule-changed.nothing': 'Nichts gestartet',
  'notice.schedule-changed.ran.what':
    'Was noch wie vereinbart möglich ist, macht Lauf {run}; was sonst inzwischen entfernt war, bleibt entfernt.',
  'notice.schedule-changed.nothing.what': 'Darum wurde nichts gesendet.',
  'notice.schedule-changed.other-set':
    'Auf {count, plural, one {# Gerät} other {# Geräten}} ist anderes entfernt als zu der Zeit, als dies geplant wurde: {names}.',
  'notice.schedule-changed.nothing-to-do':
    'Auf {count, plural, one {# Gerät} other {# Geräten}} war nichts mehr zu tun: {names}.',
  'notice.schedule-changed.too-many':
    'Auf {count, plural, one {# Gerät} other {# Geräten}} wären mehr als 30 Elemente entfernt, darum geschieht dort nichts: {names}.',
  'notice.schedule-changed.unread':
    '{count, plural, one {# Gerät ließ} other {# Geräte ließen}} sich nicht lesen, darum geschieht dort nichts: {names}.',
  'notice.schedule-missed.next': 'Nächstes Mal: {time}.',

  // Einstellungen
  'settings.title': 'Ihre Einstellungen',
  'settings.saved': 'Gespeichert.',
  'settings.language': 'Sprache',
  'settings.language.teams': 'Wie in Teams',
  'settings.zone': 'Zeitzone',
  'settings.zone.teams': 'Wie in Teams ({zone})',
  'settings.now': 'Ihre Zeit jetzt: {time}.',
  'settings.bad-zone':
    'Die Zeitzone „{zone}“ kenne ich nicht. Schreiben Sie sie so: Europe/Berlin. Es wurde nichts geändert.',
  'settings.bad-language': 'Ich spreche {languages}. Es wurde nichts geändert.',
  'rules.title': 'Regeln Ihrer Organisation',
  'rules.approval.none': 'Kein Lauf braucht eine zweite Person.',
  'rules.approval.devices':
    'Eine Nutzlast-Synchronisierung auf mehr als {count, plural, one {# Gerät} other {# Geräten}} braucht eine zweite Person.',
  'rules.approval.removals': 'Was immer etwas von einem Gerät entfernt, braucht eine zweite Person.',
  'rules.approval.full-syncs':
    'Eine vollständige Synchronisierung eines Exchange-Connectors braucht eine zweite Person.',
  'rules.notices.here': 'Bitten um Genehmigung kommen auch hierher.',
  'rules.notices.elsewhere': 'Bitten um Genehmigung gehen auch an eine Unterhaltung, die dafür gewählt wurde.',
  'rules.notices.nowhere': 'Bitten um Genehmigung erscheinen nur dort, wo jemand den Lauf anfordert.',
  'rules.history': 'Was zu Ende ist, wird {count, plural, one {# Tag} other {# Tage}} aufbewahrt.',
  'rules.only-admins':
    'Nur wer in den Einstellungen dieses Bots als Administration genannt ist (ADMINS), kann diese Regeln ändern. Es wurde nichts geändert.',
  'rules.form.devices': 'Eine zweite Person genehmigt Nutzlast-Synchronisierungen',
  'rules.form.devices.any': 'nicht wegen der Zahl der Geräte',
  'rules.form.devices.over': 'auf mehr als {count, plural, one {# Gerät} other {# Geräten}}',
  'rules.form.approvals': 'Eine zweite Person genehmigt auch',
  'rules.form.removals': 'was immer etwas von einem Gerät entfernt',
  'rules.form.full-syncs': 'vollständige Synchronisierungen von Exchange-Connectors',
  'rules.form.notices': 'Bitten um Genehmigung gehen auch an',
  'rules.form.notices.personal':
    'Bitten um Genehmigung gehen auch an (um einen Kanal zu wählen, schreiben Sie dort „einstellungen“)',
  'rules.form.notices.elsewhere': 'die vorher gewählte Unterhaltung',
  'rules.form.notices.here': 'diese Unterhaltung',
  'rules.form.notices.nowhere': 'niemanden sonst',
  'rules.form.history': 'Was zu Ende ist, wird aufbewahrt',
  'rules.form.history.days': '{count, plural, one {# Tag} other {# Tage}}',
  'button.rules': 'Regeln ändern',

  // Übung
  'practice.title': 'Übung',
  'practice.what':
    'Alles hier geschieht in einem erfundenen Mandanten. Nichts davon erreicht Microsoft, und auf jeder Karte steht Übung.',
  'practice.task.device':
    'Fünf Dinge zum Üben. Ein Gerät synchronisieren: nutzlasten entfernen „Mail profile“ auf IPAD-07',
  'practice.task.running': 'Einer 409 begegnen: übung nächste 409, dann autopilot synchronisieren',
  'practice.task.failed':
    'Eine fehlgeschlagene Nutzlast lesen: übung nächste 204 fehler, dann ein Gerät synchronisieren, dann übung uhr +10m',
  'practice.task.dangerous':
    'Ablehnen, was ein Gerät abschneiden könnte: nutzlasten entfernen „Wi-Fi Corp“ auf IPAD-07',
  'practice.task.serials':
    'Laptops vor einem Rollout ansehen (R01 bis R60): autopilot synchronisieren 5CG4200R01 5CG4200R53 5CG4200R60, dann übung uhr +10m',
  'practice.next.failed': 'Die nächste Synchronisierung wird angenommen und schlägt dann fehl.',
  'practice.next.silent': 'Die nächste Synchronisierung wird angenommen, und dann hört man nichts mehr von ihr.',
  'practice.how':
    'Schreiben Sie zum Beispiel: übung nächste 409 · übung nächste 429 120 · übung uhr +10m · übung zurück',
  'practice.how.more': 'Und: übung nachfolger an · übung konnektoren keine · übung drosselung 24',
  'practice.next': 'Die nächste Synchronisierungsanforderung wird mit {status} beantwortet.',
  'practice.next.retry':
    'Die nächste Synchronisierungsanforderung wird mit {status} und Retry-After: {retry} beantwortet.',
  'practice.next.read': 'Das nächste Lesen geht schief wie gewünscht: {status}.',
  'practice.next.timeout': 'Die nächste Synchronisierungsanforderung bekommt keine Antwort.',
  'practice.next.broken': 'Während der nächsten Synchronisierungsanforderung bricht die Verbindung ab.',
  'practice.next.nonsense': 'Die nächste Synchronisierungsanforderung bekommt eine Antwort ohne Sinn.',
  'practice.clock': 'Meine Uhr und die des erfundenen Mandanten zeigen jetzt {time}.',
  'practice.reset': 'Der erfundene Mandant ist wie neu: Seine Läufe sind vergessen, und seine Uhr geht wieder richtig.',
  'practice.always-on': 'Hier ist immer Übung: Dieser Bot wurde zum Üben gestartet und kennt keinen echten Mandanten.',
  'practice.bad': 'Ich habe nicht verstanden, was zu üben ist. Es wurde nichts geändert.',
  'practice.successor.on': 'Der erfundene Mandant kennt jetzt changeAssignments, und syncPayloads nicht mehr.',
  'practice.successor.off': 'Der erfundene Mandant kennt jetzt syncPayloads, und changeAssignments nicht mehr.',
  'practice.connectors.none': 'Der erfundene Mandant hat jetzt keinen Exchange-Connector.',
  'practice.connectors.three': 'Der erfundene Mandant hat jetzt drei Exchange-Connectors.',
  'practice.throttle':
    '{seconds, plural, one {# Sekunde} other {# Sekunden}} lang nimmt Graph einige Nutzlast-Synchronisierungen an und beantwortet die übrigen mit 429.',
  'practice.not-here': 'Dieser Bot arbeitet für einen echten Mandanten, hier gibt es also nichts zu üben.',

  // Wer angemeldet ist
  'account.title': 'Ihr Konto',
  'account.personal-only': 'Darüber spreche ich nur in unserem persönlichen Chat, wo niemand sonst mitliest.',
  'account.signed-in': 'Angemeldet',
  'account.signed-in.as':
    'Sie sind {username}, angemeldet seit {time}. Was immer ich in Intune tue, tue ich in Ihrem Namen.',
  'account.signed-out': 'Nicht angemeldet',
  'account.signed-out.more':
    'In Ihrem Namen kann ich nichts tun. Wenn etwas es braucht, bitte ich Sie, sich anzumelden.',
  'account.practice':
    'In der Übung ist jede Person angemeldet, als erfundenes Administratorkonto mit ihrem eigenen Namen.',
  'account.tenant': 'Mandanten-ID: {id}',
  'account.granted': 'Was ich in Ihrem Namen darf',
  'account.missing': 'Noch nicht erlaubt; ich frage, wenn Sie es zum ersten Mal brauchen',
  'account.permission': '{permission} · für: {commands}',
  'permission.devices.read': 'Geräte finden und sehen, wie es um sie steht',
  'permission.configuration.read': 'Profile und Richtlinien sehen, von Geräten nehmen und zurückbringen',
  'permission.apps.read': 'Apps sehen, von Geräten nehmen und zurückbringen',
  'permission.scripts.read': 'Geräte danach finden, was Skripts auf ihnen getan haben',
  'permission.service-config.read':
    'Sehen, wie es um die Autopilot-Synchronisierung, Seriennummern in Autopilot und die Exchange-Connectors steht',
  'permission.service-config.write': 'Eine Autopilot- oder Exchange-Connector-Synchronisierung starten',

  // An- und Abmelden
  'sign-in.title': 'Anmeldung',
  'sign-in.card.text':
    'Melden Sie sich an, dann kann ich Intune in Ihrem Namen fragen. Was Sie wollten, geht dann von selbst weiter.',
  'sign-in.card.text.consent':
    'Dafür braucht es eine Berechtigung, die ich noch nicht habe. Drücken Sie „Anmelden“, um zu sehen, wer sie erteilen kann.',
  'sign-in.card.text.proof':
    'Ihre Organisation möchte, dass Sie noch einmal nachweisen, wer Sie sind. Drücken Sie „Anmelden“ und folgen Sie Microsofts Seite.',
  'sign-in.card.button': 'Anmelden',
  'sign-in.done.name': '{name} ist angemeldet.',
  'sign-in.done.as': 'Sie sind {username}. Was immer ich in Intune tue, tue ich in Ihrem Namen.',
  'sign-in.done.pending': 'Was Sie wollten, geht jetzt weiter.',
  'sign-in.failed': 'Anmeldung fehlgeschlagen',
  'sign-in.failed.expired-offer': 'Diese Anmeldung wurde schon benutzt, oder sie ist älter als eine Viertelstunde.',
  'sign-in.failed.not-yours': 'Diese Anmeldung wurde jemand anderem angeboten.',
  'sign-in.failed.wrong-token':
    'Teams hat mir eine Anmeldung gesendet, die nicht zu Ihnen, zu Ihrer Organisation oder zu mir gehört; darum habe ich sie nicht angenommen.',
  'sign-in.failed.expired-token': 'Die Anmeldung, die Teams mir gesendet hat, war schon abgelaufen.',
  'sign-in.failed.wrong-account':
    'Sie haben sich bei Microsoft mit einem anderen Konto angemeldet als dem, das Sie in Teams benutzen; darum habe ich es nicht angenommen.',
  'sign-in.failed.wrong-code':
    'Der Code, der über Teams zurückkam, wurde nicht Ihnen gegeben, oder er gilt nicht mehr.',
  'sign-in.failed.consent': 'Ihre Organisation hat mir noch nicht erlaubt, was das braucht.',
  'sign-in.failed.proof': 'Ihre Organisation verlangt mehr Nachweis darüber, wer Sie sind, als Teams geben konnte.',
  'sign-in.failed.throttled': 'Microsoft drosselt zurzeit Anmeldungen.',
  'sign-in.failed.unavailable': 'Microsofts Anmeldung antwortet nicht.',
  'sign-in.failed.not-silent': 'Teams konnte Sie nicht von selbst anmelden.',
  'sign-in.failed.cancelled': 'Das Fenster wurde geschlossen, bevor die Anmeldung fertig war.',
  'sign-in.nothing': 'Es wurde nichts getan.',
  'sign-in.next.again': 'Von selbst geschieht nichts. Drücken Sie „{button}“.',
  'sign-in.next.report':
    'Von selbst geschieht nichts. Drücken Sie „{button}“. Schlägt es wieder fehl, sagen Sie es der Stelle, die diesen Bot betreibt.',
  'sign-in.next.account':
    'Von selbst geschieht nichts. Drücken Sie „{button}“ und wählen Sie das Konto, das Sie in Teams benutzen.',
  'sign-in.next.page': 'Von selbst geschieht nichts. Drücken Sie „{button}“ und folgen Sie Microsofts Seite.',
  'sign-in.next.administrator':
    'Von selbst geschieht nichts. Senden Sie den Text unten an Ihre Administration; wenn sie zugestimmt hat, drücken Sie „{button}“.',
  'sign-in.next.wait': 'Von selbst geschieht nichts. Warten Sie eine Minute, und drücken Sie dann „{button}“.',
  'send.consent':
    'Bitte erteilen Sie der App Sync Desk die Administratorzustimmung für die {count, plural, one {delegierte Microsoft Graph-Berechtigung} other {delegierten Microsoft Graph-Berechtigungen}} {scopes}. Sie arbeitet dann in meinem Namen mit Intune, und nie mit mehr Rechten, als ich habe.',
  'sign-out.title': 'Abmeldung',
  'sign-out.done': 'Abgemeldet',
  'sign-out.done.more':
    'Ich habe Ihre Anmeldung gelöscht und kann in Ihrem Namen nichts mehr tun. In Teams selbst bleiben Sie angemeldet.',
  'sign-out.cancelled':
    '{count, plural, one {Lauf {runs} wartete auf den Start in Ihrem Namen. Er ist abgebrochen, und in Intune wurde nichts geändert.} other {Die Läufe {runs} warteten auf den Start in Ihrem Namen. Sie sind abgebrochen, und in Intune wurde nichts geändert.}}',
  'sign-out.parked':
    'Lauf {number} geht in Intune weiter, aber ich kann nicht mehr nachsehen. Melden Sie sich vor {time} an, dann sehe ich wieder nach.',
  'sign-out.practice': 'Hier gibt es nichts, wovon man sich abmelden könnte; nichts wurde geändert.',
  'sign-out.nobody':
    'Sie waren nicht angemeldet, also hat sich nichts geändert. In Teams selbst bleiben Sie angemeldet.',

  // Löschen, was über eine Person bekannt ist
  'forget.title': 'Ihre Daten löschen',
  'forget.what':
    'Gelöscht werden Ihre Anmeldung, Ihre Einstellungen, was ich von unseren Chats behalten habe, und Ihr Name in früheren Läufen.',
  'forget.cancels': 'Was auf den Start in Ihrem Namen wartet, wird abgebrochen.',
  'forget.stays':
    'Microsofts eigene Protokolle, über Anmeldungen und in Intune, bleiben, wie sie sind: Die kann ich nicht löschen.',
  'forget.ask': 'Bisher ist nichts gelöscht. Es lässt sich nicht rückgängig machen.',
  'forget.done': 'Gelöscht',
  'forget.done.more':
    'Ihre Anmeldung, Ihre Einstellungen, was ich von unseren Chats behalten hatte, und Ihr Name in früheren Läufen sind weg.',
  'forget.goes-on': 'Lauf {number} geht in Intune weiter, und in Ihrem Namen sieht niemand mehr nach.',
  'forget.done.again': 'Wenn Sie mir wieder schreiben, fangen wir von vorn an.',

  // Die Seiten der Anmeldung
  'page.from': 'Sync Desk',
  'page.title': '{headline} · Sync Desk',
  'page.nothing': 'Es wurde nichts geändert.',
  'page.close': 'Sie können dieses Fenster schließen.',
  'page.back': 'Zurück zu Teams',
  'page.leads-to': 'Der Link führt zu {host}.',
  'page.handing-over.title': 'Fast fertig',
  'page.handing-over.said': 'Sie haben sich bei Microsoft angemeldet. Ich übergebe das an Teams…',
  'page.handed-over.title': 'Angemeldet',
  'page.handed-over.said': 'Sie können zu Teams zurückkehren.',
  'page.unconnected.title': 'Noch nicht angemeldet',
  'page.unconnected.said':
    'Dieses Fenster ist nicht mit Teams verbunden, darum konnte ich Ihre Anmeldung nicht übergeben.',
  'page.unconnected.next': 'Schließen Sie dieses Fenster, kehren Sie zu Teams zurück und drücken Sie dort „Anmelden“.',
  'page.consented.title': 'Für Ihre Organisation erlaubt',
  'page.consented.said':
    'Danke. Laut Microsoft dürfen die Menschen Ihrer Organisation Sync Desk jetzt mit Intune nutzen, jeweils im eigenen Namen.',
  'page.consented.next':
    'Sagen Sie der Person, die darum gebeten hat: Sie kann zu Teams zurückkehren und noch einmal „Anmelden“ drücken.',
  'page.expired.title': 'Dieser Link gilt nicht mehr',
  'page.expired.said': 'Er ist älter als eine Viertelstunde, oder ich kenne ihn nicht.',
  'page.used.title': 'Dieser Link wurde schon benutzt',
  'page.used.said': 'Jeder Link gilt nur einmal, damit niemand sonst Ihren benutzen kann.',
  'page.denied.title': 'Die Anmeldung wurde abgebrochen',
  'page.denied.said': 'Laut Microsoft wurde sie auf der Seite dort abgebrochen oder abgelehnt.',
  'page.denied.next':
    'Wenn Sie es sich anders überlegen, kehren Sie zu Teams zurück und drücken Sie noch einmal „Anmelden“.',
  'page.wrong-account.title': 'Das war ein anderes Konto',
  'page.wrong-account.said':
    'Sie haben sich bei Microsoft mit einem anderen Konto angemeldet als dem, das Sie in Teams benutzen; darum habe ich es nicht angenommen.',
  'page.wrong-account.next':
    'Kehren Sie zu Teams zurück, drücken Sie noch einmal „Anmelden“, und wählen Sie das Konto, das Sie in Teams benutzen.',
  'page.unavailable.title': 'Microsofts Anmeldung antwortet nicht',
  'page.unavailable.said': 'Das liegt nicht an Ihnen, und gewöhnlich vergeht es in wenigen Minuten.',
  'page.unavailable.next': 'Warten Sie eine Minute, kehren Sie zu Teams zurück und drücken Sie noch einmal „Anmelden“.',
  'page.settings.title': 'Zurzeit kann sich niemand anmelden',
  'page.settings.said': 'Microsoft weist den eigenen Schlüssel dieses Bots ab. Das ist unser Fehler, nicht Ihrer.',
  'page.settings.next':
    'Sagen Sie es der Stelle, die diesen Bot betreibt: Geheimer Schlüssel oder Zertifikat muss erneuert werden. Das Protokoll sagt, was davon.',
  'page.other.title': 'Die Anmeldung hat nicht geklappt',
  'page.other.said': 'Microsoft nannte einen Grund, den ich nicht kenne.',
  'page.other.next':
    'Kehren Sie zu Teams zurück und drücken Sie noch einmal „Anmelden“. Schlägt es wieder fehl, geben Sie der Stelle, die diesen Bot betreibt, dieses Kennzeichen:',
  'page.again.next':
    'Kehren Sie zu Teams zurück und schreiben Sie noch einmal, was Sie wollten: Dann bekommen Sie einen neuen Link.',
  'page.again-if.next':
    'Falls Sie noch nicht angemeldet sind, kehren Sie zu Teams zurück und schreiben Sie noch einmal, was Sie wollten: Dann bekommen Sie einen neuen Link.',
  'page.administrator.title': 'Ihre Administration muss das zuerst erlauben',
  'page.administrator.said':
    'In Ihrer Organisation kann nur die Administration {count, plural, one {diese Berechtigung} other {diese Berechtigungen}} erteilen: {scopes}.',
  'page.administrator.next':
    'Senden Sie den Text unten an Ihre Administration. Wenn sie zugestimmt hat, kehren Sie zu Teams zurück und drücken Sie noch einmal „Anmelden“.',
  'page.administrator.here': 'Sie können es hier tun: {link}',
  'page.administrator.copy': 'Text kopieren',
  'page.administrator.copied': 'Kopiert.',
  'page.administrator.failed':
    'Ihr Browser hat das nicht erlaubt. Der Text ist markiert, Sie können ihn also selbst kopieren.',
  'page.administrator.you': 'Wenn Sie selbst zur Administration gehören',
  'page.administrator.link': 'Für Ihre Organisation erlauben',
  'page.personal-chat.title': 'Melden Sie sich im persönlichen Chat an',
  'page.personal-chat.said':
    'Den Chat, in dem dieser Link steht, sehen mehrere Personen, und eine Anmeldung gilt nur einer.',
  'page.personal-chat.next': 'Öffnen Sie den persönlichen Chat mit Sync Desk und schreiben Sie „anmelden“.',
  'page.personal-chat.link': 'Chat in Teams öffnen',

  // Geräte und was auf ihnen ist, wie Formulare und Karten es nennen
  'device.silent': 'wahrscheinlich aus',
  'device.checked-in': 'gemeldet {ago}',
  'device.never': 'nie gemeldet',
  'device.serial': 'Seriennummer endet auf {end}',
  'device.verdict.silent': 'Wahrscheinlich aus',
  'device.removed': '{count, plural, =0 {Nichts entfernt} one {# Element entfernt} other {# Elemente entfernt}}',
  'device.last-sync': 'Zuletzt gemeldet: {time}, {ago}.',
  'device.last-sync.never': 'Es hat sich noch nie gemeldet.',
  'device.fact.model': 'Modell',
  'device.fact.system': 'System',
  'device.fact.serial': 'Seriennummer',
  'device.fact.user': 'Benutzerkonto',
  'device.fact.owner': 'Eigentum',
  'device.owner.company': 'Unternehmen',
  'device.owner.personal': 'privat',
  'device.every.minutes': 'Es meldet sich von selbst etwa {count, plural, one {jede Minute} other {alle # Minuten}}.',
  'device.every.hours': 'Es meldet sich von selbst etwa {count, plural, one {jede Stunde} other {alle # Stunden}}.',
  'device.next': 'Das nächste Mal wird gegen {time} erwartet.',
  'device.removed.title': 'Was entfernt ist, und seit wann (Zeiten in {zone})',
  'device.not-removed.title': 'Was sich nicht entfernen ließ, und seit wann (Zeiten in {zone})',
  'device.back': 'Entferntes kommt zwischen {from} und {to} von selbst zurück.',
  'device.runs': 'Unterwegs: {count, plural, one {Lauf {runs}} other {Läufe {runs}}}.',
  'device.undocumented':
    'Für diese Art von Gerät dokumentiert Microsoft die Nutzlast-Synchronisierung nicht. Sie können es trotzdem versuchen.',
  'device.payloads': 'Nutzlasten darauf synchronisieren',
  'device.restore-all': 'Alles zurückbringen',
  'payload.kind.app': 'App',
  'payload.kind.app-settings': 'App-Einstellungen',
  'payload.kind.profile': 'Konfigurationsprofil',
  'payload.kind.catalog': 'Einstellungskatalog-Richtlinie',
  'payload.kind.wifi': 'WLAN-Profil',
  'payload.kind.vpn': 'VPN-Profil',
  'payload.kind.certificate': 'Zertifikatprofil',
  'payload.kind.email': 'E-Mail-Profil',
  'payload.kind.unknown': 'Art unbekannt',
  'payload.state.failed': 'fehlgeschlagen',
  'payload.state.conflict': 'im Konflikt',
  'payload.state.pending': 'ausstehend',
  'payload.state.installed': 'installiert',
  'payload.state.applied': 'angewendet',
  'payload.state.not-installed': 'nicht installiert',
  'payload.state.not-applicable': 'nicht anwendbar',
  'payload.state.unknown': 'Zustand unbekannt',
  'payload.removal.removing': 'wird entfernt',
  'payload.removal.removed': 'entfernt',
  'payload.removal.restoring': 'wird zurückgebracht',
  'payload.removal.failed': 'Entfernen fehlgeschlagen',
  'payload.since': '{state} seit {time}',
  'payload.of-kind': '{name} ({kind})',

  // Die Formulare der Nutzlast-Synchronisierung
  'again.title': 'Noch einmal',
  'again.which':
    'Ich wiederhole nur, was Sie selbst angefordert haben: den letzten Lauf, oder was darin schiefging. Es wurde nichts getan.',
  'again.none-of-it': 'Das haben Sie hier noch nicht angefordert, also gibt es nichts zu wiederholen.',
  'again.none': 'Sie haben hier noch nichts angefordert, also gibt es nichts zu wiederholen.',
  'again.nothing': 'In Lauf {number} ging nichts schief, was eine Wiederholung heilen könnte. Es wurde nichts getan.',
  'again.under-way':
    'Lauf {number} ist noch unterwegs, und bisher ging darin nichts schief, was eine Wiederholung heilen könnte. Es wurde nichts getan.',
  'pick.refine': 'Es gibt mehr: Schreiben Sie etwas mehr vom Namen',
  'form.start-again': 'Neu wählen',
  'form.dropped': 'Abgebrochen',
  'form.dropped.more': 'Es wurde nichts gesendet und nichts geändert.',
  'form.closed': 'Dieses Formular ist geschlossen',
  'form.closed.gone': 'Es wurde schon benutzt oder abgebrochen. Mehr wurde nicht getan.',
  'form.closed.old':
    'Es ist älter als einen Tag, und die Geräte haben sich seither vielleicht geändert. Es wurde nichts getan.',
  'wish.both': 'Entfernen oder zurückbringen?',
  'wish.both.how':
    'Ich tue eines nach dem anderen, deshalb ist nichts geschehen. Sagen Sie zum Beispiel: nutzlasten entferne „Outlook“ auf IPAD-07. Ist das erledigt: nutzlasten zurückbringen „Teams“ auf IPAD-07.',
  'form.others': 'Dieses Formular gehört jemand anderem',
  'form.closed.others':
    'Nur diese Person kann es benutzen. Ein eigenes bekommen Sie mit „{phrase}“ und dem, was Sie möchten. Es wurde nichts getan.',
  'which.title': 'Welches?',
  'which.script':
    '{count, plural, one {# Skript heißt} other {# Skripts heißen}} beinahe so: {names}. Schreiben Sie es noch einmal mit dem ganzen Namen in Anführungszeichen.',
  'which.app':
    '{count, plural, one {# App heißt} other {# Apps heißen}} beinahe so: {names}. Schreiben Sie es noch einmal mit dem ganzen Namen in Anführungszeichen.',
  'no-such.title': 'Nichts gefunden',
  'no-such.script': 'Kein Skript heißt hier „{name}“, oder Sie dürfen es nicht sehen. Es wurde nichts getan.',
  'no-such.app': 'Keine App, die Geräte gemeldet haben, heißt „{name}“. Es wurde nichts getan.',
  'form.continue': 'Weiter',
  'form.cancel': 'Abbrechen',
  'pick.title': 'Nutzlast-Synchronisierung: welche Geräte?',
  'pick.how': 'Nutzen Sie einen Weg oder mehrere: Alles zählt zusammen.',
  'pick.own': 'Ihre, zuletzt benutzte und vorher gefundene',
  'pick.search': 'Alle Geräte durchsuchen',
  'pick.search.example': 'Name, Seriennummer oder Benutzerkonto',
  'pick.typed': 'Oder fügen Sie Namen, Seriennummern oder Benutzerkonten ein',
  'pick.typed.example': 'Eines je Zeile, oder mit Kommas dazwischen',
  'pick.next': 'Noch geschieht nichts: Als Nächstes sehen Sie, was ich gefunden habe.',
  'pick.nothing': 'Es wurde nichts gewählt. Wählen Sie mindestens ein Gerät.',
  'pick.too-many': 'Das sind zu viele: Ich nehme {count, plural, one {# Gerät} other {# Geräte}} auf einmal.',
  'choice.title': 'Nutzlast-Synchronisierung: welche Geräte?',
  'choice.title.device': 'Welches Gerät?',
  'choice.found.exact': '„{said}“ passt auf {count, plural, one {# Gerät} other {# Geräte}}.',
  'choice.found.near':
    'Nichts heißt genau „{said}“. Meinten Sie {count, plural, one {dieses} other {eines von diesen}}?',
  'choice.found.none': 'Nichts passt auf „{said}“.',
  'choice.label': 'Geräte',
  'choice.nothing': 'Noch wurde nichts gewählt.',
  'choice.how':
    'Versuchen Sie es mit einem Teil des Namens, der Seriennummer oder des Benutzerkontos. Geräte, die Intune vor Ihnen verbirgt, sind nicht zu finden.',
  'choice.more':
    '{count, plural, one {# weiteres passt und ist nicht aufgeführt.} other {# weitere passen und sind nicht aufgeführt.}} Ein längerer Teil des Namens, eine Seriennummer oder ein Benutzerkonto engt es ein.',
  'choice.cut': 'Es gibt noch andere, die ich nicht gelesen habe: Engen Sie es ein, um sie zu finden.',
  'choice.all': '{count, plural, one {Alle #} other {Alle #}}',
  'choice.again': 'Erneut suchen',
  'reading.title': 'Ihre Liste, wie ich sie lese',
  'reading.verdict': '{count, plural, =0 {Noch kein Gerät} one {# Gerät} other {# Geräte}}',
  'reading.lines': '{count, plural, one {# Zeile gelesen} other {# Zeilen gelesen}}',
  'reading.found': '{count, number} gefunden',
  'reading.count.repeated': '{count, number} wiederholt',
  'reading.count.unknown': '{count, number} nicht gefunden',
  'reading.count.ambiguous':
    '{count, plural, one {# Name passt auf mehrere Geräte} other {# Namen passen auf mehrere Geräte}}',
  'reading.unknown': 'Nicht gefunden',
  'reading.repeated': 'Wiederholt, und einmal gezählt',
  'reading.more': 'und {count, number} weitere',
  'reading.near': '{said}: Meinten Sie {near}?',
  'reading.ambiguous':
    'Diese Namen passen auf mehrere Geräte. Was Sie offen lassen, bleibt draußen. Eine Seriennummer in Ihrer Liste, statt des Namens, ist immer eindeutig.',
  'reading.ambiguous.more':
    '{count, plural, one {# weiterer Name passt auf mehrere Geräte} other {# weitere Namen passen auf mehrere Geräte}}: Nach den übrigen frage ich als Nächstes.',
  'reading.which': '„{said}“: welches von {count, number}?',
  'reading.which.some': '„{said}“: welches von {count, number}? ({shown, number} sind aufgeführt)',
  'reading.choose': 'Wählen',
  'reading.none-of-these': 'Keines davon',
  'reading.doubtful': 'Gefunden, aber sehen Sie genauer hin. Was angehakt ist, kommt mit',
  'reading.undocumented': 'Nutzlast-Synchronisierung ist dafür nicht dokumentiert',
  'reading.doubtful.rest': '{count, plural, one {Und # weiteres wie diese} other {Und alle # weiteren wie diese}}',
  'reading.continue': 'Weiter mit {count, number}',
  'reading.fix': 'Liste berichtigen',
  'payloads.title.remove': 'Nutzlast-Synchronisierung: was entfernen?',
  'payloads.title.restore': 'Nutzlast-Synchronisierung: was zurückbringen?',
  'payloads.on': 'Auf {names}',
  'payloads.counter.remove':
    '{removed, plural, =0 {{chosen} von {most} gewählt} one {{chosen} gewählt, # schon entfernt: {total} von {most}} other {{chosen} gewählt, # schon entfernt: {total} von {most}}}',
  'payloads.counter.restore': '{chosen} von {removed} gewählt',
  'payloads.nothing': 'Es wurde nichts gewählt. Haken Sie mindestens eines an.',
  'payloads.too-many':
    'Intune entfernt höchstens {most} auf einmal von einem Gerät. {left, plural, =30 {Haken Sie einige ab.} =0 {Mehr passt nicht, bevor etwas zurückgebracht ist.} one {Nur # passt noch: Haken Sie einige ab.} other {Nur # passen noch: Haken Sie einige ab.}}',
  'payloads.removed': 'Schon entfernt, und bleibt entfernt',
  'payloads.elsewhere': 'Auch gewählt, nicht auf dieser Seite',
  'payloads.more': 'und {count, number} weitere',
  'payloads.none.remove': 'Intune zeigt hier keine App und keine Richtlinie, die sich entfernen ließe.',
  'payloads.none.restore': 'Zurzeit ist hier nichts entfernt.',
  'payloads.none.found': 'Nichts hat hier „{search}“ im Namen.',
  'payloads.list': 'Apps und Richtlinien',
  'payloads.list.found': 'Apps und Richtlinien mit „{search}“',
  'payloads.page': 'Seite {page} von {pages}',
  'payloads.search': 'Nur Namen zeigen mit',
  'payloads.id': 'ID …{end}',
  'payloads.of-devices': 'auf {on, number} von {count, number}',
  'payloads.show': 'Zeigen',
  'payloads.next': 'Nächste Seite',
  'payloads.previous': 'Vorige Seite',
  'payloads.other.remove': 'Stattdessen zurückbringen',
  'payloads.other.restore': 'Stattdessen entfernen',
  'guard.title': 'Nutzlast-Synchronisierung: sind Sie sicher?',
  'guard.verdict': 'Das könnte den Weg zu Intune abschneiden',
  'guard.why': 'Der Weg zu Intune führt vielleicht über {kinds}.',
  'guard.way.wifi': 'WLAN',
  'guard.way.vpn': 'ein VPN',
  'guard.way.certificate': 'ein Zertifikat',
  'guard.consequence':
    'Ohne einen Weg zu Intune lässt sich von hier aus nichts zurückbringen. Am besten tun Sie es, während Sie mit der Person am Gerät sprechen.',
  'guard.ask':
    'Weiter mit {count, plural, one {diesem} other {allen diesen}}, oder nur mit {others, plural, one {dem anderen Element} other {den # anderen Elementen}}?',
  'guard.ask.only': 'Sonst wurde nichts gewählt. Weiter mit {count, plural, one {diesem} other {allen diesen}}?',
  'guard.safe': '{count, plural, one {Dieses weglassen} other {Diese weglassen}}',
  'guard.all': '{count, plural, one {Ja, mit diesem} other {Ja, mit diesen}}',
  'plan.title': 'Nutzlast-Synchronisierung: Vorschau',
  'plan.verdict.ready': 'Noch ist nichts geschehen',
  'plan.verdict.nothing': 'Nichts zu tun',
  'plan.verdict.undocumented': 'Hier nicht dokumentiert',
  'plan.ready': 'Das würde „Ausführen“ auf {count, plural, one {# Gerät} other {# Geräten}} tun.',
  'plan.ready.approval':
    'Das würde auf {count, plural, one {# Gerät} other {# Geräten}} getan, sobald jemand anderes zugestimmt hat.',
  'plan.nothing': 'Es gibt kein Gerät, auf dem sich etwas ändern würde. Es wurde nichts gesendet.',
  'plan.undocumented':
    'Microsoft dokumentiert diese Aktion für iPhones, iPads und Android-Geräte des Unternehmens, nicht für {systems}. Es wurde nichts gesendet. Wenn Sie es versuchen, sage ich Ihnen, was daraus wird.',
  'plan.remove': 'Wird entfernt ({count})',
  'plan.stay': 'Schon entfernt, und bleibt entfernt ({count})',
  'plan.restore': 'Wird zurückgebracht ({count})',
  'plan.total':
    '{total, plural, =0 {Danach ist dort nichts entfernt.} one {Danach ist dort # von höchstens {most} entfernt.} other {Danach sind dort # von höchstens {most} entfernt.}}',
  'plan.groups.more':
    '{count, plural, one {# weiteres Gerät} other {# weitere Geräte}} mit demselben Wunsch, auf denen schon anderes entfernt ist',
  'plan.cautions': 'Bevor Sie drücken',
  'plan.caution.undocumented': '{names}: Microsoft dokumentiert diese Aktion nicht für {system}.',
  'plan.caution.silent': '{names}: zuletzt gemeldet {ago}. Vor der nächsten Meldung geschieht dort nichts.',
  'plan.caution.silent.several':
    '{names}: seit Langem still; die früheste letzte Meldung war {ago}. Vor der nächsten geschieht dort nichts.',
  'plan.caution.never': '{names}: nie gemeldet. Vor der ersten Meldung geschieht dort nichts.',
  'plan.caution.under-way': '{names}: Lauf {run} ist dort noch unterwegs.',
  'plan.caution.changed':
    '{names}: Was dort entfernt ist, hat sich geändert, seit Sie begonnen haben. Diese Vorschau rechnet es ein.',
  'plan.caution.connectivity': '{names}: Der Weg zu Intune führt vielleicht über {items}. Gewählt wurde es trotzdem.',
  'plan.busy': '{names}: beschäftigt mit Lauf {run}.',
  'plan.busy.more':
    '{count, plural, one {# weiteres Gerät ist} other {# weitere Geräte sind}} mit anderen Läufen beschäftigt.',
  'plan.busy.unsent':
    '{items}: Es wurde nichts gesendet. Bis Intune die frühere Anforderung zeigt, könnte eine zweite sie aufheben. „Wieder nachsehen“ behält, was Sie gewählt haben.',
  'plan.busy.all-unsent':
    'Es wurde nichts gesendet. Bis Intune die frühere Anforderung zeigt, könnte eine zweite sie aufheben. „Wieder nachsehen“ behält, was Sie gewählt haben.',
  'plan.left-out': '{count, plural, one {# Gerät ist weggelassen} other {# Geräte sind weggelassen}}',
  'plan.left-out.not-chosen': '{names}: Der Name passt auf mehrere Geräte, und keines wurde gewählt.',
  'plan.left-out.undocumented': '{names}: Microsoft dokumentiert diese Aktion dort nicht.',
  'plan.left-out.silent': '{names}: seit Langem still, wahrscheinlich aus.',
  'plan.left-out.unknown': '{names}: nicht gefunden.',
  'plan.left-out.same-already': '{names}: Es würde sich nichts ändern.',
  'plan.left-out.not-on-it': '{names}: Nichts von dem, was Sie gewählt haben, ist dort.',
  'plan.left-out.too-many': '{names}: Es würde mehr entfernt, als Intune auf einem Gerät erlaubt.',
  'plan.left-out.unreadable': '{names}: Was dort entfernt ist, konnte ich nicht lesen.',
  'plan.left-out.not-curable':
    '{names}: Nichts spricht dafür, dass eine weitere Synchronisierung heilt, was dort schiefging.',
  'plan.back':
    'Was jetzt entfernt wird, kommt zwischen {from} und {to} von selbst zurück, außer jemand bringt es früher zurück.',
  'plan.run': 'Ausführen',
  'plan.try': 'Trotzdem versuchen',
  'plan.change': 'Ändern',
  'successor.title': 'Nutzlast-Synchronisierung hat einen neuen Namen',
  'successor.verdict': 'Hier unbekannt',
  'successor.why': 'Ihr Intune kennt die Aktion „syncPayloads“ nicht. Es wurde nichts gesendet.',
  'successor.same': 'Der Nachfolger „changeAssignments“ tut dasselbe, auf denselben Geräten.',
  'successor.ask': 'Wenn Sie zustimmen, verwende ich von jetzt an den Nachfolger, für alle in Ihrer Organisation.',
  'successor.use': 'Von jetzt an verwenden',

  // Das App-Paket, wie der Store von Teams es zeigt
  'manifest.name': 'Sync Desk für die Geräteverwaltung',
  'manifest.short': 'Intune-Synchronisierungen im eigenen Namen starten und sehen, was daraus wird.',
  'manifest.full': `Sync Desk startet Intune-Synchronisierungen aus einem Chat in Microsoft Teams, zeigt vorher, was geschehen wird, und sagt, was daraus geworden ist.

Was es tut:
- Nutzlast-Synchronisierung: nimmt Apps und Profile für eine Weile von den Geräten, die Sie nennen, und bringt sie zurück.
- Autopilot-Synchronisierung: sagt, wann die nächste möglich ist, schließt sich der laufenden an oder merkt die nächste vor.
- Exchange-Connectors: sagt, wie lange der letzte Erfolg von jedem her ist, und synchronisiert einen schnell oder vollständig.
- Jede Ablehnung in einfachen Worten: was geschah, ob sich etwas geändert hat, was als Nächstes geschieht.

Was es braucht:
- Sie melden sich mit Ihrem Microsoft 365-Konto an. Sync Desk handelt nur in Ihrem Namen, Ihre Intune-Rolle bestimmt also, was es darf.
- Zuerst registriert Ihre Administration es und stimmt seinen Berechtigungen zu. „prüfung“ sagt, was fehlt und wer es beheben kann.

Was es nicht kann:
- Angenommen heißt nicht erledigt: Ein Gerät handelt, wenn es sich das nächste Mal meldet, das kann Stunden dauern.
- Es entfernt höchstens dreißig Elemente von einem Gerät, und Intune bringt sie nach 8 bis 24 Stunden von selbst zurück.
- Dateien liest es nur in persönlichen Chats.

Hilfe: Schreiben Sie ihm „hilfe“, oder sehen Sie unter {website} nach`,
};
