import { z } from "zod";
import { isMessageId } from "@/lib/domain/references";

// Examples in the official texts and what really comes differ: numbers come as texts, texts as null, fields not at all.
// What identifies a row has to be there; everything else is taken as it is or as absent.

const known = (value: unknown): boolean => value !== null && value !== undefined && value !== "";

/** A field that may be missing: what is made of it is made of `undefined` then. */
export const Anything = z.unknown().optional();

/** An id, a number or a text, kept as a text. */
export const Id = z.union([
  z.string().trim().min(1, "empty").max(200),
  z
    .number()
    .int()
    .transform((value) => String(value)),
]);

export const OptionalId = Anything.transform((value) => {
  const read = Id.safeParse(value);
  return read.success ? read.data : null;
});

/** A text; empty where there is none. */
export const Text = Anything.transform((value) =>
  typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : "",
);

/** A text of one line, without spaces around it. */
export const Line = Text.transform((value) => value.replace(/[\p{Cc}\s\u2028\u2029]+/gu, " ").trim());

export const WholeNumber = Anything.transform((value) => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : null;
});

export const Flag = Anything.transform((value) => {
  if (typeof value === "boolean") return value;
  const word = String(value).toLowerCase();
  return word === "true" || word === "1" ? true : word === "false" || word === "0" ? false : null;
});

/** ISO 8601 (UTC where no zone is named), or seconds or ms since 1970. */
export const Instant = Anything.transform((value, context) => {
  const time = instantOf(value);
  if (time) return time;
  context.addIssue({ code: "custom", message: known(value) ? "not_a_time" : "required" });
  return z.NEVER;
});

export const OptionalInstant = Anything.transform(instantOf);

/** Addresses as a list: they come as one text, as texts, or as objects with a name. */
export const Addresses = Anything.transform(addressesIn);

/** A header's line has no more (RFC 5322 §2.1.1). */
const MAX_MESSAGE_ID = 1_000;

/** A Message-ID without angle brackets, or null where nothing that can stand in a header came. */
export const MessageId = Line.transform((value) => {
  if (value.length > MAX_MESSAGE_ID) return null;
  const bare = value.replace(/^<+|>+$/g, "");
  return isMessageId(bare) ? bare : null;
});

export const Attachments = Anything.transform((value) =>
  (Array.isArray(value) ? (value as unknown[]) : []).flatMap((each) => {
    const read = Attachment.safeParse(each);
    return read.success && read.data.file_url !== "" ? [read.data] : [];
  }),
);

const Attachment = z
  .looseObject({ file_url: Line.optional(), file_name: Line.optional(), file_type: Line.optional() })
  .transform((each) => ({
    file_url: each.file_url ?? "",
    name: each.file_name ?? "",
    type: each.file_type ?? "",
  }));

function instantOf(value: unknown): Date | null {
  if (typeof value === "number" || (typeof value === "string" && /^\d{9,13}$/.test(value.trim())))
    return validDate(Number(value) * (Number(value) < 1e11 ? 1000 : 1));
  if (typeof value !== "string") return null;
  const text = value.trim();
  const hasZone = /(?:z|[+-]\d{2}:?\d{2}|gmt|utc)$/i.test(text);
  return validDate(Date.parse(hasZone || !/\d:\d/.test(text) ? text : `${text.replace(" ", "T")}Z`));
}

function validDate(ms: number): Date | null {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  return year > 1970 && year < 3000 ? date : null;
}

function addressesIn(value: unknown): string[] {
  if (typeof value === "string") return splitAddresses(value);
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  if (typeof value !== "object" || value === null) return [];
  const { address, email, name } = value as Record<string, unknown>;
  const found = typeof address === "string" ? address : typeof email === "string" ? email : "";
  if (found.trim() === "") return [];
  return [typeof name === "string" && name.trim() !== "" ? `"${name.replace(/["\\\r\n]/g, " ")}" <${found}>` : found];
}

/**
 * At commas and semicolons outside of quotes, in one pass: what stands here a stranger wrote. Of a list that is longer than anybody's
 * the beginning counts.
 */
function splitAddresses(text: string): string[] {
  const pieces: string[] = [];
  const length = Math.min(text.length, MAX_ADDRESSES);
  let from = 0;
  let isClosed = true;
  for (let at = 0; at < length; at++) {
    const char = text.charAt(at);
    if (char === '"' && isClosed) {
      const end = endOfQuote(text, at, length);
      // Behind a quote that nothing closes there is none that something does.
      if (end === null) isClosed = false;
      else at = end;
    } else if (char === "," || char === ";") {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  // The last one of a list that was cut may be half of an address.
  if (length === text.length) pieces.push(text.slice(from));
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

const MAX_ADDRESSES = 20_000;

function endOfQuote(text: string, start: number, length: number): number | null {
  for (let at = start + 1; at < length; at++) {
    const char = text.charAt(at);
    if (char === '"') return at;
    if (char === "\\") at++;
  }
  return null;
}
