/** What customers, agents and the bot say in French. */
import type { Category } from '../../arrivals/categories.ts';
import type { Phrases } from '../phrases.ts';
import type { Problem } from '../problem.ts';

export const FRENCH: Phrases = {
  customerHello: ['Bonjour,', 'Bonjour à tous,', "Bonjour l'équipe,", 'Madame, Monsieur,'],
  customerBye: ['Cordialement,\n{customer}', 'Bien à vous,\n{customer}\n{org}', 'Merci,\n{given}', "Merci d'avance,\n{given}"],
  stakes: ['Environ {seats} personnes sont concernées.', 'Cela bloque notre clôture mensuelle.', "C'est la deuxième fois ce mois-ci."],
  asides: [
    "Ce n'est pas urgent, mais ce serait bien cette semaine.",
    "Une capture d'écran est jointe.",
    "J'ai déjà regardé dans la documentation.",
  ],
  agentHello: ['Bonjour {given},', 'Bonjour {customer},', 'Bonjour {given}, merci pour votre message.'],
  agentBye: ['Cordialement,\n{agent}', 'Bien à vous,\n{agent}\nSupport Brightwell', 'Bonne journée,\n{agent}'],
  acknowledgement: ['Merci de nous avoir contactés. Votre demande porte le numéro {number} ; nous vous répondrons dès que possible.'],
  botHello: ["Bonjour {given}, je suis l'assistant Brightwell.", 'Bonjour {given} !'],
  botAgain: [
    "L'article « {subject} » de notre aide l'explique pas à pas. Cela vous aide-t-il ?",
    "Déconnectez-vous puis reconnectez-vous, s'il vous plaît. Est-ce toujours pareil ?",
  ],
  questionAgain: [
    "Merci. À quelle heure l'avez-vous vu pour la dernière fois, pour que je le trouve dans le journal ?",
    'Est-ce pareil chez un collègue qui a le même rôle ?',
    'Puis-je ouvrir votre espace de travail pour regarder ? En lecture seule.',
  ],
  answerAgain: ["La dernière fois, c'était aujourd'hui à {time}.", "C'est pareil chez une collègue.", 'Oui, allez-y.'],
  botGoodbye: ['Ravi de vous avoir aidé. À bientôt !', 'Parfait, je ferme cette conversation.'],
  botHelped: ["C'est bon, merci.", 'Ça marche, merci beaucoup !', "J'ai trouvé, merci."],
  botFailed: ["Cela ne m'aide pas.", "J'ai déjà essayé.", "Je n'ai pas ce réglage chez moi."],
  botMissed: ['Cela ne répond pas à ma question.', "Ce n'est pas ce que je demande."],
  wantsHuman: [
    'Je voudrais parler à une personne, s’il vous plaît.',
    'Pouvez-vous me passer un conseiller ?',
    "J'ai besoin d'une aide humaine.",
  ],
  handover: 'Je vous mets en relation avec un membre de l’équipe qui pourra mieux vous aider.',
  handoverUrgent: 'Je vous mets tout de suite en relation avec un spécialiste.',
  handoverAsked: 'Bien sûr ! Je vous mets en relation avec un membre de l’équipe.',
  callGreeting: ['Support Brightwell, {agent} à votre écoute. Que puis-je faire pour vous ?'],
  callSummary: ['Merci pour votre appel. En résumé :', 'Comme convenu au téléphone :'],
  confirmation: ['Ça marche, merci beaucoup !', 'Parfait, c’est réglé.', 'Je confirme, tout est bon.'],
  thanks: [
    'Merci, c’était bien cela.',
    'Tout fonctionne de nouveau, merci pour votre rapidité.',
    'C’est bon, vous pouvez clore le ticket.',
  ],
  stillBroken: [
    'Le problème est malheureusement toujours là.',
    'Cela a recommencé ce matin.',
    'Cela a marché une heure, puis de nouveau la même erreur.',
  ],
  chaser: ['Avez-vous du nouveau ?', 'Je suis toujours sans réponse. Quelqu’un pourrait-il regarder ?', 'Nous attendons depuis {weekday}.'],
  chaserSubject: ['Relance : {subject}', 'Toujours en attente : {subject}'],
  leavesChat: ['Je dois partir en réunion. Répondez-moi par mail, s’il vous plaît.', 'C’est trop long pour moi, écrivez-moi à {email}.'],
  voicemail: ['(message vocal) {customer}, {org}. Merci de me rappeler au sujet de : {subject}.'],
  goodbyeIdle: ['Sans nouvelles de votre part, nous avons fermé cette discussion.'],
  reminder: ['Petit rappel : nous attendons votre réponse au sujet de « {subject} ».'],
  autoResolved: ['Sans réponse de votre part, nous fermons la demande. Une réponse à ce message la rouvrira.'],
  update: ['un point rapide : la cause est trouvée et mes collègues préparent la correction. Je reviens vers vous {weekday} au plus tard.'],
  handedOn: ['je transmets votre demande avec tous les détails à nos spécialistes. Vous n’aurez rien à réexpliquer.'],
  praise: ['Rapide et très aimable.', 'Problème compris et réglé tout de suite.', 'Un support comme on les aime.'],
  lukewarm: ['Résolu, mais c’était long.', 'La première réponse était à côté, la seconde parfaite.'],
  complaint: ['Beaucoup trop d’attente.', 'J’ai dû tout expliquer trois fois.', 'Ce n’est toujours pas réglé.'],
};

export const FRENCH_PROBLEMS: { readonly [K in Category]?: readonly Problem[] } = {
  Billing: [
    {
      subject: 'Facture {invoice} prélevée deux fois',
      opening: 'la facture {invoice} de {amount} a été prélevée deux fois le {date}. Merci de rembourser un des deux paiements.',
      asks: 'Un des paiements n’est que réservé chez nous. Les deux figurent-ils comme définitifs sur votre relevé ?',
      says: 'Oui, les deux. Le relevé est joint.',
      fix: 'Merci pour le relevé. J’ai remboursé le second prélèvement aujourd’hui ; comptez cinq jours ouvrés.',
      bot: 'Un second prélèvement n’est souvent qu’une réservation. Vous trouverez tous les paiements sous Facturation > Paiements.',
      note: 'Double capture, refunded {invoice}.',
    },
    {
      subject: 'Passer au forfait inférieur',
      opening: 'nous sommes moins nombreux et souhaitons passer de {plan} au forfait inférieur. Le bouton est grisé.',
      asks: 'Le forfait inférieur contient 10 tableaux de bord, vous en avez {small} de trop. Lesquels peut-on archiver ?',
      says: 'Tous ceux que personne n’a ouverts depuis six mois.',
      fix: 'Les tableaux inutilisés sont archivés et le changement est prévu pour la prochaine période. Rien n’est supprimé.',
      bot: 'Le changement est possible dès que vous respectez les limites du forfait : Facturation > Forfait.',
      note: 'Downgrade booked.',
    },
  ],
  Login: [
    {
      subject: 'Compte bloqué après plusieurs essais',
      opening: 'mon compte est bloqué, je me suis trompé de mot de passe. J’ai une réunion à {time} et il me faut {dashboard}.',
      asks: 'Pour vérifier : avec quelle adresse vous connectez-vous, et depuis quand avez-vous ce compte ?',
      says: '{email}, depuis deux ans environ.',
      fix: 'Merci. Le blocage est levé, vous pouvez vous connecter.',
      bot: 'Le blocage prend fin au bout de 15 minutes, ou tout de suite avec « Mot de passe oublié ».',
      note: 'Identity checked, lock removed.',
    },
  ],
  'Data import': [
    {
      subject: 'Accents illisibles après l’import',
      opening: 'après l’import de {file}, les accents apparaissent comme des points d’interrogation dans {dashboard}.',
      asks: 'Avec quel logiciel le fichier est-il créé ? Un ancien Excel enregistre en Windows-1252.',
      says: 'Avec Excel, « CSV (séparateur : point-virgule) ».',
      fix: 'J’ai changé l’encodage dans votre profil et relancé l’import. Les accents sont corrects.',
      bot: 'Choisissez l’encodage Windows-1252 dans le profil d’import, ou enregistrez le fichier en « CSV UTF-8 ».',
      note: 'Encoding. Profile changed.',
    },
  ],
  'UI bug': [
    {
      subject: 'Le bouton Exporter ne fait rien',
      opening: 'le bouton Exporter de {dashboard} ne fait rien quand je clique. Pas de message, pas de fichier.',
      asks: 'Quel navigateur utilisez-vous, et avez-vous un bloqueur de fenêtres ?',
      says: 'Firefox avec un bloqueur. Sans lui, cela marche !',
      fix: 'C’est noté. Ajoutez notre adresse aux exceptions ; nous allons aussi changer l’export pour qu’il se passe de fenêtre.',
      bot: 'L’export ouvre une fenêtre. Autorisez les fenêtres pour notre adresse et réessayez.',
      note: 'Pop-up blocker.',
    },
  ],
};
