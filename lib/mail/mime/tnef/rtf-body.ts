import { decompressRTF } from "@kenjiuno/decompressrtf";
import { deEncapsulateSync } from "rtf-stream-parser";
import { codePageText } from "./code-page-text";

/**
 * The text or HTML that Outlook wrapped in RTF (MS-OXRTFCP, MS-OXRTFEX). RTF that was never anything else has neither: its
 * words are in the plain body beside it.
 */
export function rtfBody(compressed: Uint8Array): { text: string; html: string } {
  const none = { text: "", html: "" };
  if (compressed.length < HEADER || compressed.length > MAX_BYTES || !isWhole(compressed)) return none;
  try {
    const rtf = Buffer.from(decompressRTF([...compressed]));
    if (!isBearable(rtf)) return none;
    const found = deEncapsulateSync(rtf, {
      decode: (bytes, name) => codePageText(bytes, Number(/\d+$/u.exec(name)?.[0] ?? 1252)),
    });
    const body = String(found.text);
    return found.mode === "html" ? { text: "", html: body } : { text: body, html: "" };
  } catch {
    return none;
  }
}

const HEADER = 16;
const MAX_BYTES = 1_000_000;
/** Each sign of the language costs the library up to 50 µs, and groups in groups cost it their depth each. */
const MAX_SIGNS = 20_000;
const MAX_DEPTH = 100;

/** The library believes the length that the header says, however much that is. */
function isWhole(compressed: Uint8Array): boolean {
  const size = new DataView(compressed.buffer, compressed.byteOffset, compressed.byteLength).getUint32(0, true);
  return size + 4 <= compressed.length;
}

function isBearable(rtf: Buffer): boolean {
  let signs = 0;
  let depth = 0;
  let deepest = 0;
  for (const byte of rtf) {
    if (byte === OPEN) deepest = Math.max(deepest, ++depth);
    else if (byte === CLOSE) depth--;
    if (byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === LINE_FEED) signs++;
  }
  return signs <= MAX_SIGNS && deepest <= MAX_DEPTH;
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
