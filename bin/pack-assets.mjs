// Scripts and styles are packed once after the build, as small as they get; the web server only hands them out.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const PACKED = /\.(js|css)$/;
const compress = promisify(brotliCompress);

/** Writes a `.br` beside each script and stylesheet below a folder. */
export async function packAssets(folder) {
  await Promise.all(
    filesBelow(folder)
      .filter((file) => PACKED.test(file))
      .map(async (file) => {
        const content = readFileSync(file);
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        };
        writeFileSync(file + ".br", await compress(content, { params }));
      }),
  );
}

/** All files below a folder, with the folder's own path before theirs. */
function filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(full) : [full];
  });
}

if (process.argv[1] === import.meta.filename) await packAssets(process.argv[2]);
