/** What is said to customers in French. */
import type { Words } from './words.ts';

export const fr: Words = {
  name: 'Français',
  kinds: {
    csat: {
      subject: 'Êtes-vous satisfait ?',
      question: 'Dans quelle mesure êtes-vous satisfait du traitement de votre demande ?',
      low: 'Pas du tout satisfait',
      high: 'Très satisfait',
      thanks: 'Merci. Votre réponse nous aide à nous améliorer.',
    },
    nps: {
      subject: 'Nous recommanderiez-vous ?',
      question: 'Quelle est la probabilité que vous nous recommandiez à un ami ou à un collègue ?',
      low: 'Pas du tout probable',
      high: 'Très probable',
      thanks: 'Merci. Votre réponse nous aide à nous améliorer.',
    },
    ces: {
      subject: 'Était-ce facile ?',
      question: 'A-t-il été facile de faire traiter votre demande ?',
      low: 'Très facile',
      high: 'Très difficile',
      thanks: 'Merci. Votre réponse nous aide à nous améliorer.',
    },
  },
  about: (subject) => `Au sujet de votre demande « ${subject} »`,
  how: 'Choisissez une note. Vous pourrez ajouter un commentaire avant l’envoi.',
  open: 'Répondre',
  until: (day) => `Vous pouvez répondre une fois, jusqu’au ${day}.`,
  stop: 'Plus d’enquêtes',
  comment: 'Quelle est la raison de votre note ?',
  commentHint: 'Facultatif',
  send: 'Envoyer',
  chooseScore: 'Choisissez une note.',
  tooLong: (most) => `Votre commentaire peut comporter au plus ${most} caractères.`,
  answered: 'Votre réponse est enregistrée',
  answeredText: 'Vous pouvez fermer cette page.',
  expired: 'Cette enquête est terminée',
  expiredText: 'Merci d’avoir voulu répondre. S’il reste une question, répondez à notre dernier message.',
  stopTitle: 'Plus d’enquêtes ?',
  stopText: 'Nous ne vous demanderons plus votre avis.',
  stopped: 'Nous ne vous demanderons plus',
  stoppedText: 'Vous pouvez fermer cette page.',
  test: 'Ceci est un essai. Votre réponse n’est pas conservée.',
};
