// Runs before start, test, soak, verify, bench, corpus, import, rotate-key, dev and worker with nothing but Node: installs from the lock file, finds a browser for
// the tests and builds, each only when it is missing or its sources changed. No dependencies, and syntax that an old Node reads.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const purpose = process.argv[2] || "start";
// What these print is read by programs.
const output = purpose === "corpus" || purpose === "import" ? 2 : 1;
const OLDEST_NODE = 20;
const BUILD_SOURCES = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "next.config.js",
  "tailwind.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "instrumentation.ts",
  "bin/pack-assets.mjs",
];

const PROGRAM_SOURCES = [
  "lib",
  "tsconfig.json",
  "package-lock.json",
  "bin/start.ts",
  "bin/web.ts",
  "bin/packed-assets.mjs",
  "bin/packed-pages.mjs",
  "bin/worker.ts",
  "bin/bundle-programs.mjs",
];

checkNode();
process.chdir(root);
install();
if (purpose === "test" || purpose === "bench") findBrowser();
if (purpose === "start" || purpose === "test" || purpose === "bench") build();
if (purpose === "start" || purpose === "worker" || purpose === "test" || purpose === "bench") bundlePrograms();

function checkNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= OLDEST_NODE) return;
  fail(
    "Threadwell needs Node " +
      OLDEST_NODE +
      " or newer; this is " +
      process.versions.node +
      ". See https://nodejs.org/en/download.",
  );
}

function install() {
  const stamp = path.join(root, "node_modules", ".threadwell-lock");
  const wanted = hashOf(["package-lock.json"]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Installing the packages of package-lock.json. This takes a minute or two.");
  runNpm([
    "ci",
    "--include=dev",
    "--include=optional",
    "--ignore-scripts=false",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  writeFileSync(stamp, wanted);
}

function build() {
  const stamp = path.join(root, ".next", "threadwell-build");
  const wanted = hashOf(BUILD_SOURCES);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Building the app. This takes about a minute, and only when its sources changed.");
  run(nodeOfApp(), [path.join("node_modules", "next", "dist", "bin", "next"), "build"], {
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: "production",
  });
  run(nodeOfApp(), [path.join("bin", "pack-assets.mjs"), path.join(".next", "static")]);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The starter, the web server and the worker, each with all that it uses in one file. */
function bundlePrograms() {
  const folder = path.join(".next", "programs");
  const stamp = path.join(root, folder, "stamp");
  const wanted = hashOf(PROGRAM_SOURCES);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const programs = [
    path.join("bin", "start.ts"),
    path.join("bin", "web.ts"),
    path.join("bin", "worker.ts"),
    path.join("lib", "worker", "mail-reader-thread.ts"),
  ];
  run(nodeOfApp(), [path.join("bin", "bundle-programs.mjs"), folder].concat(programs));
  writeFileSync(stamp, wanted);
}

/** The tests want a Chromium: one that is installed, else Playwright's own, else Debian's. */
function findBrowser() {
  if (["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].some(existsSync)) return;
  const own = capture(nodeOfApp(), ["-e", "console.log(require('@playwright/test').chromium.executablePath())"]);
  if (own && existsSync(own)) return;
  say("Fetching Chromium for the browser tests.");
  if (attempt(nodeOfApp(), [path.join("node_modules", "@playwright", "test", "cli.js"), "install", "chromium"])) return;
  if (process.platform === "linux" && process.getuid && process.getuid() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Playwright's own Chromium could not be fetched; installing Debian's.");
    attempt("apt-get", ["update"]);
    if (attempt("apt-get", ["install", "-y", "chromium"])) return;
  }
  fail(
    "No Chromium was found or could be installed. Install one (Debian: apt-get install chromium), then run npm test again.",
  );
}

/** Node 24 from the package `node`, whatever Node npm runs on. */
function nodeOfApp() {
  const own = path.join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  return existsSync(own) ? own : process.execPath;
}

function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm && /\.c?js$/.test(npm)) run(process.execPath, [npm].concat(args));
  else run(process.platform === "win32" ? "npm.cmd" : "npm", args);
}

function run(command, args, env) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ["inherit", output, 2],
    env: Object.assign({}, process.env, env),
  });
  if (result.status !== 0) fail("Stopped: " + [path.basename(command)].concat(args).join(" ") + " did not succeed.");
}

function attempt(command, args) {
  return (
    spawnSync(command, args, {
      cwd: root,
      stdio: "inherit",
      env: Object.assign({ DEBIAN_FRONTEND: "noninteractive" }, process.env),
    }).status === 0
  );
}

function capture(command, args) {
  try {
    return execFileSync(command, args, { cwd: root, stdio: ["ignore", "pipe", "ignore"] })
      .toString()
      .trim();
  } catch {
    return "";
  }
}

function hashOf(names) {
  const hash = createHash("sha256");
  for (const file of names.flatMap(filesOf)) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

function filesOf(name) {
  const full = path.join(root, name);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [name];
  return readdirSync(full)
    .sort()
    .flatMap((entry) => filesOf(path.join(name, entry)))
    .filter((file) => !/\.test\.tsx?$|[\\/]testing[\\/]/.test(file));
}

function say(text) {
  (output === 2 ? process.stderr : process.stdout).write("threadwell: " + text + "\n");
}

function fail(text) {
  process.stderr.write("threadwell: " + text + "\n");
  process.exit(1);
}
