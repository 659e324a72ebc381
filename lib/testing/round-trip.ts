import { createDocument, getSchema } from "@tiptap/core";
import { Fragment, type Node } from "@tiptap/pm/model";
import { replyExtensions } from "@/components/editor/extensions/reply-extensions";
import { heldSpaces } from "@/components/editor/held-spaces";
import { mendLists } from "@/components/editor/pasted-lists";
import { plainOfDoc } from "@/components/editor/plain-of-doc";
import { inlineContentId } from "@/lib/domain/inline-content-id";
import { withRestoredUploads } from "@/lib/domain/inline-uploads";

export const replySchema = getSchema(replyExtensions({ placeholder: "", pictureWidth: "", checkBox: "" }));

/** A body as the editor opens it. */
export const openedDocument = (html: string): Node => createDocument(html, replySchema);

/** What the variables of the written documents say, and what is left of escaped braces. */
const SAID: [string, string][] = [
  ["\\{{", "\u0001"],
  ["{{lead.firstName}}", "Ána <&> Lund"],
  ['{{ lead.title | "you & yours" }}', "you & yours"],
  ["\u0001", "{{"],
];

type Difference = {
  name: string;
  ofWritten?: (doc: Node) => Node;
  ofReceived?: (body: HTMLElement) => void;
  ofBoth?: (doc: Node) => Node;
};

/** Every way in which what a reader gets is meant to be another than what stands in the editor. All else is a fault. */
const DIFFERENCES: Difference[] = [
  { name: "spaces that HTML folds are no-break spaces, a tab is four", ofWritten: heldSpaces },
  { name: "variables say their values", ofWritten: filled },
  { name: "an empty paragraph is as high as a line, which is what one of a line end is", ofBoth: withoutLoneBreaks },
  { name: "the boxes of a check-list are characters", ofReceived: mendLists },
  { name: "pictures are parts of the message, and no uploads", ofWritten: withoutUploads, ofReceived: ownPictures },
  { name: "links open apart from the app that shows a message", ofReceived: plainLinks },
];

/** The document that a reader of a sent one should get. */
export const asReceived = (written: Node): Node =>
  DIFFERENCES.reduce((doc, { ofWritten, ofBoth }) => (ofWritten ?? ofBoth)?.(doc) ?? doc, written);

/** The document in a received message: what stands above its signature and its quote, read as the editor reads. */
export function receivedDocument(html: string): Node {
  const body = new DOMParser().parseFromString(html, "text/html").querySelector<HTMLElement>("div[dir=auto]")!;
  for (const { ofReceived } of DIFFERENCES) ofReceived?.(body);
  return DIFFERENCES.reduce((doc, { ofBoth }) => ofBoth?.(doc) ?? doc, openedDocument(body.innerHTML));
}

/** The text of a document, line by line. */
export const linesOf = (doc: Node): string[] => textLines(plainOfDoc(doc));

const SIGN = "(?:-|\\w+\\.|[☐☑])";
const EMPTY_QUOTE = new RegExp(`(^|[> ])(${SIGN}) >+$`, "u");
const SIGNS = /(?<=^[> ]*(?:(?:-|\w{1,5}\.|[☐☑])[> \t]+)*(?:-|\w{1,5}\.|[☐☑]))[ \t]+/gu;
/** In a cell, whose blocks are one line. */
const SIGNS_WITHIN = /(?<= (?:-|\d{1,2}\.|[a-kIVX]{1,4}\.|[☐☑]))[ \t]{2,}/gu;
const LONE_SIGN = new RegExp(`^(>* ?)( *(?:[> ]*${SIGN} )*${SIGN})\\n\\1[ \t]*(?=\\S)`, "gmu");

/** Lines as they are compared: without the blank ones, quotes in quotes signed alike, and a sign before the first words of its item. */
export const textLines = (text: string): string[] =>
  text
    .replaceAll("\u00a0", " ")
    .split("\n")
    .map((line) =>
      line
        .replace(/> (?=>)/g, ">")
        .trimEnd()
        .replace(EMPTY_QUOTE, "$1$2")
        .replace(SIGNS, " ")
        .replace(SIGNS_WITHIN, " "),
    )
    .filter((line) => /[^>\s]/u.test(line))
    .join("\n")
    .replace(LONE_SIGN, "$1$2 ")
    .replace(LONE_SIGN, "$1$2 ")
    .split("\n");

/** The upload that a part of a message shows. */
export const uploadIdOf = (contentId: string): string => contentId.replace(inlineContentId(""), "");

/** A text with its variables said. */
export const said = (text: string, as: (value: string) => string = String): string =>
  SAID.reduce((changed, [from, to]) => changed.replaceAll(from, as(to)), text);

function filled(node: Node): Node {
  const marks = node.marks.map((mark) =>
    mark.type.name === "link"
      ? mark.type.create({ ...mark.attrs, href: said(mark.attrs["href"], encodeURIComponent) })
      : mark,
  );
  if (node.isText) return replySchema.text(said(node.text!), marks);
  return node.copy(Fragment.from(node.children.map(filled))).mark(marks);
}

function withoutLoneBreaks(node: Node): Node {
  if (node.type.name === "paragraph" && node.childCount === 1 && node.firstChild!.type.name === "hardBreak")
    return node.type.create();
  return node.isTextblock ? node : node.copy(Fragment.from(node.children.map(withoutLoneBreaks)));
}

function withoutUploads(node: Node): Node {
  if (node.type.name === "image") return node.type.create({ ...node.attrs, contentId: null }, null, node.marks);
  return node.isText ? node : node.copy(Fragment.from(node.children.map(withoutUploads)));
}

function ownPictures(body: HTMLElement): void {
  if (!body.querySelector("img")) return;
  body.innerHTML = withRestoredUploads(body.innerHTML, uploadIdOf);
}

function plainLinks(body: HTMLElement): void {
  for (const link of body.querySelectorAll("a")) for (const name of ["target", "rel"]) link.removeAttribute(name);
}
