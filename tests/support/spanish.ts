import { draftEntry } from "./temporary.ts";

/** languages/es.yaml, as somebody would write it who speaks Spanish and no TypeScript. */
export const spanish = `
name: Español
letters: ñ
buttons:
  solved: Resuelto
  stuck: Sigo sin poder entrar
  notMeant: No es lo que quise decir
  noneOfThese: Ninguna de estas
  topics: Temas
  moreSources: Más fuentes
  createCase: Crear un caso
  openForm: Abrir el formulario
  openPage: Abrir la página
  writeMessage: Mensaje a mi administrador
  otherLanguageMessage: El mensaje en {language}
  administrator: Soy el administrador
  sent: Ya lo envié
  person: Hablar con una persona
  backToSteps: Volver a los pasos
  share: Compartir con el canal
  remove: No sirve, quitar
  ask: Con mis palabras
  goOn: Está bien, seguir
  draftAnyway: Ver el borrador
  editDraft: Cambiar el texto
  changeAnswers: Cambiar mis respuestas
  forgetDraft: Borrar el borrador
  showHere: Mostrar aquí
  askTeam: Preguntar a nuestro equipo
  addToTeam: Añadir algo
  replyTeam: Responder al equipo
  take: Yo me encargo
  close: Cerrar
  closeNow: Cerrarlo
  keepOpen: Dejarlo abierto
  openAgain: Abrir otra vez
  forward: Enviar esto al equipo
  myData: Mis datos
  forgetAll: Olvidar todo
  keepAll: Conservarlo
  somethingElse: Es otra cosa
  notNow: Ahora no
menu: { related: Temas parecidos, more: Más }
askForm: { title: Su pregunta, label: ¿Qué pasa?, hint: Nunca una contraseña., submit: Buscar, empty: Escriba unas palabras. }
formNotes: { case: "Nunca una contraseña. Guardo esto {days} días.", edit: "Nunca una contraseña. Guardo el texto {days} días.", ask: Nunca una contraseña., reply: El equipo lo leerá. }
commandHint: "También puede escribir la pregunta: /aws-help no llega el SMS"
removeNotYours: Solo quien preguntó puede quitarlo.
surface: { chosen: "Eligió:", search: ¿Qué pasa?, searchHint: Escriba y pulse Enter, cantShare: No puedo escribir aquí., formFailed: No se abrió., formHint: Escriba su respuesta., formLeft: Nada se envió., formInvalid: "Casi. Mire otra vez:", formCorrect: Corregir, formFollows: Falta un paso., formContinue: Seguir, command: { description: Ayuda para entrar en AWS, option: pregunta, optionHint: Qué pasa, find: Buscar una respuesta }, sharedBy: "De parte de {person}", sharedQuestion: "La pregunta: {question}", sentDirectly: Le escribí en privado., directClosed: Sus mensajes están cerrados. Use /aws-help., sentInstead: Allí no puedo escribir. Aquí está., cantPost: No puedo escribir aquí. Use /aws-help., cantRead: Aquí no le leo. Nómbreme o pulse un botón., panel: ¿No puede entrar en AWS? Pulse y cuente., panelAsk: Contar, panelTopics: Temas, solvedTags: "resuelto, solucionado", markedSolved: "Resuelto, porque lo dijo {person}.", leaveHint: Para salir escriba salir., leaveWords: "salir, exit", idleTags: "sin respuesta, inactivo", markedIdle: Nadie ha contestado., trial: { posted: Es una prueba., edited: Es una prueba cambiada., direct: Es una prueba para usted. } }
askedBack: { step: "Es el paso {number}:", nothing: "Sobre {topic} no sé más.", closest: "No estoy seguro. Lo más parecido que sé:", perhaps: "¿O se trata de esto?" }
source: Fuente
checked: revisado el {date}
allSources: "Esta respuesta se basa en estas páginas:"
stuckTitle: Veamos qué más puede ser
caseHelps: Tengo listo el texto de un caso, y los pasos para enviarlo.
administratorHelps: Tengo listo un mensaje para su administrador.
caseOrAdministrator: Depende de cómo entra usted.
administratorOnly: Solo su administrador puede ayudar.
linkHelps: Esta página es el camino.
nobodyKnown: Elija otro tema, o hable con una persona.
caseTitle: Un caso para AWS Support
caseStart: Son {count} preguntas cortas, y escribo el caso en inglés.
caseQuestions:
  title: Para su caso
  titleOfStep: Su caso, {step} de {steps}
  next: Seguir
  finish: Escribir el borrador
  missing: Responda esta, por favor.
  tooLong: Como máximo {limit} caracteres.
  noDomain: Escriba lo que va después de la @.
  noDigits: Solo números.
untried: { title: Antes un paso, help: AWS lo va a pedir. }
draftTitle: Su borrador
draftHelp: Léalo, por favor. Guardo el borrador hasta el {time}.
draftGaps: Complete lo que está entre [corchetes].
accountGaps: El número está en la factura.
haveReady: Tenga a mano el número de la cuenta.
draftMeans: Qué dice
draftTried: "Probado:"
draftOwnWords: con sus palabras
draftWaits: El borrador está en sus mensajes directos.
draftForgotten: El borrador está borrado.
editForm: { title: El texto de su caso, hint: En inglés., submit: Guardar }
doorTitle: Su caso, paso a paso
doorHelp: Copie el asunto y la descripción.
caseForm: { type: Tipo, service: Servicio, category: Categoría, severity: Gravedad, subject: Asunto, description: Descripción, language: Idioma }
caseSteps:
  console:
    open: ["Abra [AWS Support Center]({url}).", "Elija **Create case** y complete:"]
    send: ["Elija **{contact}**.", Elija **Submit**.]
  no-sign-in:
    open: ["Abra [el formulario]({url}) y pegue:"]
    send: [Envíelo.]
  mfa-form:
    open: ["Abra [el formulario de MFA]({url}) y pegue:"]
    send: [Envíelo.]
casePrivacy: No escriba contraseñas ni códigos.
caseWithoutSignIn: ¿No puede entrar? Use [el formulario público]({url}).
messageTitle: Un mensaje para su administrador
messageHelp: Envíelo a quien administra AWS en su empresa.
administratorTitle: Para el administrador
questionsTitle: Preguntas sobre esto
sentForm: { title: Ya lo envió, label: Número del caso, hint: Puede dejarlo vacío., submit: Listo }
caseSentAs: "Su caso es el {id}."
caseSent: Bien. La respuesta llega por correo.
messageSent: Bien. Pruebe otra vez cuando esté hecho.
late:
  moment: Escribió esto cuando estuve fuera un momento.
  minutes: Escribió esto hace {minutes} minutos, cuando estuve fuera.
  hour: Escribió esto hace una hora, cuando estuve fuera.
  hours: Escribió esto hace casi dos horas, cuando estuve fuera.
nudge: ¿Le sirvió lo que le dije de “{topic}”?
team:
  passedOn: Se lo pasé a nuestro equipo.
  waiting: Nuestro equipo lo tiene.
  takenForYou: "{name} se encarga ahora."
  takenForYouSince: "{name} se encarga desde el {time}."
  closedForYou: "{name} lo cerró. ¿Funciona?"
  unreachable: No pude avisar al equipo. Pruebe más tarde.
  passedOnWords: Se lo pasé al equipo.
  passedOnNoPicture: Le pasé sus palabras al equipo, no la imagen.
  solvedTold: Me alegro. Se lo dije al equipo.
  thanksNoted: Bien. Cuando esté resuelto, dígamelo y aviso al equipo.
  forwardGone: Ya no tengo ese mensaje. Escríbalo otra vez, por favor.
  openedForYou: "{name} abrió otra vez su pregunta."
  answerHere: Lo que escriba aquí llega al equipo.
  news: Hay noticias del equipo, solo para usted.
  notYours: Eso es para otra persona.
  somebody: Alguien
  writes: "{name} escribe:"
  saysSolved: "{name} dice que ya está:"
  pressedSolved: "{name} dice que ya está."
  needsHelp: "{name} pide ayuda"
  asked: Pregunta
  topic: Tema
  language: Idioma
  tried: Probado sin éxito
  draft: Borrador del caso
  askedAt: Preguntó el {time}.
  howToAnswer: Mencióneme en este hilo para responder.
  howToAnswerAll: Lo que escriba en este hilo llega a la persona, salvo lo que empiece con //.
  mentionToReply: Eso no se lo pasé a {name}. Mencióneme para responder.
  noWords: Solo puedo pasar palabras.
  nobodyYet: Nadie se encarga todavía.
  taken: "{name} se encarga."
  takenSince: "{name} se encarga desde el {time}."
  closed: "{name} lo cerró."
  closedOn: "{name} lo cerró el {time}."
  closeAsk: ¿Cerrarlo? Se lo diré a {name}.
  keptOpen: Sigue abierto.
  isOpen: Está abierto.
  opened: Está abierto otra vez. Se lo dije a la persona.
  closedAlready: Está cerrado.
  delivered: Se lo pasé.
  notReached: No pude avisar a la persona.
  teamOnly: Solo el equipo puede hacerlo.
limits:
  person: Fue mucho de golpe. Deme un minuto y seguimos.
  channel: Aquí se pregunta mucho a la vez. Espere un minuto o escríbame por mensaje directo.
  handovers: El equipo tiene sus últimas preguntas. Dentro de una hora puedo pasarle otra.
  wordsToTeam: El equipo tiene sus últimos mensajes. Este no se lo pasé, espere su respuesta.
  wordsToPerson: La persona aún no respondió. Este mensaje no se lo pasé.
  cutForTeam: Se lo pasé al equipo, solo los primeros {limit} caracteres.
  cutForPerson: Se lo pasé, solo los primeros {limit} caracteres.
kept:
  title: Lo que guardo sobre usted
  conversations: "Conversaciones: {count}, hasta {days} días."
  questions: Su última pregunta.
  topic: "Tema: {topic}."
  language: "Idioma: {language}."
  draft: Un borrador, hasta el {time}.
  request: Una petición al equipo, hasta {days} días.
  requestedAt: La hizo el {time}.
  open: Está abierta.
  closed: Está cerrada.
  taken: "Peticiones que atiende: {count}."
  unfinished: "Mensajes sin responder: {count}."
  notes: "Notas técnicas: {count}."
  unanswered: Preguntas sin autor, {days} días.
  stays: Los mensajes quedan en el chat.
  staysWithTeam: Los mensajes quedan en el chat y en el canal del equipo.
  ask: ¿Lo olvido todo?
  forgotten: Hecho. Lo borré todo.
  unchanged: Bien, no borré nada.
  failed: No pude borrarlo todo. Pruebe más tarde.
  pointer: Es solo para usted.
  deletedForTeam: La persona pidió que la olvidara.
  deletedRequest: Esa petición se borró.
  hint: Para ver o borrar lo que guardo, escriba “olvídame”.
replyForm: { title: A nuestro equipo, label: ¿Qué deben saber?, hint: Nunca una contraseña., submit: Enviar }
solved: Me alegro. Aquí estoy.
solvedByOther: Solo quien preguntó puede cerrarlo.
thanks: De nada.
thanksFor: De nada. ¿Funcionó?
greeting: ¡Hola! ¿Qué ve en la pantalla?
several: "Son varias cosas: {topics}. ¿Cuál primero?"
troubles:
  first: Empecemos por {first}.
  signInFirst: Empecemos por {first}, pues lo demás pide iniciar sesión.
  next: "Listo {done}. ¿Seguimos con {next}?"
  noted: "Anoto {later}. ¿Terminamos primero {current}?"
  letGo: De acuerdo, ahora no.
about:
  whoOfTeam: Soy un bot de {team}.
  who: Soy un bot.
  can: Le doy los pasos de AWS.
  passesOn: También le paso su pregunta a nuestro equipo.
  cannot: No veo ninguna cuenta ni pido contraseñas.
  languages: "Escríbame en {languages}."
  keeps: Guardo poco, y Mis datos lo muestra.
talk:
  tellMe: Bien. Cuénteme cuando funcione.
  confused: Vamos paso a paso. ¿Qué paso no está claro? Escríbame su número.
  pickOne: "¿Cuál de estas?"
  goOnWith: "Cuando quiera, siga con esto:"
  allRight: De acuerdo. Aquí estoy.
  inOwnWords: Entonces cuente con sus palabras qué ve.
  sorry: Lo siento, qué fastidio.
  sorryAgain: "Le entiendo. Estas son las vías:"
  otherLanguage: "No conozco esa lengua. Escriba en {languages}."
suggest: "No estoy seguro. ¿Quiso decir:"
otherwise: "Perdón. Quizás es una de estas:"
decline: No sé de qué se trata. Elija un tema.
blank: No hay palabras que pueda leer.
picture: No puedo leer imágenes.
noSuchNumber: "Ese número no está. Elija:"
unknownButton: "Ese botón ya no funciona. Estos sí:"
gone: "Ese tema ya no está. Quizás:"
person: Así llega a una persona.
fault: Algo falló. Envíelo otra vez.
delayed: Algo falló. Respondo más tarde.
secrets:
  title: Hay un secreto en su mensaje
  seen: Vi {kinds}. No lo guardé.
  place: { private: "Borre el mensaje. Después:", aside: "Nadie más lo ve aquí. Por si acaso:", channel: "Borre el mensaje. Después:" }
  kinds: { private-key: una clave privada, access-key: una clave de acceso, secret-key: una clave secreta, session-token: un token de sesión, slack-token: un token de Slack, discord-token: un token de Discord, webhook-url: un webhook, token: un token, card-number: una tarjeta, password: una contraseña, recovery-code: un código de recuperación, one-time-code: un código, identity-number: un número de documento }
  revoke: { private-key: Cámbiela., access-key: "Desactívela en [IAM](https://console.aws.amazon.com/iam/).", session-token: Revóquelo., slack-token: Revóquelo., discord-token: Cámbielo., webhook-url: Bórrelo., token: Revóquelo., card-number: Llame al banco., password: Cámbiela., recovery-code: Cree otros., one-time-code: Pida otro., identity-number: Avise al banco. }
lures: { title: Cuidado con una respuesta, seen: Alguien respondió como los estafadores., never: "**Nunca** dé una contraseña.", addresses: "Las de [AWS](https://aws.amazon.com/) terminan en amazon.com.", report: Avise a los moderadores., forTeam: Una respuesta sospechosa, who: Quién, where: Dónde, wrote: "Dice:" }
heard:
  solved: resuelto, ya funciona, ya está, listo
  stuck: sigue igual, todavía no, no funciona, sigo sin poder
  no: no, nop
  yes: sí, claro
  unsure: no sé, no estoy seguro
  thanks: gracias, muchas gracias
  greeting: hola, buenos días, buenas
  notMeant: no es eso, otra cosa
  language: español, en español, spanish, in spanish
  person: una persona, hablar con alguien
  kept: olvídame, borra mis datos, qué sabes de mí
  ok: vale, bien
  later: ahora no, luego, mañana
  help: ayuda, ayúdeme
  about: quién eres, eres un bot, qué puedes hacer
  confused: no entiendo, cómo así
  news: hay novedades, alguna noticia
  anger: inútil, no sirves
  filler: por favor, muy, ya, el, la, a, me, con
ordinals:
  words: primero, segundo, tercero, cuarto, quinto, sexto
  last: último
  before: el, la, opción
  after: por favor
articles: el, la, un, una, mi
`;

interface Text {
  readonly title: string;
  readonly phrases: readonly string[];
  readonly front?: string;
  readonly body: string;
}

function textFile({ title, phrases, front = "", body }: Text): string {
  const list = phrases.map((phrase) => `  - ${JSON.stringify(phrase)}\n`).join("");
  return `---\ntitle: ${title}\nphrases:\n${list}${front}---\n${body}`;
}

const source =
  "source: [{ name: A guide, url: https://example.com/guide }]\nverified: 2026-01-05\nrelated: []";
const handOver = (message: string, steps: string) =>
  `1. Look.\n\n## Message\n${message}\n\n## Administrator\n1. ${steps}\n`;
const labels = (key: string, window: string) => `options:\n  lost-key: ${key}\n  stuck-window: ${window}\n`;

/** Four entries in three languages, one of which comes with the pack. */
export const trilingualPack: Readonly<Record<string, string>> = {
  "languages/es.yaml": spanish,
  "pack.yaml": "home: home\nperson: caretaker\n",
  ...draftEntry("lost-key", {
    yaml: `kind: answer\n${source}\nescalate: { to: administrator }`,
    title: "I lost the key",
    phrases: ["the key of my door is lost", "cannot find my key anywhere", "somebody stole the key"],
    body: handOver("My key is gone.", "Make a key."),
  }),
  "lost-key/vi.md": textFile({
    title: "Mất chìa khoá",
    phrases: ["tôi làm mất chìa khoá nhà rồi", "không tìm thấy chìa khoá đâu cả", "bị trộm chìa khoá"],
    body: handOver("Em mất chìa khoá.", "Làm chìa khoá."),
  }),
  "lost-key/es.md": textFile({
    title: "Perdí la llave",
    phrases: ["se me perdió la llave de la puerta", "no encuentro mi llave", "me robaron la llave de casa"],
    body: handOver("Perdí mi llave.", "Haga una llave."),
  }),
  ...draftEntry("stuck-window", {
    title: "The window does not open",
    phrases: ["my window is stuck", "window will not open", "the glass is jammed in its frame"],
  }),
  "stuck-window/vi.md": textFile({
    title: "Cửa sổ không mở",
    phrases: ["cửa sổ bị kẹt mở không được", "kính cửa sổ kẹt cứng", "không mở được cửa sổ"],
    body: "1. Thử lại.\n",
  }),
  "stuck-window/es.md": textFile({
    title: "La ventana no abre",
    phrases: ["la ventana está atascada", "no puedo abrir la ventana", "el vidrio no se mueve"],
    body: "1. Empuje.\n",
  }),
  ...draftEntry("caretaker", { title: "The caretaker", phrases: ["who is in charge of this house"] }),
  "caretaker/vi.md": textFile({ title: "Quản gia", phrases: ["ai quản lý nhà này"], body: "1. Gọi.\n" }),
  "caretaker/es.md": textFile({
    title: "El conserje",
    phrases: ["quién cuida este edificio"],
    body: "1. Llame.\n",
  }),
  ...draftEntry("home", {
    yaml: "kind: choice\noptions: [lost-key, stuck-window]",
    title: "What is it about?",
    phrases: ["what can you do", "help", "show the topics"],
    front: labels("A key", "A window"),
  }),
  "home/vi.md": textFile({
    title: "Chuyện gì vậy?",
    phrases: ["trợ giúp với ạ", "có những chủ đề nào"],
    front: labels("Chìa khoá", "Cửa sổ"),
    body: "",
  }),
  "home/es.md": textFile({
    title: "¿De qué se trata?",
    phrases: ["ayuda por favor", "qué temas hay", "qué puedes hacer"],
    front: labels("Una llave", "Una ventana"),
    body: "",
  }),
};
