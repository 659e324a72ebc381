import type { Attachment } from "postal-mime";
import { readTnef, type TnefFile } from "./tnef";

type Unpacked = { attachments: Attachment[]; text: string; html: string };

/** The parts of a message with each winmail.dat replaced by what lies in it, and the body that it brought. */
export function unpackTnef(attachments: Attachment[]): Unpacked {
  const found: Unpacked = { attachments: [], text: "", html: "" };
  for (const part of attachments) {
    const opened = isTnef(part) ? readTnef(bytesOf(part)) : null;
    if (opened) {
      found.text ||= opened.text;
      found.html ||= opened.html;
    }
    found.attachments.push(...(opened ? opened.files.map(partOf) : [part]));
  }
  return found;
}

const isTnef = ({ mimeType, filename }: Attachment): boolean =>
  /^application\/(?:vnd\.)?ms-tnef$/iu.test(mimeType) || /^(?:winmail|win)\.dat$/iu.test(filename ?? "");

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);

const partOf = ({ fileName, contentType, contentId, content }: TnefFile): Attachment => ({
  filename: fileName || null,
  mimeType: contentType || "application/octet-stream",
  disposition: "attachment",
  ...(contentId ? { contentId } : {}),
  content: new Uint8Array(content).buffer,
});
