import { readFile } from "node:fs/promises";
import path from "node:path";
import { cookieRoute } from "@/lib/auth/cookie-route";
import { AppError } from "@/lib/core/errors";

/** What PDF.js reads when a file needs it: character maps, standard fonts and decoders, by the folders of its package. */
const NAMES: Record<string, RegExp> = {
  cmaps: /^[\w-]{1,40}\.bcmap$/,
  standard_fonts: /^[\w-]{1,40}\.(pfb|ttf)$/,
  wasm: /^(jbig2|openjpeg|qcms_bg)\.wasm$/,
  iccs: /^[\w-]{1,40}\.icc$/,
};

export const GET = cookieRoute(async (_context, _request, { folder, name }) => {
  if (typeof folder !== "string" || typeof name !== "string") throw new AppError("not_found");
  // Own names only: "constructor" is none of the folders.
  if (!Object.hasOwn(NAMES, folder) || !NAMES[folder]?.test(name)) throw new AppError("not_found");
  const file = path.join(process.cwd(), "node_modules", "pdfjs-dist", folder, name);
  const content = await readFile(file).catch(() => {
    throw new AppError("not_found");
  });
  return new Response(new Uint8Array(content), {
    headers: {
      "content-type": folder === "wasm" ? "application/wasm" : "application/octet-stream",
      "cache-control": "private, max-age=86400",
      "x-content-type-options": "nosniff",
    },
  });
});
