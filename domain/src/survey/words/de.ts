/** What is said to customers in German. */
import type { Words } from './words.ts';

export const de: Words = {
  name: 'Deutsch',
  kinds: {
    csat: {
      subject: 'Wie waren wir?',
      question: 'Wie zufrieden sind Sie damit, wie wir Ihr Anliegen bearbeitet haben?',
      low: 'Sehr unzufrieden',
      high: 'Sehr zufrieden',
      thanks: 'Vielen Dank. Ihre Antwort hilft uns, besser zu werden.',
    },
    nps: {
      subject: 'Würden Sie uns empfehlen?',
      question: 'Wie wahrscheinlich ist es, dass Sie uns Freunden oder Kollegen empfehlen?',
      low: 'Sehr unwahrscheinlich',
      high: 'Sehr wahrscheinlich',
      thanks: 'Vielen Dank. Ihre Antwort hilft uns, besser zu werden.',
    },
    ces: {
      subject: 'Wie einfach war es?',
      question: 'Wie einfach war es, Ihr Anliegen zu klären?',
      low: 'Sehr einfach',
      high: 'Sehr schwierig',
      thanks: 'Vielen Dank. Ihre Antwort hilft uns, besser zu werden.',
    },
  },
  about: (subject) => `Zu Ihrem Anliegen „${subject}“`,
  how: 'Wählen Sie eine Zahl. Vor dem Absenden können Sie einen Kommentar hinzufügen.',
  open: 'Antworten',
  until: (day) => `Sie können einmal antworten, bis zum ${day}.`,
  stop: 'Keine Umfragen mehr',
  comment: 'Was ist der Grund für Ihre Bewertung?',
  commentHint: 'Wenn Sie möchten',
  send: 'Absenden',
  chooseScore: 'Wählen Sie eine Zahl.',
  tooLong: (most) => `Ihr Kommentar darf höchstens ${most} Zeichen haben.`,
  answered: 'Ihre Antwort ist angekommen',
  answeredText: 'Sie können diese Seite schließen.',
  expired: 'Diese Umfrage ist beendet',
  expiredText: 'Danke, dass Sie antworten wollten. Wenn noch etwas offen ist, antworten Sie auf unsere letzte Nachricht.',
  stopTitle: 'Keine Umfragen mehr?',
  stopText: 'Wir fragen Sie dann nicht mehr, wie wir waren.',
  stopped: 'Wir fragen Sie nicht mehr',
  stoppedText: 'Sie können diese Seite schließen.',
  test: 'Das ist ein Test. Ihre Antwort wird nicht gespeichert.',
};
