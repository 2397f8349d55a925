/** What customers, agents and the bot say in German. */
import type { Category } from '../../arrivals/categories.ts';
import type { Phrases } from '../phrases.ts';
import type { Problem } from '../problem.ts';

export const GERMAN: Phrases = {
  customerHello: ['Guten Tag,', 'Hallo,', 'Hallo zusammen,', 'Sehr geehrte Damen und Herren,', 'Moin,'],
  customerBye: ['Viele Grüße\n{customer}', 'Mit freundlichen Grüßen\n{customer}\n{org}', 'Danke und Gruß\n{given}', 'Beste Grüße\n{given}'],
  stakes: [
    'Betroffen sind etwa {seats} Personen.',
    'Das blockiert unseren Monatsabschluss.',
    'Das hatten wir in diesem Monat schon einmal.',
  ],
  asides: [
    'Es eilt nicht, wäre aber diese Woche gut.',
    'Einen Screenshot habe ich angehängt.',
    'In der Dokumentation habe ich schon nachgesehen.',
  ],
  agentHello: [
    'Hallo {given},',
    'Guten Tag {customer},',
    'Hallo {given}, danke für Ihre Nachricht.',
    'Guten Tag, entschuldigen Sie bitte die Umstände.',
  ],
  agentBye: ['Viele Grüße\n{agent}', 'Freundliche Grüße\n{agent}\nBrightwell Support', 'Einen schönen Tag noch\n{agent}'],
  acknowledgement: ['Vielen Dank für Ihre Nachricht. Ihre Anfrage hat die Nummer {number}; wir melden uns so bald wie möglich.'],
  botHello: ['Hallo {given}, ich bin der Brightwell-Assistent.', 'Hallo {given}!'],
  botAgain: [
    'Der Artikel „{subject}“ in unserer Hilfe erklärt es Schritt für Schritt. Hilft Ihnen das?',
    'Bitte melden Sie sich einmal ab und wieder an. Ist es dann noch genauso?',
  ],
  questionAgain: [
    'Danke, das hilft weiter. Wann trat es zuletzt auf, damit ich es im Protokoll finde?',
    'Ist es bei einer Kollegin mit derselben Rolle auch so?',
    'Darf ich mir Ihren Arbeitsbereich selbst ansehen? Nur lesend.',
  ],
  answerAgain: ['Zuletzt heute um {time}.', 'Bei einer Kollegin ist es genauso.', 'Ja, bitte sehen Sie es sich an.'],
  botGoodbye: ['Das freut mich! Bis zum nächsten Mal.', 'Sehr gut, dann schließe ich das Gespräch.'],
  botHelped: ['Das war es, danke.', 'Funktioniert, vielen Dank!', 'Gefunden, danke.'],
  botFailed: ['Das hilft mir leider nicht.', 'Das habe ich schon probiert.', 'Diese Einstellung gibt es bei uns nicht.'],
  botMissed: ['Das beantwortet meine Frage nicht.', 'Das meine ich nicht.'],
  wantsHuman: [
    'Ich möchte bitte mit einem Menschen sprechen.',
    'Können Sie mich mit einem Mitarbeiter verbinden?',
    'Bitte keinen Bot, ich brauche einen Ansprechpartner.',
  ],
  handover: 'Ich verbinde Sie mit einem Teammitglied, das Ihnen besser helfen kann.',
  handoverUrgent: 'Ich verbinde Sie sofort mit einem Spezialisten.',
  handoverAsked: 'Gerne! Ich verbinde Sie jetzt mit einem Teammitglied.',
  callGreeting: ['Brightwell Support, mein Name ist {agent}. Was kann ich für Sie tun?'],
  callSummary: ['Vielen Dank für Ihren Anruf. Zusammengefasst:', 'Wie am Telefon besprochen:'],
  confirmation: ['Klappt, vielen Dank!', 'Super, jetzt geht es.', 'Bestätigt, alles in Ordnung.'],
  thanks: ['Danke, das war es.', 'Funktioniert wieder, vielen Dank für die schnelle Hilfe.', 'Alles gut, Sie können das Ticket schließen.'],
  stillBroken: [
    'Leider besteht das Problem weiterhin.',
    'Heute Morgen ist es wieder aufgetreten.',
    'Eine Stunde ging es, jetzt ist alles wie vorher.',
  ],
  chaser: [
    'Gibt es schon etwas Neues?',
    'Ich habe noch nichts gehört. Könnte sich das bitte jemand ansehen?',
    'Wir warten seit {weekday}.',
  ],
  chaserSubject: ['Nachfrage: {subject}', 'Noch offen: {subject}'],
  leavesChat: ['Ich muss in eine Besprechung. Bitte antworten Sie per Mail.', 'Das dauert mir zu lange, bitte schreiben Sie an {email}.'],
  voicemail: ['(Sprachnachricht) {customer}, {org}. Bitte um Rückruf wegen: {subject}.'],
  goodbyeIdle: ['Da wir länger nichts von Ihnen gehört haben, wurde dieser Chat beendet.'],
  reminder: ['Kurze Erinnerung: Bitte beantworten Sie unsere Frage zu „{subject}“.'],
  autoResolved: ['Wir haben nichts mehr von Ihnen gehört und schließen die Anfrage. Mit einer Antwort öffnen Sie sie wieder.'],
  update: [
    'ein kurzer Zwischenstand: Die Ursache ist gefunden, die Kollegen arbeiten an der Korrektur. Ich melde mich spätestens am {weekday}.',
  ],
  handedOn: ['ich gebe das mit allen Einzelheiten an unsere Spezialisten weiter. Sie müssen nichts noch einmal erklären.'],
  praise: ['Schnell, freundlich, kompetent.', 'Sofort verstanden und gelöst.', 'So wünscht man sich Support.'],
  lukewarm: ['Gelöst, hat aber gedauert.', 'Am Ende gut, die erste Antwort ging am Thema vorbei.'],
  complaint: ['Viel zu lange gewartet.', 'Ich musste alles dreimal erklären.', 'Das Problem besteht weiterhin.'],
};

export const GERMAN_PROBLEMS: { readonly [K in Category]?: readonly Problem[] } = {
  Billing: [
    {
      subject: 'Rechnung {invoice} doppelt abgebucht',
      opening: 'die Rechnung {invoice} über {amount} wurde am {date} zweimal abgebucht. Bitte erstatten Sie eine der beiden Zahlungen.',
      asks: 'Eine Buchung ist bei uns nur vorgemerkt. Sind beide auf Ihrem Kontoauszug endgültig?',
      says: 'Ja, beide. Der Auszug liegt bei.',
      fix: 'Vielen Dank für den Auszug. Die zweite Buchung habe ich heute erstattet, sie ist in etwa fünf Werktagen auf Ihrem Konto.',
      bot: 'Eine zweite Buchung ist oft nur vorgemerkt und verschwindet nach einigen Tagen. Alle Zahlungen finden Sie unter Abrechnung > Zahlungen.',
      note: 'Double capture, refunded {invoice}.',
    },
    {
      subject: 'USt-IdNr. fehlt auf der Rechnung',
      opening:
        'auf der Rechnung {invoice} fehlt unsere Umsatzsteuer-Identifikationsnummer. Unsere Buchhaltung kann sie so nicht verbuchen.',
      asks: 'Gerne. Soll auch die Anschrift geändert werden? Auf der Rechnung steht noch die alte.',
      says: 'Ja bitte, die neue steht seit letzter Woche in den Einstellungen.',
      fix: 'Die korrigierte Rechnung ist angehängt. Künftige Rechnungen übernehmen Nummer und Anschrift aus Ihren Einstellungen.',
      bot: 'Die Nummer können Sie unter Abrechnung > Firmendaten eintragen; sie erscheint auf allen neuen Rechnungen.',
      note: 'Corrected invoice issued.',
    },
  ],
  Login: [
    {
      subject: 'Mail zum Zurücksetzen des Passworts kommt nicht an',
      opening: 'ich habe {small}-mal ein neues Passwort angefordert, aber es kommt keine Mail, auch nicht im Spam-Ordner.',
      asks: 'Ihr Mailserver hat unsere Nachricht um {time} abgelehnt. Könnte Ihre IT prüfen, ob unser Absender gesperrt ist?',
      says: 'Sie lag in der Quarantäne und ist jetzt freigegeben.',
      fix: 'Prima, ich habe Ihnen einen neuen Link geschickt, der eine Stunde lang gilt.',
      bot: 'Die Mail braucht bis zu fünf Minuten. Bitte fordern Sie nur einen Link an, jeder neue macht den vorigen ungültig.',
      note: 'Quarantined at customer.',
    },
    {
      subject: 'Neues Telefon, kein Zugang zu den Codes',
      opening: 'ich habe ein neues Telefon, und die App mit den Anmeldecodes ist leer. Wie komme ich wieder in mein Konto?',
      asks: 'Haben Sie die Wiederherstellungscodes gespeichert? Sonst muss Sie ein Administrator bestätigen.',
      says: 'Leider nicht. Unser Administrator ist in Kopie und bestätigt es.',
      fix: 'Danke Ihnen beiden. Die Zwei-Faktor-Anmeldung ist zurückgesetzt; beim nächsten Anmelden richten Sie sie neu ein.',
      bot: 'Bitte verwenden Sie einen Wiederherstellungscode, oder lassen Sie die Zwei-Faktor-Anmeldung von einem Administrator zurücksetzen.',
      note: '2FA reset, confirmed by admin.',
    },
  ],
  'Data import': [
    {
      subject: 'Umlaute nach dem Import kaputt',
      opening: 'nach dem Import von {file} stehen statt Umlauten Fragezeichen in {dashboard}. In der Quelle stimmt alles.',
      asks: 'Womit wurde die Datei geschrieben? Älteres Excel speichert in Windows-1252.',
      says: 'Mit Excel, „CSV (Trennzeichen-getrennt)“.',
      fix: 'Ich habe die Zeichenkodierung im Importprofil umgestellt und die Datei neu eingelesen. Die Umlaute stimmen jetzt.',
      bot: 'Bitte stellen Sie im Importprofil die Kodierung auf Windows-1252, oder speichern Sie die Datei als „CSV UTF-8“.',
      note: 'Encoding. Profile changed.',
    },
    {
      subject: 'Import bricht in Zeile {count} ab',
      opening: 'unser nächtlicher Import von {file} bricht in Zeile {count} ab. Bis {weekday} lief er ohne Fehler.',
      asks: 'Könnten Sie mir die Kopfzeile und die Zeilen um {count} schicken?',
      says: 'Angehängt. In der Zeile steht ein Kommentar mit Zeilenumbruch.',
      fix: 'Der Umbruch im Kommentar war die Ursache. „Strenge Zeilen“ ist nun aus, und der Import lief vollständig durch.',
      bot: 'Häufig ist ein Zeilenumbruch in einem Feld die Ursache. Schalten Sie im Importprofil „Strenge Zeilen“ aus.',
      note: 'Strict rows off.',
    },
  ],
  Reports: [
    {
      subject: 'Geplanter Bericht wurde nicht verschickt',
      opening: 'der Bericht „{dashboard}“, der jeden {weekday} um 7 Uhr verschickt wird, kam heute nicht an.',
      asks: 'Wurde der Eigentümer des Zeitplans geändert? Ohne Recht auf die Daten ruht er.',
      says: 'Er hat am {date} die Abteilung gewechselt.',
      fix: 'Sie sind jetzt Eigentümer des Zeitplans, und der Bericht von heute ist verschickt.',
      bot: 'Unter Berichte > Zeitpläne zeigt ein gelbes Zeichen, warum ein Zeitplan ruht.',
      note: 'Schedule owner changed.',
    },
  ],
};
