import { existsSync } from "node:fs";
import path from "node:path";
import { FolderTaken } from "@/lib/db/embedded/owner";
import { startEmbeddedServer, type EmbeddedServer } from "@/lib/db/embedded/server";
import { migrate } from "@/lib/db/migrate";
import { prepareQueues } from "@/lib/jobs/boss";
import { appUrl, env, type Env } from "@/lib/core/env";
import { prepareEnvironment } from "@/lib/core/prepare-environment";
import { keepRunning } from "./children";
import { fillWorkspaces, type SignIn } from "./fill-workspaces";
import { hostToListenOn } from "./host-to-listen-on";
import { Refusal } from "./refusal";
import { keyOnce, welcome } from "./welcome";

const READY_LIMIT_MS = 90_000;
const PORT_TAKEN = /ended with 98$/;

/** The whole app in one command: database, migrations, sandbox, web server and worker, in this order; stopped in the reverse one. */
export async function startApp({ dev }: { dev: boolean }): Promise<void> {
  const problems = prepareEnvironment(process.env);
  if (problems.length > 0)
    return refuse(["The environment is not right:", ...problems.map((problem) => `  ${problem}`)]);
  const settings = env();
  const undo: (() => Promise<void>)[] = [];
  const stop = stopOnce(undo);
  let signIn: SignIn | undefined;
  try {
    const embedded = settings.DATABASE_URL ? null : await startDatabase(settings, undo);
    const url = embedded?.url() ?? settings.DATABASE_URL!;
    process.env.DATABASE_URL = settings.DATABASE_URL = url;
    await migrate(url);
    await prepareQueues(url);
    signIn = await fillWorkspaces(settings, say);
    await startChildren(settings, hostToListenOn(settings), dev, undo);
    say(
      welcome({
        url: appUrl(settings),
        signIn,
        dataDir: settings.DATA_DIR,
        movedTo: embedded?.movedTo ?? null,
        external: !embedded,
      }),
    );
  } catch (error) {
    await stop();
    // The next start makes no other one.
    if (signIn?.sandbox?.madeApiKey) say(keyOnce(signIn.sandbox.madeApiKey));
    refuse([
      error instanceof FolderTaken || error instanceof Refusal
        ? error.message
        : `Threadwell could not start: ${(error as Error).message}`,
    ]);
  }
}

async function startDatabase(settings: Env, undo: (() => Promise<void>)[]): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({
    dataDir: settings.DATA_DIR,
    owner: `threadwell ${appUrl(settings)}`,
    onRestart: () => say("The database had stopped and was started again."),
  });
  undo.unshift(server.stop);
  if (server.adopted) say("Took over the database that a killed Threadwell had left running.");
  return server;
}

async function startChildren(settings: Env, host: string, dev: boolean, undo: (() => Promise<void>)[]): Promise<void> {
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    HOST: host,
    PORT: String(settings.PORT),
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const web = keepRunning("the web server", programNamed("web"), environment);
  undo.unshift(web.stop);
  await web.ready.catch((error: Error) => {
    throw new Refusal(PORT_TAKEN.test(error.message) ? `Port ${settings.PORT} is taken.` : error.message);
  });
  if (settings.WORKER === "on") {
    const worker = keepRunning("the worker", programNamed("worker"), environment);
    undo.unshift(worker.stop);
    await worker.ready;
  }
  await healthy(`http://${host.includes(":") ? `[${host}]` : host}:${settings.PORT}/api/health`);
}

/** A program beside the starter; from its sources while the starter runs from its own. */
function programNamed(name: "web" | "worker"): string[] {
  const bundled = path.join(path.dirname(process.argv[1] ?? ""), `${name}.mjs`);
  return existsSync(bundled) ? [bundled] : ["--import", "tsx", path.resolve(`bin/${name}.ts`)];
}

async function healthy(url: string): Promise<void> {
  const until = Date.now() + READY_LIMIT_MS;
  for (let reason = "no answer"; ;) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    if (response)
      reason = ((await response.json().catch(() => ({}))) as { reason?: string }).reason ?? String(response.status);
    if (Date.now() > until) throw new Refusal(`The app is not healthy after ${READY_LIMIT_MS / 1000} s: ${reason}.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Stops everything once, on a signal or a failed start: the worker finishes what is being sent, the database ends last. */
function stopOnce(undo: (() => Promise<void>)[]): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = () =>
    (stopping ??= (async () => {
      for (const step of undo)
        await step().catch((error: Error) => process.stderr.write(`threadwell: ${error.message}\n`));
    })());
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!stopping) say("Stopping: what is being sent is finished first.");
      void stop().then(() => process.exit(0));
    });
  }
  return stop;
}

function refuse(lines: string[]): void {
  for (const line of lines) process.stderr.write(`threadwell: ${line}\n`);
  process.exit(1);
}

function say(text: string): void {
  for (const line of text.split("\n")) process.stdout.write(`threadwell: ${line}\n`);
}
