import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changeFiles, type ComposerFile, type FilesAction } from "./files";
import { endUploads, HeldUploads, moveUploads, uploadsAt } from "./held-uploads";
import type { uploadFile, UploadOutcome } from "./upload-file";

const page = { addEventListener: vi.fn(), removeEventListener: vi.fn() };
beforeEach(() => Object.entries(page).forEach(([name, spy]) => vi.stubGlobal(name, spy)));
const begun: HeldUploads[] = [];
afterEach(() => {
  begun.splice(0).forEach((uploads) => uploads.stop());
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const DECK = new File(["deck"], "deck.pdf", { type: "application/pdf" });
const CHART = new File(["chart"], "chart.png", { type: "image/png" });

/** Uploads whose bytes go on as the test says. */
function uploading() {
  const told: Parameters<typeof uploadFile>[1][] = [];
  const ends: ((outcome: UploadOutcome) => void)[] = [];
  const stop = vi.fn();
  const uploads = new HeldUploads((_file, each) => {
    told.push(each);
    return { done: new Promise((resolve) => ends.push(resolve)), stop, hurry: vi.fn() };
  });
  begun.push(uploads);
  const arrive = async (at: number) => {
    ends[at]!({ state: "uploaded", id: `upload-${at}` });
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { uploads, told, stop, arrive };
}

/** A composer as it takes what it is told. */
function composer(uploads: HeldUploads) {
  const seen = { files: [] as ComposerFile[], pictures: [] as string[], hasText: true, end: () => {} };
  const end = uploads.listen({
    change: (action: FilesAction) => (seen.files = changeFiles(seen.files, action)),
    onPicture: ({ uploadId }) => (seen.hasText ? seen.pictures.push(uploadId) > 0 : false),
  });
  seen.end = () => end();
  return seen;
}

test("a file that is on its way when the draft is put aside goes on, and is there when it is taken up again", async () => {
  const { uploads, told, arrive, stop } = uploading();
  const first = composer(uploads);
  uploads.add([DECK], false);
  told[0]!.onProgress(2);
  first.end();
  expect(stop).not.toHaveBeenCalled();

  const second = composer(uploads);
  expect(second.files).toMatchObject([{ fileName: "deck.pdf", state: "uploading", sent: 2 }]);
  second.end();
  await arrive(0);
  const third = composer(uploads);

  expect(third.files).toMatchObject([{ fileName: "deck.pdf", state: "ready", uploadId: "upload-0" }]);
  third.end();
  // It is the draft's now, which names it when it is opened again.
  expect(composer(uploads).files).toEqual([]);
});

test("a file that arrives while nobody writes is kept with the draft, once, unless that is gone", async () => {
  const { uploads, arrive } = uploading();
  const kept: string[] = [];
  uploads.listen({ change: () => undefined, onPicture: () => false })(({ fileName }) => {
    kept.push(fileName);
    return kept.length === 2;
  });
  uploads.add([DECK, DECK, CHART], false);
  await arrive(0);
  await arrive(1);
  expect(kept).toEqual(["deck.pdf", "deck.pdf"]);
  // The first was not taken: whoever writes next gets it.
  expect(composer(uploads).files).toMatchObject([{ uploadId: "upload-0" }, { fileName: "chart.png" }]);
});

test("a picture that arrives while nobody writes comes into the text of who writes next, once", async () => {
  const { uploads, arrive } = uploading();
  const first = composer(uploads);
  uploads.add([CHART], true);
  first.end();
  await arrive(0);

  expect(first.pictures).toEqual([]);
  const second = composer(uploads);
  expect(second.pictures).toEqual(["upload-0"]);
  second.end();
  expect(composer(uploads).pictures).toEqual([]);
});

test("the browser asks before a page is left that is still uploading", async () => {
  const { uploads, arrive } = uploading();
  composer(uploads);
  uploads.add([DECK], false);
  expect(page.addEventListener).toHaveBeenCalledWith("beforeunload", expect.any(Function));
  await arrive(0);
  expect(page.removeEventListener).toHaveBeenCalledWith("beforeunload", page.addEventListener.mock.calls[0]![1]);
});

test("what was thrown away goes on for the same draft alone, and what is over for nobody", () => {
  const uploads = uploadsAt("ines 7", "draft-1");
  moveUploads("ines 7", "draft-1");
  expect(uploadsAt("ines 7", "draft-2")).not.toBe(uploads);
  expect(uploadsAt("ines 7", "draft-1")).toBe(uploads);
  endUploads("ines 7");
  expect(uploadsAt("ines 7", "draft-1")).not.toBe(uploads);
});

test("a picture that arrives before there is a text waits for it, also over another composer", async () => {
  const { uploads, arrive } = uploading();
  const first = composer(uploads);
  first.hasText = false;
  uploads.add([CHART], true);
  await arrive(0);
  first.end();

  const second = composer(uploads);
  uploads.offer();

  expect(first.pictures).toEqual([]);
  expect(second.pictures).toEqual(["upload-0"]);
  expect(uploads.isBusy).toBe(false);
});

test("who has ended listening silences nobody who came after", async () => {
  const { uploads, arrive } = uploading();
  const first = composer(uploads);
  uploads.add([DECK], false);
  const second = composer(uploads);
  first.end();
  await arrive(0);

  expect(second.files).toMatchObject([{ state: "ready" }]);
});
