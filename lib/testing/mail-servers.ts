import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { freePort } from "@/lib/core/free-port";
import { dovecotConfig, dovecotOauthConfig } from "./dovecot-config";
import type { MailPorts } from "./mail-ports";
import { postfixMain, postfixMaster } from "./postfix-config";

const run = promisify(execFile);
const PROGRAMS = ["/usr/sbin/dovecot", "/usr/sbin/postfix", "/usr/lib/dovecot/lmtp"];
/** Debian's `mail`: maildirs must belong to a plain user. */
const MAIL_UID = 8;
const MAIL_GID = 8;

type FolderName = "INBOX" | "Sent" | "Junk" | "Archive";
export type MailUser = { address: string; password: string };
type Wanted = { users: MailUser[]; introspection?: string; largest?: number; isBelowInbox?: boolean };
export type MailServers = Awaited<ReturnType<typeof startMailServers>>;

/** Why the tests with real servers cannot run here, or null. In CI they must: there a missing package is an error. */
export function mailServersMissing(): string | null {
  const missing = PROGRAMS.filter((program) => !existsSync(program));
  if (missing.length === 0 && process.getuid?.() === 0) return null;
  const why =
    missing.length > 0
      ? "Dovecot and Postfix are not installed (Debian: dovecot-imapd dovecot-lmtpd postfix)"
      : "Dovecot and Postfix can be started for tests by root only";
  if (process.env.CI === "true") throw new Error(why);
  return why;
}

/**
 * Starts Debian's Dovecot (IMAP and LMTP) and Postfix (submission with sign-in, and the door for mail from outside) in a folder
 * of their own on free loopback ports, without TLS; with `introspection` also by tokens (XOAUTH2). `largest` is what Postfix takes, in
 * bytes; `isBelowInbox` calls the folders `INBOX.Sent` and so on. All mail for the users' domains goes to Dovecot; nothing leaves the machine.
 */
export async function startMailServers({ users, introspection, largest, isBelowInbox }: Wanted) {
  const folder = await mkdtemp(path.join(tmpdir(), "threadwell-mail-"));
  await chmod(folder, 0o755);
  const [imap, lmtp, submission, smtp] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const ports = { imap: imap!, lmtp: lmtp!, submission: submission!, smtp: smtp! };
  await preparePostfix(folder, ports, { users, ...(largest ? { largest } : {}) });
  await prepareDovecot(folder, ports, users, { introspection, isBelowInbox });
  const config = path.join(folder, "dovecot.conf");
  let dovecot: Daemon | null = null;
  const startImap = async () => {
    dovecot = daemon("/usr/sbin/dovecot", ["-F", "-c", config]);
    await answering(ports.imap);
  };
  const stopImap = async (signal?: NodeJS.Signals) => {
    await dovecot?.stop(signal);
    await silent(ports.imap);
  };
  await startImap();
  const postfix = await startPostfix(folder, ports);
  return {
    host: "127.0.0.1",
    ports,
    /** For ALLOW_PRIVATE_HOSTS. */
    allow: [`127.0.0.1:${ports.imap}`, `127.0.0.1:${ports.submission}`].join(","),
    startImap,
    /** Also by SIGKILL, as a machine that dies. */
    stopImap,
    /** Puts messages straight into a user's maildir, as a delivery on the mail server itself does, also while Dovecot is down. */
    place: (address: string, name: FolderName, raws: Buffer[]) => placeInMaildir(folder, address, name, raws),
    /** Forgets the folder's UIDs while Dovecot is down: it comes back with another UIDVALIDITY. */
    forgetUids: (address: string, name: FolderName) => forgetUids(maildirOf(folder, address, name)),
    /** Somebody outside hands a message to our server, as any mail server would. */
    deliver: (raw: Buffer, to: string | string[], from = "outside@lead.test") =>
      deliver(ports.smtp, raw, { from, to: [to].flat() }),
    /** The raw messages that lie in a user's folder, oldest first. */
    readFolder: (address: string, name: FolderName = "INBOX") => readMaildir(maildirOf(folder, address, name)),
    /** Changes a user's password on the server. */
    setUsers: (changed: MailUser[]) => writeUsers(folder, changed),
    doveadm: (...args: string[]) => run("doveadm", ["-c", config, ...args]),
    async stop() {
      await stopImap().catch(() => undefined);
      await postfix.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function prepareDovecot(
  folder: string,
  ports: MailPorts,
  users: MailUser[],
  { introspection, isBelowInbox }: { introspection?: string | undefined; isBelowInbox?: boolean | undefined },
): Promise<void> {
  await mkdir(path.join(folder, "mail"));
  await chown(path.join(folder, "mail"), MAIL_UID, MAIL_GID);
  await writeUsers(folder, users);
  const oauth = introspection !== undefined;
  if (oauth) await writeFile(path.join(folder, "oauth2.conf"), dovecotOauthConfig(introspection));
  await writeFile(path.join(folder, "dovecot.conf"), dovecotConfig(folder, ports, { oauth, isBelowInbox }));
}

async function writeUsers(folder: string, users: MailUser[]): Promise<void> {
  const line = ({ address, password }: MailUser) =>
    `${address}:{PLAIN}${password}:${MAIL_UID}:${MAIL_GID}::${folder}/mail/${address}::`;
  await writeFile(path.join(folder, "users"), `${users.map(line).join("\n")}\n`, { mode: 0o644 });
}

async function preparePostfix(
  folder: string,
  ports: MailPorts,
  { users, largest = 60_000_000 }: Wanted,
): Promise<void> {
  const domains = [...new Set(users.map(({ address }) => address.split("@")[1]!))];
  const owner = Number((await run("id", ["-u", "postfix"])).stdout);
  const group = Number((await run("id", ["-g", "postfix"])).stdout);
  await mkdir(path.join(folder, "postfix"));
  await mkdir(path.join(folder, "queue"));
  for (const own of ["postfix-data", "queue/private"]) {
    await mkdir(path.join(folder, own), { mode: 0o700 });
    await chown(path.join(folder, own), owner, group);
  }
  await writeFile(path.join(folder, "postfix/main.cf"), postfixMain(folder, ports, { domains, largest }));
  await writeFile(path.join(folder, "postfix/master.cf"), postfixMaster(ports));
}

async function startPostfix(folder: string, ports: MailPorts): Promise<Daemon> {
  const config = path.join(folder, "postfix");
  // Makes the queue's folders; what it says about ownership is for a real installation.
  await run("/usr/sbin/postfix", ["-c", config, "check"]).catch(() => undefined);
  const postfix = daemon("/usr/lib/postfix/sbin/master", ["-c", config, "-d"]);
  await Promise.all([answering(ports.submission), answering(ports.smtp)]);
  return postfix;
}

type Daemon = { stop: (signal?: NodeJS.Signals) => Promise<void> };

/** A server in the foreground, which ends with this process at the latest. */
function daemon(program: string, args: string[]): Daemon {
  const child = spawn(program, args, { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const kill = () => void child.kill("SIGTERM");
  process.once("exit", kill);
  return {
    async stop(signal = "SIGTERM") {
      process.off("exit", kill);
      child.kill(signal);
      await ended;
    },
  };
}

function deliver(port: number, raw: Buffer, envelope: { from: string; to: string[] }): Promise<void> {
  const connection = new SMTPConnection({ host: "127.0.0.1", port, ignoreTLS: true, name: "outside.test" });
  return new Promise((resolve, reject) => {
    connection.on("error", reject);
    connection.connect(() =>
      connection.send(envelope, raw, (error) => {
        connection.quit();
        if (error) reject(error);
        else resolve();
      }),
    );
  });
}

const maildirOf = (folder: string, address: string, name: FolderName): string =>
  path.join(folder, "mail", address, "Maildir", name === "INBOX" ? "" : `.${name}`);

let placed = 0;

/** By the rules of Maildir: written in `tmp`, then moved into `new` in one step. */
async function placeInMaildir(folder: string, address: string, name: FolderName, raws: Buffer[]): Promise<void> {
  const root = maildirOf(folder, address, name);
  const home = path.join(folder, "mail", address);
  const subs = ["tmp", "new", "cur"].map((sub) => path.join(root, sub));
  for (const sub of subs) await mkdir(sub, { recursive: true });
  for (const each of [home, path.join(home, "Maildir"), root, ...subs]) await chown(each, MAIL_UID, MAIL_GID);
  for (const raw of raws) {
    const file = `${Math.floor(Date.now() / 1_000)}.M${process.hrtime.bigint()}P${process.pid}Q${++placed}.outside`;
    const written = path.join(root, "tmp", file);
    await writeFile(written, raw);
    await chown(written, MAIL_UID, MAIL_GID);
    await rename(written, path.join(root, "new", file));
  }
}

async function forgetUids(root: string): Promise<void> {
  for (const file of await readdir(root))
    if (/^dovecot(\.index|-uidlist|-uidvalidity)/.test(file)) await rm(path.join(root, file), { force: true });
}

async function readMaildir(root: string): Promise<Buffer[]> {
  const files = await Promise.all(
    ["new", "cur"].map(async (sub) => {
      const names = await readdir(path.join(root, sub)).catch(() => []);
      return names.map((file) => path.join(root, sub, file));
    }),
  );
  const inOrder = files
    .flat()
    .toSorted((a, b) => path.basename(a).localeCompare(path.basename(b), "en", { numeric: true }));
  return Promise.all(inOrder.map((file) => readFile(file)));
}

const answering = (port: number) => until(port, true);
const silent = (port: number) => until(port, false);

async function until(port: number, wanted: boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = createConnection({ port, host: "127.0.0.1" });
      socket.once("connect", () => (socket.destroy(), resolve(true)));
      socket.once("error", () => resolve(false));
    });
    if (isOpen === wanted) return;
    await sleep(50);
  }
  throw new Error(`port ${port} is ${wanted ? "not " : "still "}served`);
}
