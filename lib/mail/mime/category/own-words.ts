/**
 * A visible text as its words are looked for: one kind of apostrophe, without the greeting before and the closing behind it, and
 * without the points at its ends. Case is kept, since the words are shown as evidence.
 */
export function ownWordsOf(visible: string): string {
  const lines = visible
    .normalize("NFC")
    .replace(/[’`´]/gu, "'")
    .replace(/[\u00a0\t]/gu, " ")
    .split("\n")
    .map((line) => line.trim());
  const greeted = lines.findIndex((line) => line !== "");
  const from = greeted >= 0 && isGreeting(lines[greeted]!) ? greeted + 1 : 0;
  const closed = lines.findIndex((line, at) => at >= from && CLOSING.test(line));
  const own = lines.slice(from, closed > from ? closed : undefined);
  const text = own.join("\n").trim();
  return (text === "" ? lines.join("\n") : text).trim().replace(/^[\s.,!*"'-]+|[\s.,!*"'-]+$/gu, "");
}

/** Short and without an end of its own: "Hi Sam,", "Guten Tag Herr Reed", "Sam,". */
const isGreeting = (line: string): boolean =>
  line.length <= 50 &&
  (/^[^.!?]{1,48},$/u.test(line) || (GREETING.test(line) && line.split(" ").length <= 6 && !/[.?]/u.test(line)));

const GREETING =
  /^(?:hi|hey|hello|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|sehr geehrte|liebe|moin|bonjour|bonsoir|cher|chère|hola|buenos|buenas|estimad|buongiorno|buonasera|salve|ciao|gentile|egregio|beste|geachte|goedemorgen|goedemiddag|goedendag|dag|olá|bom dia|boa tarde|prezad|caro|hej|hei|god (?:morgon|morgen|dag)|dzień dobry|witam|cześć|szanown)(?!\p{L})/iu;

const CLOSING =
  /^(?:(?:best|kind|warm|many|with)(?: \p{L}+)? ?(?:regards|wishes|greetings)?|regards|cheers|thanks(?: again)?|thank you|all the best|sincerely|yours|br|kr|(?:mit )?(?:freundlichen?|besten?|vielen?|viele|liebe|herzlichen?|schöne)n? (?:grüßen?|gruß|gruss|grüssen?)|gruß|grüße|mfg|vg|lg|cordialement|bien (?:à vous|cordialement)|salutations|un saludo|saludos|atentamente|cordiali saluti|distinti saluti|un saluto|saluti|met vriendelijke groet(?:en)?|groet(?:en|jes)?|mvg|(?:com os melhores )?cumprimentos|atenciosamente|abraços?|(?:med )?(?:vänliga?|vänlig|venlig|vennlig|bästa|bedste|beste) (?:hälsning(?:ar)?|hilsen(?:er)?)|hälsningar|hilsen|mvh|pozdrawiam|z poważaniem|pozdrowienia)[\s,.!]*$/iu;
