import { createSocket, type Socket } from "node:dgram";
import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { resolveAside } from "./resolve-aside";

const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

/** A name server on loopback. @param answer null for silence */
async function nameServer(answer: (question: Buffer) => Buffer | null): Promise<string[]> {
  const socket = createSocket("udp4");
  open.push(socket);
  socket.on("message", (question, { port, address }) => {
    const said = answer(question);
    if (said) socket.send(said, port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return [`127.0.0.1:${socket.address().port}`];
}

/** RFC 1035: the question again, and behind it the record where it is one of type A. */
function answered(question: Buffer): Buffer {
  const end = question.indexOf(0, 12) + 5;
  const isA = question.readUInt16BE(end - 4) === 1;
  const head = Buffer.from([0x81, 0x80, 0, 1, 0, isA ? 1 : 0, 0, 0, 0, 0]);
  const record = Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 203, 0, 113, 7]);
  return Buffer.concat([question.subarray(0, 2), head, question.subarray(12, end), ...(isA ? [record] : [])]);
}

test("a name's addresses come from the name servers", async () => {
  expect(await resolveAside("pictures.test", await nameServer(answered))).toEqual(["203.0.113.7"]);
});

test("name servers that stay silent hold up nobody who reads a file, and are given up", async () => {
  const servers = await nameServer(() => null);
  let isOver = false;
  const lost = Promise.allSettled(Array.from({ length: 12 }, (_, at) => resolveAside(`n${at}.test`, servers))).then(
    (results) => {
      isOver = true;
      return results;
    },
  );

  await readFile("package.json");
  expect(isOver).toBe(false);

  for (const result of await lost) expect(result).toMatchObject({ reason: { reason: "unresolvable" } });
}, 20_000);
