/**
 * The subject of a reply: one `Re:` in front, whatever language the earlier ones were in; a forward's mark stays.
 * Gmail keeps a thread together only while the rest is unchanged, so nothing else is touched.
 */
export function replySubject(subject: string): string {
  const { forward, base } = peel(subject);
  return ["Re:", forward, base].filter((part) => part !== "").join(" ");
}

/** The subject of a forward: one `Fwd:` in front, in place of whatever marks of replies and forwards stood there. */
export function forwardSubject(subject: string): string {
  return `Fwd: ${baseSubject(subject)}`.trim();
}

/** The subject without any reply or forward marks, for comparing; case and words are left as they are. */
export function baseSubject(subject: string): string {
  return peel(subject).base;
}

// "R" is Italian, "Antw" Dutch, "Vá" Hungarian, "YNT" Turkish, "Odp" Polish, "BLS" Indonesian, "ΑΠ" Greek …
const REPLY_MARKS =
  "re|r|aw|antw|antwort|antwoord|sv|svar|vs|odp|odg|odgovor|ynt|cevap|vá|válasz|ref|res|resp|rif|ris|rép|réf|bls|atb|ats|tl|re\\.|отв|ответ|на|отг|απ|σχετ|השב|תגובה|رد|回复|回覆|答复|答覆|回信|返信|답장|회신|ตอบกลับ|ตอบ";
const FORWARD_MARKS =
  "fw|fwd|wg|tr|rv|i|enc|vb|vl|pd|doorst|vidarebefordrat|továbbítás|tov|ilt|İlt|пересл|переслано|πρθ|הועבר|إعادة توجيه|转发|轉寄|轉發|転送|전달|ส่งต่อ";
const MARK = new RegExp(
  `^(?:(${REPLY_MARKS})|(${FORWARD_MARKS}))\\s?(?:\\[\\d+\\]|\\(\\d+\\)|\\^\\d+|\\*\\d+)?\\s*[:：]\\s*`,
  "iu",
);

/** The direction that a subject is read in. Marks of replies are of the program that wrote them, not of whoever wrote the subject. */
export const subjectDirection = (subject: string): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.test(/\p{L}/u.exec(baseSubject(subject))?.[0] ?? "") ? "rtl" : "ltr";

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether a message brings another one along: an answer to a forward, which has a reply's mark before that one's, does not. */
export const isForward = (subject: string): boolean => MARK.exec(inOneLine(subject))?.[2] !== undefined;

function peel(subject: string): { forward: string; base: string } {
  let base = inOneLine(subject);
  let forward = "";
  for (let found = MARK.exec(base); found; found = MARK.exec(base)) {
    if (found[2] !== undefined && forward === "") forward = found[0].trim();
    base = base.slice(found[0].length);
  }
  return { forward, base };
}

/** Line breaks and other controls come from folding or from somebody who wants a header of his own. */
const inOneLine = (subject: string): string => subject.replace(/[\s\p{Cc}]+/gu, " ").trim();
