/** What customers, agents and the bot say in Spanish. */
import type { Category } from '../../arrivals/categories.ts';
import type { Phrases } from '../phrases.ts';
import type { Problem } from '../problem.ts';

export const SPANISH: Phrases = {
  customerHello: ['Hola:', 'Buenos días:', 'Hola, equipo:', 'Buenas tardes:'],
  customerBye: ['Un saludo,\n{customer}', 'Saludos cordiales,\n{customer}\n{org}', 'Gracias,\n{given}', 'Muchas gracias,\n{given}'],
  stakes: ['Afecta a unas {seats} personas.', 'Nos bloquea el cierre del mes.', 'Es la segunda vez este mes.'],
  asides: ['No es urgente, pero nos vendría bien esta semana.', 'Adjunto una captura.', 'Ya he mirado la documentación.'],
  agentHello: ['Hola, {given}:', 'Buenos días, {given}:', 'Hola, {given}, gracias por escribirnos.'],
  agentBye: ['Un saludo,\n{agent}', 'Saludos,\n{agent}\nSoporte de Brightwell', 'Que tenga un buen día,\n{agent}'],
  acknowledgement: ['Gracias por contactar con Brightwell. Su consulta tiene el número {number}; le responderemos lo antes posible.'],
  botHello: ['Hola, {given}, soy el asistente de Brightwell.', '¡Hola, {given}!'],
  botAgain: [
    'El artículo «{subject}» de nuestra ayuda lo explica paso a paso. ¿Le sirve?',
    'Cierre la sesión y vuelva a entrar, por favor. ¿Sigue igual?',
  ],
  questionAgain: [
    'Gracias. ¿A qué hora lo vio por última vez? Así lo busco en el registro.',
    '¿Le pasa también a alguien con el mismo rol?',
    '¿Puedo abrir su espacio para verlo? Solo lectura.',
  ],
  answerAgain: ['La última vez, hoy a las {time}.', 'A una compañera le pasa lo mismo.', 'Sí, adelante.'],
  botGoodbye: ['¡Me alegro! Hasta pronto.', 'Perfecto, cierro la conversación.'],
  botHelped: ['Era eso, gracias.', '¡Funciona, muchas gracias!', 'Ya lo encontré, gracias.'],
  botFailed: ['Eso no me ayuda.', 'Ya lo he probado.', 'No tengo ese ajuste.'],
  botMissed: ['Eso no responde a mi pregunta.', 'No es lo que pregunto.'],
  wantsHuman: ['Quiero hablar con una persona, por favor.', '¿Me puede pasar con un agente?', 'Necesito ayuda de una persona.'],
  handover: 'Le paso con una persona del equipo que podrá ayudarle mejor.',
  handoverUrgent: 'Le paso ahora mismo con un especialista.',
  handoverAsked: '¡Por supuesto! Le paso ahora con una persona del equipo.',
  callGreeting: ['Soporte de Brightwell, le atiende {agent}. ¿En qué puedo ayudarle?'],
  callSummary: ['Gracias por su llamada. En resumen:', 'Según lo hablado por teléfono:'],
  confirmation: ['¡Funciona, muchas gracias!', 'Perfecto, resuelto.', 'Confirmado, todo bien.'],
  thanks: ['Gracias, era eso.', 'Ya funciona todo, gracias por la rapidez.', 'Todo bien, pueden cerrar el ticket.'],
  stillBroken: ['Por desgracia sigue sin funcionar.', 'Esta mañana ha vuelto a pasar.', 'Funcionó una hora y otra vez el mismo error.'],
  chaser: ['¿Hay alguna novedad?', 'Sigo sin respuesta. ¿Puede mirarlo alguien, por favor?', 'Esperamos desde el {weekday}.'],
  chaserSubject: ['Sin respuesta: {subject}', 'De nuevo: {subject}'],
  leavesChat: ['Tengo que entrar en una reunión. Respóndanme por correo, por favor.', 'Tarda demasiado, escríbanme a {email}.'],
  voicemail: ['(mensaje de voz) {customer}, {org}. Por favor, llámenme por: {subject}.'],
  goodbyeIdle: ['Como no hemos sabido nada más, hemos cerrado este chat.'],
  reminder: ['Un recordatorio: esperamos su respuesta sobre «{subject}».'],
  autoResolved: ['Al no tener respuesta, cerramos la consulta. Si responde a este mensaje, se abre de nuevo.'],
  update: ['una breve actualización: ya conocemos la causa y mis compañeros preparan la corrección. Le escribo el {weekday} a más tardar.'],
  handedOn: ['paso su consulta con todos los detalles a nuestros especialistas. No tendrá que explicarlo otra vez.'],
  praise: ['Rápidos y muy amables.', 'Lo entendieron y resolvieron enseguida.', 'Así da gusto.'],
  lukewarm: ['Resuelto, pero tardó.', 'La primera respuesta no era, la segunda sí.'],
  complaint: ['Demasiada espera.', 'Tuve que explicarlo todo tres veces.', 'Sigue sin resolverse.'],
};

export const SPANISH_PROBLEMS: { readonly [K in Category]?: readonly Problem[] } = {
  Billing: [
    {
      subject: 'Cobro doble de la factura {invoice}',
      opening: 'nos han cobrado dos veces la factura {invoice} de {amount}, el {date}. Por favor, devuelvan uno de los dos pagos.',
      asks: 'Uno de los pagos figura como reservado. ¿Aparecen los dos como definitivos en su extracto?',
      says: 'Sí, los dos. Adjunto el extracto.',
      fix: 'Gracias por el extracto. He devuelto hoy el segundo cobro; lo verá en unos cinco días laborables.',
      bot: 'El segundo cobro suele ser una reserva que desaparece. Todos los pagos están en Facturación > Pagos.',
      note: 'Double capture, refunded {invoice}.',
    },
  ],
  Login: [
    {
      subject: 'No llega el correo para cambiar la contraseña',
      opening: 'he pedido {small} veces una contraseña nueva y no llega ningún correo, tampoco a la carpeta de spam.',
      asks: 'Su servidor rechazó nuestro mensaje a las {time}. ¿Puede comprobar su equipo de sistemas si nos tiene bloqueados?',
      says: 'Estaba en cuarentena, ya nos lo han liberado.',
      fix: 'Estupendo. Le he enviado un enlace nuevo que vale una hora.',
      bot: 'El correo puede tardar cinco minutos. Pida solo un enlace: cada nuevo anula el anterior.',
      note: 'Quarantined at customer.',
    },
  ],
  'Data import': [
    {
      subject: 'Filas duplicadas tras la importación',
      opening:
        'desde la importación del {date} todos los pedidos aparecen dos veces en {dashboard}. ¿Cómo quitamos los {count} duplicados?',
      asks: 'Veo dos ejecuciones con once minutos de diferencia. ¿La lanzó alguien a mano?',
      says: 'Sí, una compañera pensó que había fallado.',
      fix: 'He quitado la segunda carga y he puesto el número de pedido como clave, así no volverá a pasar.',
      bot: 'Elija una columna única como clave en el perfil de importación. Una carga se puede deshacer en el historial.',
      note: 'Batch rolled back, key set.',
    },
  ],
  'Mobile app': [
    {
      subject: 'La aplicación se cierra al abrirla',
      opening: 'la aplicación se cierra nada más abrirla desde la actualización de ayer. Teléfono: {phone}.',
      asks: '¿Pasa también en modo avión?',
      says: 'En modo avión se abre.',
      fix: 'Un mapa vacío cerraba la aplicación. Lo hemos corregido en el servidor; ya se abre sin actualizar.',
      bot: 'Desinstale la aplicación, reinicie el teléfono e instálela de nuevo.',
      note: 'Crash in map widget.',
    },
  ],
};
