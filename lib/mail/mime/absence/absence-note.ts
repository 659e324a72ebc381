import { ABSENCE_WORDS } from "./absence-words";

/** The longest notes: what is longer was written for one reader. */
const LONGEST = 1_500;
/** How far into a note its one purpose may come. */
const OPENING = 320;

/**
 * The words by which a message without a machine's headers shows to be an absence note, or null. It must say early that the
 * writer is away, and hold besides what machines are told to say (whom to ask when it is urgent, no access to mail). Somebody who
 * mentions a holiday in an answer says other things as well, or asks something: that is no note. What is taken for a note is
 * answered by nobody, so that in doubt it is none.
 * @param visible the text without quoted history
 */
export function absenceNoteIn(visible: string): string | null {
  const text = visible.trim();
  if (text === "" || text.length > LONGEST) return null;
  const away = awayWordsIn(text.slice(0, OPENING));
  if (away === null || isPersons(text)) return null;
  const signs = SIGNS.filter((sign) => sign.test(text)).length + (FORMULA.test(text) ? 1 : 0);
  if (signs >= 2) return away;
  return signs === 1 && sentencesOf(text).filter(isOwnWords).length <= 1 ? away : null;
}

/** What in a person's short answer says that he is away, or null: too little for a machine's note, or too much. */
export function mayBeAwayIn(visible: string): string | null {
  const text = visible.trim();
  return text.length > OPENING || hasQuestion(text) || ANSWER.test(text) ? null : awayWordsIn(text);
}

/** Answers what it has read, asks something, or goes on about the absence in its own words. */
function isPersons(text: string): boolean {
  if (hasQuestion(text) || ANSWER.test(text)) return true;
  return sentencesOf(text).some((sentence) => {
    const turn = AWAY.test(sentence) ? BUT.exec(sentence) : null;
    if (turn && !hasSign(sentence.slice(turn.index))) return true;
    return ASKS.test(sentence) && !hasSign(sentence);
  });
}

const hasQuestion = (text: string): boolean => /[?？]/u.test(text.replace(/https?:\/\/\S+/gu, ""));
const hasSign = (text: string): boolean => SIGNS.some((sign) => sign.test(text));

/** What in a text says that its writer is away. */
export const awayWordsIn = (text: string): string | null =>
  AWAY.exec(text)?.[0].replace(/\s+/gu, " ").trim().slice(0, 80) ?? null;

const bounded = (words: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|").replaceAll(" ", "\\s+")})`, "iu");
// Words of East Asia are parted by nothing.
const AWAY = new RegExp(
  [bounded(ABSENCE_WORDS.slice(0, -1).flatMap(({ away }) => away)).source, ...ABSENCE_WORDS.at(-1)!.away].join("|"),
  "iu",
);
const SIGNS = ABSENCE_WORDS.slice(0, -1)
  .flatMap(({ signs }) => signs.map((sign) => bounded([sign])))
  .concat(ABSENCE_WORDS.at(-1)!.signs.map((sign) => new RegExp(sign, "u")));

/** What only somebody says who has read what he answers. */
const ANSWER =
  /(?<!\p{L})(?:interest(?:ed|ing)|sounds|let['’]s|let us|your (?:offer|proposal|product|pricing|price|demo)|can (?:we|you)|could (?:we|you)|i['’]ll (?:read|look|check|have|take)|(?:so|just) (?:call|ring|e-?mail|text) me|shall we|looking forward|interessant|interesse|ihr(?:e|em)? angebot|intéress\p{L}*|votre offre|interesad[oa]|interesante|su (?:oferta|propuesta)|interessat[oa]|geïnteresseerd|uw (?:aanbod|voorstel)|interessad[oa]|intresserad|interesseret|interessert|zainteresowan\p{L}*)(?!\p{L})/iu;

/** Words behind which a person goes on about his absence. */
const BUT =
  /(?<!\p{L})(?:but|though|however|aber|jedoch|trotzdem|mais|pero|ma|però|maar|mas|porém|men|ale|lecz|mutta|но)(?!\p{L})/iu;

/** Asks the reader for something: machines only say whom else to ask, and that is among the signs. */
const ASKS =
  /(?<!\p{L})(?:(?:please|pls|kindly|just|so|and|feel free to|,)\s+(?:\p{L}+\s+)?(?:send|call|ring|resend|forward|share|remind|ping|write|come back|get back|follow up|try|book|give|e-?mail me|check)|(?:melden?|schicken?|senden?|rufen?|schreiben?|erinnern?|kommen?|probieren?|versuchen?)\s+(?:sie|du)?\s*(?:sich|dich|mir|mich|uns|es|bitte|gerne?|danach|dann|auf)|bitte\s+(?:\p{L}+\s+)?(?:melden|schicken|senden|anrufen|schreiben|erinnern)|(?:merci de|veuillez)\s+(?:me |m['’])|(?:envoyez|appelez|rappelez|recontactez|relancez|écrivez)-(?:moi|nous)|(?:envíe|envie|llame|escriba|mande|llám|escríb|envía)(?:n?me|nos|a|e)|(?:mi|ci) (?:mandi|invii|scriva|chiami|richiami|ricontatti)|(?:mandami|inviami|scrivimi|chiamami|mandatemi|inviatemi|richiamatemi)|(?:stuur|bel|mail|schrijf)\s+(?:me|mij|ons|maar|gerust|het)|(?:envie|mande|ligue|escreva)(?:-me|-nos)|me (?:envie|mande|ligue)|(?:skicka|mejla|maila|ring|hör av|återkom|sänd)\s+(?:gärna|mig|till|det|dig|er|en|efter)|(?:send|ring|skriv|vend)\s+(?:gerne|gjerne|mig|meg|til|det|venligst|tilbage|en)|proszę\s+(?:\p{L}+\s+)?(?:przesłać|wysłać|zadzwonić|napisać|o przesłanie|o telefon)|(?:wyślij|prześlij|zadzwoń))(?!\p{L})/iu;

/** Nobody writes so of himself to somebody he answers; with "I'm" or "on vacation" people do. */
const FORMULA =
  /(?<!\p{L})(?:i am (?:currently )?out[ -]of[ -](?:the[ -])?office (?:until|till|from|through|with)|office (?:is|will be) closed|ich bin (?:derzeit |aktuell )?(?:bis|vom) [^!?\n]{1,40} nicht im (?:büro|hause?))(?!\p{L})/iu;

const sentencesOf = (text: string): string[] =>
  text.split(
    /[.!。！]+(?!(?<=\d\.)\s+(?:jan|feb|mär|mar|apr|ma[ijr]|jun|jul|aug|sep|o[kc]t|nov|de[zcs]))(?:\s+|$)|\n+|(?<=[。！])/iu,
  );

/** Some words that are neither the absence itself nor a sign of a machine; greetings, names and closings are short. */
function isOwnWords(sentence: string): boolean {
  if (sentence.trim().split(/\s+/u).length < 4) return false;
  return !AWAY.test(sentence) && !hasSign(sentence) && !DATED.test(sentence);
}

/** Says when it ends: "I will be back on …", "zurück am …". */
const DATED =
  /(?<!\p{L})(?:back|return(?:ing)?|until|zurück|wieder|erreichbar|retour|vuelvo|volveré|regreso|rientro|tornerò|terug|weer|volto|voltarei|tillbaka|tilbage|tilbake|wracam|wrócę|takaisin|palaan|zpět|vrátím|вернусь)(?!\p{L})/iu;
