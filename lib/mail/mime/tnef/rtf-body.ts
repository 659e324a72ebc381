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

/** The library believes the length that the header says, however much that is. */
function isWhole(compressed: Uint8Array): boolean {
  const size = new DataView(compressed.buffer, compressed.byteOffset, compressed.byteLength).getUint32(0, true);
  return size + 4 <= compressed.length;
}
