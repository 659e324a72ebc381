/**
 * A Content-Disposition header for a file name from outside (RFC 6266, RFC 5987): an ASCII name for old clients and the whole
 * name in UTF-8. Line breaks, quotes and paths cannot get out of it.
 */
export function contentDisposition(kind: "attachment" | "inline", fileName: string): string {
  const name =
    fileName
      .replaceAll(/[\p{Cc}\p{Cf}\p{Surrogate}/\\]/gu, "_")
      .trim()
      .slice(0, 200) || "file";
  const ascii = name.replaceAll(/[^\x20-\x7e]|["%;]/g, "_");
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
