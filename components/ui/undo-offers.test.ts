import { expect, test, vi } from "vitest";
import { endUndo, hasUndo, offerUndo, takeUndo } from "./undo-offers";

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
