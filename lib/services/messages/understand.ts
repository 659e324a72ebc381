import { returnDateOf } from "@/lib/mail/mime/absence/return-date";
import { automaticReasonOf } from "@/lib/mail/mime/automatic";
import { categoryOf, type Categorised, type FoundCategory } from "@/lib/mail/mime/category/category-of";
import { isEnglish } from "@/lib/mail/mime/category/is-english";
import type { ParsedMessage } from "@/lib/mail/mime/parsed-message";
import { cleanText } from "./clean-text";

type Read = Pick<ParsedMessage, "headers" | "dateOffset"> &
  Omit<Categorised, "automaticReason" | "returnDate"> & {
    sentAt: Date;
  };
type Understood = { automaticReason: string | null; returnDate: string | null; category: FoundCategory | null };

export const NOTHING_UNDERSTOOD: Understood = { automaticReason: null, returnDate: null, category: null };

const MAX_REASON = 200;

/** What a message is, as far as its headers and words tell: whether a machine wrote it, until when its writer is away, its category. */
export function understand(read: Read): Understood {
  const found = automaticReasonOf(read);
  const automaticReason = found === null ? null : cleanText(found, MAX_REASON);
  const returnDate = automaticReason === null || read.isList || read.bounces.length > 0 ? null : returnOf(read);
  const category = categoryOf({ ...read, automaticReason, returnDate });
  return {
    automaticReason,
    returnDate,
    category: category && { ...category, because: cleanText(category.because, MAX_REASON) },
  };
}

function returnOf({ dateOffset: offsetMinutes, subject, visibleText, sentAt }: Read): string | null {
  const sentOn = new Date(sentAt.getTime() + (offsetMinutes ?? 0) * 60_000).toISOString().slice(0, 10);
  const text = `${subject}\n${visibleText}`;
  return returnDateOf(text, { sentOn, offsetMinutes, isEnglish: isEnglish(text) });
}
