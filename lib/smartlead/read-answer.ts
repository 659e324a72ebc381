import type { HttpAnswer } from "./http-call";
import { isHtmlDocument } from "./is-html-document";
import { isRecord, readJson } from "./read-json";
import { readLimits } from "./read-limits";
import { SmartleadFault } from "./smartlead-api";

/** What is kept of an answer to show and store: without NUL, and not endlessly long. */
export const shownAnswer = ({ status, text }: HttpAnswer): string =>
  `${status} ${text.replaceAll("\0", "").toWellFormed().trim().slice(0, MAX_SHOWN)}`.trim();

const MAX_SHOWN = 2000;

/** Why an answer is none that can be used, as a closed word; null for a 2xx. Codes count, not sentences: they differ from call to call. */
export function refusalOf({ status, text }: HttpAnswer): SmartleadFault["reason"] | null {
  if (status >= 200 && status < 300) {
    if (isHtmlDocument(text)) return "not_found";
    return saysNo(readJson(text)) ? "refused" : null;
  }
  if (status === 401) return "auth";
  if (status === 429) return "limit";
  if (status === 404 || status === 405 || status < 400) return "not_found";
  return status >= 500 || status === 408 ? "server" : "refused";
}

/** `ok:false` or `success:false`. */
export const saysNo = (body: unknown): boolean => isRecord(body) && (body.ok === false || body.success === false);

/** What an answer says; undefined where it says nothing (an empty body). @throws SmartleadFault */
export function bodyOf(answer: HttpAnswer, now: Date): unknown {
  const reason = refusalOf(answer);
  if (reason) throw new SmartleadFault(reason, shownAnswer(answer), readLimits(answer, now).blockedUntil ?? null);
  if (answer.text.trim() === "") return undefined;
  const body = readJson(answer.text);
  if (body === undefined) throw new SmartleadFault("malformed", shownAnswer(answer));
  return body;
}

/**
 * The rows of an answer, in whatever it wraps them: bare, in `data`, in `history`. Nothing at all (`{}`, an empty body) is how a
 * missing resource is answered. @throws SmartleadFault `malformed` for what is something else
 */
export function rowsIn(body: unknown, name: "data" | "history" = "data"): unknown[] {
  if (Array.isArray(body)) return body;
  if (body === undefined || body === null) return [];
  if (isRecord(body)) {
    const rows = body[name] ?? body.data;
    if (Array.isArray(rows)) return rows;
    if (isRecord(rows)) return Array.isArray(rows[name]) ? (rows[name] as unknown[]) : [rows];
    const isEmpty = rows === null || rows === undefined;
    if (isEmpty && (name in body || "data" in body || Object.keys(body).length === 0)) return [];
  }
  throw new SmartleadFault("malformed", JSON.stringify(body).slice(0, MAX_SHOWN));
}
