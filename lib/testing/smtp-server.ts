import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** What the server does at one point of a delivery: nothing (it accepts), waits, answers a code, or hangs up. */
export type Answer = { waitMs?: number; code?: number; text?: string; hangUp?: boolean } | undefined;
export type Behaviour = {
  onMailFrom?: () => Answer;
  onRcptTo?: (address: string) => Answer;
  /** When the body has begun to arrive. */
  onBody?: () => Answer;
  /** After the last dot, before the message counts as taken. */
  onEnd?: () => Answer;
  /** When the message is taken, before the 250 goes back: what hangs up here leaves the client in the dark. */
  onTaken?: () => Answer;
};
export type Delivery = { messageId: string; from: string; to: string[]; raw: string };

export type CountingServer = Awaited<ReturnType<typeof startSmtpServer>>;

const USER = "sam";
const PASSWORD = "the-right-one";

/** A real SMTP server on loopback that counts: whose body began to arrive, and which messages it took responsibility for. */
export async function startSmtpServer({ requireAuth = false } = {}) {
  /** Message-IDs in the order in which a body of theirs began to arrive, complete or not; refused ones too. */
  const begun: string[] = [];
  const taken: Delivery[] = [];
  /** Users in the order in which somebody tried to sign in as them. */
  const signIns: string[] = [];
  const state: { behaviour: Behaviour } = { behaviour: {} };
  const server = new SMTPServer({
    disabledCommands: requireAuth ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    authOptional: !requireAuth,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    onAuth({ username = "", password }, _session, done) {
      signIns.push(username);
      if (username === USER && password === PASSWORD) done(null, { user: USER });
      else done(new Error("Invalid login"));
    },
    onMailFrom: (_address, session, done) =>
      void answer(session, state.behaviour.onMailFrom?.()).then(() => done(), done),
    onRcptTo: ({ address }, session, done) =>
      void answer(session, state.behaviour.onRcptTo?.(address)).then(() => done(), done),
    onData: (stream, session, done) => void take(stream, session).then(() => done(null, "taken"), done),
  });
  server.on("error", () => undefined);

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    let messageId: string | undefined;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      if (messageId) continue;
      messageId = /^message-id:\s*<([^>]+)>/im.exec(Buffer.concat(chunks).toString("latin1"))?.[1];
      if (!messageId) continue;
      begun.push(messageId);
      await answer(session, state.behaviour.onBody?.());
    }
    await answer(session, state.behaviour.onEnd?.());
    const { mailFrom, rcptTo } = session.envelope;
    const from = mailFrom ? mailFrom.address : "";
    const to = rcptTo.map(({ address }) => address);
    taken.push({ messageId: messageId ?? "", from, to, raw: Buffer.concat(chunks).toString("utf8") });
    await answer(session, state.behaviour.onTaken?.());
  }

  async function answer(session: SMTPServerSession, wanted: Answer): Promise<void> {
    if (wanted?.waitMs) await sleep(wanted.waitMs);
    if (wanted?.hangUp) throw hungUp(session);
    if (wanted?.code) throw Object.assign(new Error(wanted.text ?? "as told"), { responseCode: wanted.code });
  }

  function hungUp(session: SMTPServerSession): Error {
    for (const connection of server.connections) if (connection.id === session.id) connection._socket?.destroy();
    return new Error("hung up");
  }

  const port = await new Promise<number>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  return {
    host: "127.0.0.1",
    port,
    user: USER,
    password: PASSWORD,
    begun,
    signIns,
    taken,
    /** Sets what the server does from now on; what is not named is accepted. */
    behave: (behaviour: Behaviour) => void (state.behaviour = behaviour),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
