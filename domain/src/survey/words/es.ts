/** What is said to customers in Spanish. */
import type { Words } from './words.ts';

export const es: Words = {
  name: 'Español',
  kinds: {
    csat: {
      subject: '¿Qué tal lo hicimos?',
      question: '¿Qué tan satisfecho está con la atención a su solicitud?',
      low: 'Muy insatisfecho',
      high: 'Muy satisfecho',
      thanks: 'Gracias. Su respuesta nos ayuda a mejorar.',
    },
    nps: {
      subject: '¿Nos recomendaría?',
      question: '¿Qué probabilidad hay de que nos recomiende a un amigo o colega?',
      low: 'Nada probable',
      high: 'Muy probable',
      thanks: 'Gracias. Su respuesta nos ayuda a mejorar.',
    },
    ces: {
      subject: '¿Fue fácil?',
      question: '¿Qué tan fácil fue que atendiéramos su solicitud?',
      low: 'Muy fácil',
      high: 'Muy difícil',
      thanks: 'Gracias. Su respuesta nos ayuda a mejorar.',
    },
  },
  about: (subject) => `Sobre su solicitud «${subject}»`,
  how: 'Elija un número. Antes de enviarlo puede añadir un comentario.',
  open: 'Responder',
  until: (day) => `Puede responder una vez, hasta el ${day}.`,
  stop: 'No más encuestas',
  comment: '¿Cuál es el motivo de su puntuación?',
  commentHint: 'Si lo desea',
  send: 'Enviar',
  chooseScore: 'Elija un número.',
  tooLong: (most) => `Su comentario puede tener como máximo ${most} caracteres.`,
  answered: 'Hemos recibido su respuesta',
  answeredText: 'Puede cerrar esta página.',
  expired: 'Esta encuesta ha terminado',
  expiredText: 'Gracias por querer responder. Si queda algo pendiente, responda a nuestro último mensaje.',
  stopTitle: '¿No más encuestas?',
  stopText: 'No volveremos a preguntarle qué tal lo hicimos.',
  stopped: 'No volveremos a preguntarle',
  stoppedText: 'Puede cerrar esta página.',
  test: 'Esto es una prueba. Su respuesta no se guarda.',
};
