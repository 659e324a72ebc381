import emailAddresses from "email-addresses";
import type { Party } from "./party";

type BadAddress = { text: string; reason: "syntax" | "control_character" | "too_long" };
type ParsedAddresses = { parties: Party[]; bad: BadAddress[] };

/**
 * Reads a list of addresses as people type or paste them: separated by commas or semicolons, with display names,
 * quotes, comments and groups. Nothing is guessed: what cannot be read for certain comes back in `bad`, as typed.
 * @param text for instance `"Doe, Jane" <jane@lead.test>, ben@lead.test`
 */
export function parseAddressList(text: string): ParsedAddresses {
  const result: ParsedAddresses = { parties: [], bad: [] };
  for (const piece of splitList(text).pieces) {
    const outcome = readPiece(piece);
    if (Array.isArray(outcome)) result.parties.push(...outcome);
    else result.bad.push(outcome);
  }
  return result;
}

/** Whether a group was begun and not ended yet (RFC 5322 §3.4): a comma then parts its members. */
export const endsInGroup = (text: string): boolean => splitList(text).inGroup;

/** Whether a text is one bare address that mail can be sent to. */
export function isAddress(text: string): boolean {
  const outcome = readPiece(text);
  return Array.isArray(outcome) && outcome.length === 1 && outcome[0]?.name === "" && !/[<>()"\s,;:]/u.test(text);
}

/** The part after the last @, in lower case; empty when there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : address.slice(at + 1).toLowerCase();
}

/**
 * The one spelling an address is stored and compared by: its domain in lower case and as it travels (RFC 5890 A-labels),
 * so that `ana@MÜNCHEN.example` is `ana@xn--mnchen-3ya.example`. The local part keeps its case.
 */
export function canonicalAddress(address: string): string {
  const at = address.lastIndexOf("@");
  if (at < 0) return address;
  const domain = domainOf(address);
  return `${address.slice(0, at).normalize("NFC")}@${asciiDomain(domain) || domain}`;
}

/** Whether two addresses reach the same mailbox: case is ignored, and a domain may be in Unicode or in its ASCII form. */
export function sameAddress(a: string, b: string): boolean {
  return addressKey(a) === addressKey(b);
}

/** A form of the address in which two spellings of the same mailbox are equal; for sets and maps. */
export function addressKey(address: string): string {
  return canonicalAddress(address.trim()).toLowerCase();
}

/** An address with its display name, quoted where needed; `parseAddressList` reads it back as it was. */
export function formatParty({ name, address }: Party): string {
  const plain = name.replace(CONTROLS, " ").trim();
  if (plain === "") return address;
  return `${/^[\p{L}\p{N} '_-]+$/u.test(plain) ? plain : `"${plain.replace(/["\\]/gu, "\\$&")}"`} <${address}>`;
}

const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;
const MAX_PIECE = 2000;

// C0, DEL, C1 and the line separators: no header may ever see one.
const CONTROLS = /[\p{Cc}\u2028\u2029]/gu;
const HAS_CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** Splits at top-level commas and semicolons; quotes, comments, angle brackets and groups stay whole. */
function splitList(text: string): { pieces: string[]; inGroup: boolean } {
  const pieces: string[] = [];
  let piece = "";
  let quoted = false;
  let depth = 0;
  let angle = false;
  let group = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\\" && (quoted || depth > 0)) {
      piece += char + text.charAt(++at);
      continue;
    }
    if (char === '"' && depth === 0) quoted = !quoted;
    else if (!quoted && char === "(") depth++;
    else if (!quoted && char === ")" && depth > 0) depth--;
    else if (!quoted && depth === 0) {
      if (char === "<") angle = true;
      else if (char === ">") angle = false;
      else if (char === ":" && !angle) group = true;
      // Commas without a member before them are obsolete in a group (RFC 5322 §4.4), and come of lines that are put together.
      else if (char === "," && group && !angle && /[:,] *$/u.test(piece)) continue;
      else if (char === ";" || (char === "," && !group && !angle)) {
        pieces.push(group && char === ";" ? `${piece.replace(/, *$/u, "")};` : piece);
        piece = "";
        angle = false;
        group = false;
        continue;
      }
    }
    piece += char;
  }
  return { pieces: [...pieces, piece].map(withoutOuterSpaces).filter((each) => each !== ""), inGroup: group };
}

/** Spaces only: a line break at the end is as suspicious as one in the middle. */
function withoutOuterSpaces(piece: string): string {
  let from = 0;
  let to = piece.length;
  while (from < to && piece.charAt(from) === " ") from++;
  while (to > from && piece.charAt(to - 1) === " ") to--;
  return piece.slice(from, to);
}

function readPiece(piece: string): Party[] | BadAddress {
  if (HAS_CONTROL.test(piece)) return { text: piece, reason: "control_character" };
  if (piece.length > MAX_PIECE) return { text: piece, reason: "too_long" };
  const parsed = parseOne(piece);
  if (!parsed) return { text: piece, reason: "syntax" };
  const mailboxes = parsed.type === "group" ? parsed.addresses : [parsed];
  const parties: Party[] = [];
  for (const { name, local, domain } of mailboxes) {
    const reason = problemOf(local, domain);
    if (reason) return { text: piece, reason };
    const plainName = (name ?? "").replace(/\s+/gu, " ").trim();
    parties.push({ name: plainName, address: canonicalAddress(`${local}@${domain}`) });
  }
  return parties;
}

function parseOne(input: string) {
  try {
    return emailAddresses.parseOneAddress({ input, rfc6532: true, atInDisplayName: true });
  } catch {
    // Comments in comments without end are more than its stack holds.
    return null;
  }
}

function problemOf(local: string, domain: string): BadAddress["reason"] | null {
  // A quoted local part has fooled mail libraries into other recipients; only what needs no quotes is taken.
  if (!/^[^\s"(),:;<>@[\\\]\p{C}]+$/u.test(local) || /^\.|\.\.|\.$/u.test(local)) return "syntax";
  if (!isDomain(domain)) return "syntax";
  if (octets(local) > MAX_LOCAL) return "too_long";
  return Math.max(octets(`${local}@${domain}`), octets(`${local}@${asciiDomain(domain)}`)) > MAX_ADDRESS
    ? "too_long"
    : null;
}

function isDomain(domain: string): boolean {
  const labels = domain.split(".");
  if (labels.length < 2) return domain.toLowerCase() === "localhost";
  if (/^\d+$/u.test(labels.at(-1) ?? "")) return false;
  const isLabel = (label: string) =>
    label.length <= 63 && /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u.test(label);
  return labels.every(isLabel) && asciiDomain(domain) !== "";
}

/** The domain in A-labels, in lower case; empty where it cannot be converted. */
function asciiDomain(domain: string): string {
  const lower = domain.toLowerCase();
  if (/^[\u0020-\u007e]*$/u.test(lower)) return lower;
  return URL.canParse(`http://${lower}/`) ? new URL(`http://${lower}/`).hostname : "";
}

const octets = (text: string): number => new TextEncoder().encode(text).length;
