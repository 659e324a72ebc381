/** Whether lines `from`…`to` read as the line over a quote ("On …, Ana <ana@lead.test> wrote:"), whatever the language. */
export function isAttribution(text: string): boolean {
  if (text.length > MAX_LINE) return false;
  const line = text.replace(/^[>*\s]+|[*\s]+$/gu, "");
  // Old Gmail: "2013/7/20 Ana <ana@lead.test>", without a colon.
  if (/^\d{4}[/-]\d{1,2}[/-]\d{1,2}\s.{0,100}<[^\s<>@]+@[^\s<>]+>$/u.test(line)) return true;
  // The same where a program dropped the address as if it were a tag.
  if (/^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} GMT[+-]\d{1,2}:\d{2} \p{Lu}[^\s:]{0,40}(?: [^\s:]{1,40}){0,4}:?$/u.test(line))
    return true;
  if (!/[:：]$/u.test(line)) return false;
  const hasAddress = /[^\s<>@]+@[^\s<>@]+/u.test(line);
  if (!hasAddress && !DATE.test(line)) return false;
  const isOpening = OPENING.test(line);
  return WROTE.test(line) ? hasAddress || isOpening : hasAddress && isOpening && DATE.test(line);
}

/** Whether a line can be the first of an attribution that runs over several lines. */
export const opensAttribution = (line: string): boolean =>
  line.length <= MAX_LINE && OPENING.test(line.replace(/^[>*\s]+/gu, ""));

/** "-----Original Message-----" and its sisters. */
export function isDivider(text: string): boolean {
  if (text.length > MAX_LINE) return false;
  const line = text.replace(/[*>\s]+$/gu, "").replace(/^[*>\s]+/gu, "");
  return DIVIDER.test(line);
}

/** A long rule of underscores, as Outlook draws it above the header of the original. */
export const isRule = (line: string): boolean => /^\s*[_\u2500-\u2501]{10,}\s*$/u.test(line);

/** The name of a header line in a quoted message ("Von: Ana"): the sender's, another one's, or none. */
export function headerLineKind(text: string): "from" | "other" | null {
  const found = /^[>*\s]*([\p{L}\p{M} -]{1,24}?)\s?\*?\s?[:：]\*?(?:\s|$|(?<=：))/u.exec(text)?.[1];
  if (found === undefined) return null;
  const name = found.trim().toLowerCase();
  return FROM.has(name) ? "from" : OTHER.has(name) ? "other" : null;
}

/** "Sent from my iPhone", in the languages phones speak. */
export const isPhoneLine = (line: string): boolean => line.length < 120 && PHONE.test(line.trim());

const MAX_LINE = 400;

const WROTE =
  /(?:^|[\s>,\d])(?:wrote|writes|said|schrieb(?:en)?|a écrit|écrit|escribió|escribio|ha escrito|va escriure|escreveu|ha scritto|scrisse|scritto|schreef|skrev|napisał(?:a|\(a\))?|pisze|kirjoitti|написал(?:а|\(а\))?|пишет|написав(?:\(ла\))?|пише|написа|napsal(?:a|\(a\))?|napísal(?:a|\(a\))?|írta|yazdı|a scris|je napisao|je napisala|je napisal(?:a)?|skrifaði|rašė|rakstīja|kirjutas|έγραψε|כתב\/?ה?|כתבה|menulis|đã viết)(?=[\s:：,(<]|$)|写道|寫道|のメッセージ|님이 작성|تحية|كتب|เขียน/iu;

const DATE =
  /\d{4}|\d{1,2}[:.hH]\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.? (?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)/iu;

const OPENING =
  /^(?:(?:on|at|in|am|den|le|el|il|em|no dia|op|dne|dňa|w dniu|dnia|pe data|în|la|dana|tor|på|pada|vào|στις|στη|il giorno|en|a las)\s|(?:mo|tu|we|th|fr|sa|su|lun|mar|mer|mié|jeu|gio|ven|vie|sam|sáb|dim|dom|di|mi|do|so|ma|wo|vr|za|zo|ti|to|pt|pn|wt|śr|czw|sob|niedz|пн|вт|ср|чт|пт|сб|вс|нд)[\p{L}.]{0,7},?\s|\d{1,4}[\s./年년-]|于|在|ב|في|"?[^\s<>@]+[^<>]{0,60}<[^<>@\s]+@)/iu;

const DIVIDER =
  /^[-_=–—]{2,}\s*(?:original message|original appointment|reply message|forwarded message|forwarded by .{1,80}|ursprüngliche nachricht|originalnachricht|original-nachricht|weitergeleitete nachricht|message d'origine|message original|message transféré|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original|mensagem encaminhada|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|originalmeddelande|vidarebefordrat meddelande|original besked|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|treść przekazanej wiadomości|původní zpráva|eredeti üzenet|orijinal mesaj|özgün i̇?leti|исходное сообщение|пересылаемое сообщение|пересланное сообщение|вихідне повідомлення|оригінальне повідомлення|mesaj original|αρχικό μήνυμα|הודעה מקורית|原始邮件|原始郵件|原邮件|邮件原件|元のメッセージ|원본 메시지)\s*[-_=–—]{2,}$/iu;

const words = (list: string): Set<string> => new Set(list.split("|"));

const FROM = words(
  "from|von|de|da|van|från|fra|lähettäjä|от|від|od|kimden|gönderen|feladó|发件人|寄件者|差出人|보낸 사람|από|מאת|من|expéditeur|mittente|avsender|remitente|de la",
);

const OTHER = words(
  "sent|date|to|cc|bcc|subject|reply-to|gesendet|datum|an|betreff|kopie|envoyé|envoyé le|à|objet|enviado|enviado el|enviada em|enviado em|para|asunto|fecha|inviato|a|oggetto|data|verzonden|aan|onderwerp|skickat|till|ämne|kopia|sendt|til|emne|dato|lähetetty|vastaanottaja|aihe|päivämäärä|отправлено|кому|копия|тема|дата|надіслано|копія|wysłano|do|dw|temat|gönderildi|gönderme tarihi|tarih|kime|bilgi|konu|elküldve|küldve|címzett|tárgy|másolatot kap|发送时间|日期|收件人|抄送|主题|寄件日期|收件者|副本|主旨|送信日時|日時|宛先|件名|보낸 날짜|받는 사람|참조|제목|odesláno|odoslané|komu|kopie|předmět|predmet|assunto|trimis|către|subiect|στάλθηκε|προς|θέμα|κοιν|נשלח|אל|נושא",
);

const PHONE =
  /^(?:(?:sent|get|posted) (?:from|via|with|using) (?:my |a |the )?\S.{0,60}|sent by .{0,20}(?:phone|mobile).{0,40}|get outlook for .{1,60}|get bluemail for .{1,60}|(?:von|gesendet mit|gesendet von|diese nachricht wurde von) (?:meinem|meiner|mein) .{1,60}|gesendet (?:von|mit|über) .{1,60}|envoyé (?:de|depuis|à partir de) .{1,60}|télécharge[rz] outlook .{1,60}|enviado (?:desde|do|de|a partir do|por|via) .{1,60}|inviato (?:da|dal) .{1,60}|ottieni outlook .{1,60}|verzonden (?:vanaf|met|via) .{1,60}|verstuurd (?:vanaf|met) .{1,60}|skickat från .{1,60}|sendt fra .{1,60}|lähetetty .{1,60}|wysłan[eo] z .{1,60}|odesláno z .{1,60}|отправлено (?:с|из) .{1,60}|надіслано (?:з|із) .{1,60}|iphone'?um?dan gönderildi.{0,20}|.{0,40}'?(?:dan|den) gönderildi|elküldve az .{1,60}|发自我的.{1,40}|從我的.{1,40}|(?:私の)?iphoneから送信.{0,20}|.{0,20}에서 보냄|나의 .{1,20}에서 보냄)$/iu;
