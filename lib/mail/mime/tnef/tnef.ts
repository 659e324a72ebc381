import { codePageText } from "./code-page-text";
import { mapiProperties, type MapiProperties } from "./mapi-properties";
import { rtfBody } from "./rtf-body";

export type TnefFile = { fileName: string; contentType: string; contentId: string | null; content: Uint8Array };
export type Tnef = { files: TnefFile[]; text: string; html: string };

/**
 * Opens a winmail.dat (MS-OXTNEF): Outlook's own container, in which an Exchange server sends a message and its files to the outside.
 * A container that breaks off is read as far as it goes. Never throws.
 * @returns null when it is none, or holds nothing that can be read
 */
export function readTnef(content: Uint8Array): Tnef | null {
  try {
    const found = openTnef(content, 0);
    return found.files.length > 0 || found.text !== "" || found.html !== "" ? found : null;
  } catch {
    return null;
  }
}

const SIGNATURE = 0x223e9f78;
const MAX_BYTES = 64_000_000;
const MAX_ATTRIBUTES = 10_000;
const MAX_FILES = 200;
/** A message in a message in a message. */
const MAX_DEPTH = 3;

const CODE_PAGE = 0x00069007;
const BODY = 0x0002800c;
const PROPERTIES = 0x00069003;
const FILE_BEGINS = 0x00069002;
const FILE_TITLE = 0x00018010;
const FILE_DATA = 0x0006800f;
const FILE_PROPERTIES = 0x00069005;

type Raw = { title: string; data: Uint8Array | null; properties: MapiProperties };

function openTnef(content: Uint8Array, depth: number): Tnef {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const empty = { files: [], text: "", html: "" };
  if (content.length < 6 || content.length > MAX_BYTES || view.getUint32(0, true) !== SIGNATURE) return empty;
  const files: Raw[] = [];
  let codePage = 1252;
  let body = "";
  let message: MapiProperties = new Map();
  for (const { id, data } of attributesOf(content, view)) {
    const file = files.at(-1);
    if (id === CODE_PAGE && data.length >= 4) codePage = data[0]! | (data[1]! << 8);
    else if (id === BODY) body = codePageText(data, codePage);
    else if (id === PROPERTIES) message = mapiProperties(data, codePage);
    else if (id === FILE_BEGINS && files.length === MAX_FILES) break;
    else if (id === FILE_BEGINS) files.push({ title: "", data: null, properties: new Map() });
    else if (id === FILE_TITLE && file) file.title = codePageText(data, codePage);
    else if (id === FILE_DATA && file) file.data = data;
    else if (id === FILE_PROPERTIES && file) file.properties = mapiProperties(data, codePage);
  }
  return { ...bodyOf(message, body, codePage), files: files.flatMap((file) => filesOf(file, depth)) };
}

/** The container's attributes in order; one that says it is longer than what is left ends them. */
function* attributesOf(content: Uint8Array, view: DataView): Generator<{ id: number; data: Uint8Array }> {
  let at = 6;
  for (let count = 0; at + 9 <= content.length && count < MAX_ATTRIBUTES; count++) {
    const id = view.getUint32(at + 1, true);
    const length = view.getUint32(at + 5, true);
    if (at + 9 + length > content.length) return;
    yield { id, data: content.subarray(at + 9, at + 9 + length) };
    // A checksum ends each; senders are known to compute it wrong.
    at += 9 + length + 2;
  }
}

const HTML = 0x1013;
const RTF = 0x1009;
const PLAIN = 0x1000;
const INTERNET_CODE_PAGE = 0x3fde;

function bodyOf(message: MapiProperties, body: string, codePage: number): { text: string; html: string } {
  const rtf = message.get(RTF);
  const html = message.get(HTML);
  const unpacked = rtf instanceof Uint8Array ? rtfBody(rtf) : { text: "", html: "" };
  const page = Number(message.get(INTERNET_CODE_PAGE) ?? codePage);
  const text = String(message.get(PLAIN) ?? "") || body || unpacked.text;
  return {
    text: text.replace(/\r\n?/gu, "\n"),
    html: (html instanceof Uint8Array ? codePageText(html, page) : String(html ?? "")) || unpacked.html,
  };
}

const LONG_NAME = 0x3707;
const SHORT_NAME = 0x3704;
const TYPE = 0x370e;
const CONTENT_ID = 0x3712;
const DATA = 0x3701;
const METHOD = 0x3705;
const IS_MESSAGE = 5;
/** An enclosed message stands behind the sixteen bytes of its interface's name. */
const INTERFACE = 16;

function filesOf({ title, data, properties }: Raw, depth: number): TnefFile[] {
  const given = properties.get(DATA);
  const content = given instanceof Uint8Array ? given : data;
  if (!content) return [];
  if (properties.get(METHOD) === IS_MESSAGE) {
    return depth < MAX_DEPTH ? openTnef(content.subarray(INTERFACE), depth + 1).files : [];
  }
  const contentId = properties.get(CONTENT_ID);
  return [
    {
      fileName: String(properties.get(LONG_NAME) ?? "") || title || String(properties.get(SHORT_NAME) ?? ""),
      contentType: String(properties.get(TYPE) ?? ""),
      contentId: typeof contentId === "string" && contentId ? contentId : null,
      content,
    },
  ];
}
