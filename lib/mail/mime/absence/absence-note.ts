import { ABSENCE_WORDS } from "./absence-words";

/** The longest notes: what is longer was written for one reader. */
const LONGEST = 1_500;
/** How far into a note its one purpose may come. */
const OPENING = 320;

/**
 * The words by which a message without a machine's headers shows to be an absence note, or null. It must say early that the
 * writer is away, and hold besides what machines are told to say (whom to ask when it is urgent, no access to mail). Somebody who
 * mentions a holiday in an answer says other things as well, or asks something: that is no note.
 * @param visible the text without quoted history
 */
export function absenceNoteIn(visible: string): string | null {
  const text = visible.trim();
  if (text === "" || text.length > LONGEST) return null;
  const away = awayWordsIn(text.slice(0, OPENING));
  if (away === null) return null;
  const signs = SIGNS.filter((sign) => sign.test(text)).length;
  const hasQuestion = /[?？]/u.test(text.replace(/https?:\/\/\S+/gu, ""));
  if (hasQuestion || ANSWER.test(text)) return null;
  if (signs >= 2) return away;
  return sentencesOf(text).filter(isOwnWords).length <= signs ? away : null;
}

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
  /(?<!\p{L})(?:interest(?:ed|ing)|sounds|let['’]s|let us|your (?:offer|proposal|product|pricing|price|demo)|can we|could we|shall we|looking forward|interessant|interesse|ihr(?:e|em)? angebot|intéress\p{L}*|votre offre|interesad[oa]|interesante|su (?:oferta|propuesta)|interessat[oa]|geïnteresseerd|uw (?:aanbod|voorstel)|interessad[oa]|intresserad|interesseret|interessert|zainteresowan\p{L}*)(?!\p{L})/iu;

const sentencesOf = (text: string): string[] => text.split(/[.!。！]+(?:\s+|$)|\n+|(?<=[。！])/u);

/** Some words that are neither the absence itself nor a sign of a machine; greetings, names and closings are short. */
function isOwnWords(sentence: string): boolean {
  if (sentence.trim().split(/\s+/u).length < 4) return false;
  return !AWAY.test(sentence) && !SIGNS.some((sign) => sign.test(sentence)) && !DATED.test(sentence);
}

/** Says when it ends: "I will be back on …", "zurück am …". */
const DATED =
  /(?<!\p{L})(?:back|return(?:ing)?|until|zurück|wieder|erreichbar|retour|vuelvo|volveré|regreso|rientro|tornerò|terug|weer|volto|voltarei|tillbaka|tilbage|tilbake|wracam|wrócę|takaisin|palaan|zpět|vrátím|вернусь)(?!\p{L})/iu;
