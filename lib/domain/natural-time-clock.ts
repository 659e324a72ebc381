const ENGLISH = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const GERMAN = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ");
const HOUR = `${[...ENGLISH, ...GERMAN].join("|")}|\\d{1,2}`;

const BY_QUARTERS = new RegExp(
  `(?<!\\p{L})(half past|(?:a )?quarter (?:past|after|to|before)|halb|viertel (?:nach|vor)) (${HOUR})(?: uhr)?(?=( ?[ap]\\.?m)|[^\\p{L}\\d:]|$)`,
  "gu",
);

/** A text in lower case with halves and quarters of an hour as figures: "quarter to 5" is 4:45, and "halb zehn" half an hour before ten. */
export function plainClock(text: string): string {
  return text.replace(BY_QUARTERS, (said: string, words: string, name: string, half: string | undefined) => {
    const hour = (ENGLISH.indexOf(name) + 1 || GERMAN.indexOf(name) + 1 || Number(name)) % 24;
    const minutes = words.startsWith("hal") ? "30" : /past|after|nach/.test(words) ? "15" : "45";
    if (/past|after|nach/.test(words)) return `${hour}:${minutes}`;
    // What lies before twelve is of the other half of the day.
    if (half && hour === 12) return said;
    // "Halb eins" is at noon.
    return `${hour === 1 ? 12 : (hour + 23) % 24}:${minutes}`;
  });
}
