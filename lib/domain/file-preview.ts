import type { InvitationView } from "./invitation";

/**
 * How a file is looked at without leaving the thread. `picture` and `pdf` are drawn in the browser from its bytes, which can only be
 * drawn; what could run (HTML, SVG, XML, scripts) is text; `none` is for downloading.
 */
export type FilePreview =
  | { kind: "picture" }
  | { kind: "pdf" }
  | { kind: "text"; text: string; isCut: boolean }
  | { kind: "table"; rows: string[][]; isCut: boolean }
  | { kind: "calendar"; invitation: InvitationView }
  | { kind: "none"; reason: "type" | "too_large" | "empty" };

export type PreviewKind = "picture" | "pdf" | "calendar" | "table" | "text" | "none";

/** What of a file can be shown, by its type, or by its name where the type says nothing. */
export function previewKindOf({ fileName, contentType }: { fileName: string; contentType: string }): PreviewKind {
  const type = contentType.split(";")[0]!.trim().toLowerCase();
  const extension = /\.([a-z0-9]{1,12})$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const isTelling = type !== "" && type !== "application/octet-stream" && type !== "text/plain";
  if (/^image\/(png|jpeg|gif|webp)$/.test(type)) return "picture";
  if (/^application\/(x-)?pdf$/.test(type) || (!isTelling && extension === "pdf")) return "pdf";
  if (/^(text\/calendar|application\/ics)$/.test(type) || extension === "ics") return "calendar";
  if (/^text\/(csv|tab-separated-values)$/.test(type) || /^(csv|tsv)$/.test(extension)) return "table";
  if (/^text\/|^message\/|[/+](json|xml|javascript|ecmascript|yaml|x-sh|sql)$/.test(type)) return "text";
  return !isTelling && TEXTS.has(extension) ? "text" : "none";
}

const TEXTS = new Set(
  "txt text md log json xml html htm xhtml svg js mjs ts css yaml yml ini conf sh bat ps1 sql eml vcf vbs hta asc".split(
    " ",
  ),
);

/** Beyond this a PDF or a picture is for downloading: a browser would hold it several times over. */
export const LARGEST_DRAWN = 40 * 1024 * 1024;
