/** What a search can ask of files (`has:pdf`). */
export type FileKind = "pdf" | "image";

/** By its type, or by its name where the type says nothing: many programs send all files as `application/octet-stream`. */
export function fileKindOf({ fileName, contentType }: { fileName: string; contentType: string }): FileKind | null {
  if (/^application\/(x-)?pdf\b/i.test(contentType) || /\.pdf$/i.test(fileName)) return "pdf";
  return /^image\//i.test(contentType) || /\.(png|jpe?g|gif|webp|heic|tiff?|bmp)$/i.test(fileName) ? "image" : null;
}
