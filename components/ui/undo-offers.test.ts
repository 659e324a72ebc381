import { expect, test, vi } from "vitest";
import { endUndo, hasUndo, offerAhead, offerUndo, takeUndo } from "./undo-offers";

test("the newest thing is taken back first", () => {
  const done: string[] = [];
  offerUndo({ of: "thread 1", undo: () => done.push("thread 1") });
  offerUndo({ of: "thread 2", undo: () => done.push("thread 2") });

  takeUndo();
  takeUndo();

  expect(done).toEqual(["thread 2", "thread 1"]);
  expect(hasUndo()).toBe(false);
});

test("two offers for the same thing take it back once", () => {
  const toast = { of: "reply 7", undo: vi.fn<() => void>(), onTaken: vi.fn<() => void>() };
  const card = { of: "reply 7", undo: vi.fn<() => void>() };
  offerUndo(toast);
  offerUndo(card);

  takeUndo();
  takeUndo();

  expect(card.undo).toHaveBeenCalledOnce();
  expect(toast.undo).not.toHaveBeenCalled();
  expect(toast.onTaken).toHaveBeenCalledOnce();
});

test("an offer that is repeated later has the place of the first", () => {
  const done: string[] = [];
  const withdraw = offerUndo({ of: "batch 1", undo: () => done.push("too early") });
  offerUndo({ of: "batch 2", undo: () => done.push("batch 2") });
  offerUndo({ of: "batch 1", undo: () => done.push("batch 1") });
  withdraw();

  takeUndo();
  takeUndo();

  expect(done).toEqual(["batch 2", "batch 1"]);
});

test("what was withdrawn is not taken back", () => {
  const undo = vi.fn<() => void>();
  const withdraw = offerUndo({ of: "thread 3", undo });

  withdraw();
  takeUndo();

  expect(undo).not.toHaveBeenCalled();
});

test("what is over by another way is offered no longer, and whoever offers it hears of that", () => {
  const [undo, onTaken, other] = [vi.fn<() => void>(), vi.fn<() => void>(), vi.fn<() => void>()];
  offerUndo({ of: "reply 1", undo, onTaken });
  offerUndo({ of: "reply 2", undo: other });

  endUndo("reply 1");

  expect(onTaken).toHaveBeenCalledOnce();
  takeUndo();
  expect(other).toHaveBeenCalledOnce();
  takeUndo();
  expect(undo).not.toHaveBeenCalled();
});

test("what is on its way is taken back once it is answered, and not what was done before", () => {
  const done: string[] = [];
  const withdraw = offerUndo({ of: "thread 1", undo: () => done.push("thread 1") });
  const end = offerAhead();

  takeUndo();
  expect(done).toEqual([]);
  end(
    () => done.push("taken back"),
    () => done.push("said"),
  );
  withdraw();

  expect(done).toEqual(["taken back"]);
  expect(hasUndo()).toBe(false);
});

test.each<[string, () => void, (() => void) | null, string[]]>([
  ["is said when nobody wants it back", () => undefined, () => undefined, ["said"]],
  ["is said when it cannot be taken back", takeUndo, null, ["said"]],
  ["is not said when another offer for it was taken", () => endUndo("reply 7"), () => undefined, []],
])("what was on its way %s", (_, meanwhile, undo, expected) => {
  const said: string[] = [];
  const end = offerAhead("reply 7");

  meanwhile();
  end(undo, () => said.push("said"));

  expect(said).toEqual(expected);
  expect(hasUndo()).toBe(false);
});

test("what is said of it offers it at its place", () => {
  const done: string[] = [];
  const end = offerAhead();
  const later = offerUndo({ of: "thread 2", undo: () => done.push("thread 2") });
  const withdraw: (() => void)[] = [];
  end(
    () => undefined,
    (of) => withdraw.push(offerUndo({ of, undo: () => done.push("the first") })),
  );

  takeUndo();
  takeUndo();
  later();

  expect(done).toEqual(["thread 2", "the first"]);
});
