import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { uploadFile } from "./upload-file";

/** A request whose other end is the test. */
class Request {
  static all: Request[] = [];
  upload: { onprogress?: (event: { loaded: number }) => void } = {};
  status = 0;
  responseText = "";
  isAborted = false;
  line = "";
  onload?: () => void;
  onabort?: () => void;
  onloadend?: () => void;
  open(method: string, path: string) {
    this.line = `${method} ${path}`;
  }
  setRequestHeader() {}
  send() {
    Request.all.push(this);
  }
  abort() {
    this.isAborted = true;
    this.onabort?.();
    this.onloadend?.();
  }
  async answer(offset: number, isWhole = false) {
    this.status = 200;
    this.responseText = JSON.stringify({ id: "u1", offset, isWhole });
    this.onload?.();
    this.onloadend?.();
    await vi.advanceTimersByTimeAsync(0);
  }
}

const SIZE = 1000;
const page = new EventTarget();
const newest = () => Request.all.at(-1)!;
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

beforeEach(() => {
  Request.all = [];
  vi.useFakeTimers();
  vi.stubGlobal("XMLHttpRequest", Request);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A file whose one part is on its way. */
async function onItsWay() {
  const waiting: boolean[] = [];
  const told = { onProgress: () => {}, onWaiting: (isWaiting: boolean) => void waiting.push(isWaiting) };
  const upload = uploadFile(new File(["x".repeat(SIZE)], "deck.pdf"), told);
  await newest().answer(0);
  expect(newest().line).toBe("PUT /api/uploads/u1/parts?offset=0");
  return { upload, waiting };
}

test("a part on a connection that died without a word is given up, and goes on where the server says", async () => {
  const { upload, waiting } = await onItsWay();
  await seconds(29);
  expect(newest().isAborted).toBe(false);
  await seconds(1);
  expect(newest().isAborted).toBe(true);
  expect(waiting).toEqual([true]);
  await seconds(1);
  expect(newest().line).toBe("GET /api/uploads/u1/parts");
  await newest().answer(0);
  expect(waiting).toEqual([true, false]);
  expect(newest().line).toBe("PUT /api/uploads/u1/parts?offset=0");
  await newest().answer(SIZE, true);
  expect(await upload.done).toEqual({ state: "uploaded", id: "u1" });
});

test("bytes that leave are patience anew, and where nothing comes through each try has more of it", async () => {
  const { upload } = await onItsWay();
  for (let sent = 0; sent < 5; sent++) {
    await seconds(29);
    newest().upload.onprogress!({ loaded: sent });
  }
  expect(newest().isAborted).toBe(false);
  await seconds(31);
  expect(newest().line).toBe("GET /api/uploads/u1/parts");
  await newest().answer(0);

  await seconds(59);
  expect(newest()).toMatchObject({ line: "PUT /api/uploads/u1/parts?offset=0", isAborted: false });
  await newest().answer(SIZE, true);
  expect(await upload.done).toEqual({ state: "uploaded", id: "u1" });
  const requests = Request.all.length;
  page.dispatchEvent(new Event("online"));
  await seconds(300);
  expect(Request.all).toHaveLength(requests);
});

test("online again, or asked for, a request that hangs is tried anew at once", async () => {
  const { upload } = await onItsWay();
  const hanging = newest();
  page.dispatchEvent(new Event("online"));
  await seconds(0);
  expect(hanging.isAborted).toBe(true);
  expect(newest().line).toBe("GET /api/uploads/u1/parts");

  upload.hurry();
  await seconds(0);
  expect(Request.all.slice(-2).map(({ line, isAborted }) => [line, isAborted])).toEqual([
    ["GET /api/uploads/u1/parts", true],
    ["GET /api/uploads/u1/parts", false],
  ]);
  upload.stop();
  await seconds(0);
  expect(await upload.done).toEqual({ state: "stopped" });
  expect(newest().isAborted).toBe(true);
});

test("a pause ends early as well", async () => {
  const { upload } = await onItsWay();
  await seconds(30);
  const requests = Request.all.length;
  upload.hurry();
  await seconds(0);
  expect(Request.all).toHaveLength(requests + 1);
  upload.stop();
});
