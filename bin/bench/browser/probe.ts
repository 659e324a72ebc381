/** What has to stand on the page for a measure to be over. */
export type Goal =
  { kind: "row"; id: number } | { kind: "message"; threadId: number } | { kind: "composer" } | { kind: "sent" };

export type Probe = {
  /** Begins to watch: time runs from the next press, key or input. */
  arm: (goal: Goal) => void;
  /** Resolves with ms from that event to the frame after the one that shows the goal. */
  result: () => Promise<number>;
  /** When the goal was painted, as Date.now() says it; for what begins outside of the browser. */
  shownAt: () => Promise<number>;
  /** When the page had the answer to what it posted after that event, and how long that took; ms from the event. */
  posted: () => Promise<{ answeredAt: number; took: number }>;
  /** ms from the page's address to its first rows, and to when they take presses. */
  firstRows: Promise<number>;
  awake: Promise<number>;
};

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Runs in each page before its own scripts; nothing from outside of this function is known there. */
export function installProbe(): void {
  const FRAME_MS = 1000 / 60;
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  /** Resolves once the frame that has begun has been handed over to be drawn: its own work comes before any other task. */
  const handedOver = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => (port1.close(), resolve()));
      port1.start();
      port2.postMessage(null);
    });
  /** The frame that shows what is there now is on the screen when the next one is due, however late other work lets that begin. */
  const painted = async () => {
    const begun = await frame();
    await handedOver();
    return Math.max(performance.now(), begun + FRAME_MS);
  };
  const isInView = (element: Element | null): boolean => {
    const box = element?.getBoundingClientRect();
    return box !== undefined && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  };
  let former = new Set<string | null>();
  const messagesShown = () => [...document.querySelectorAll("[data-message]")];
  const isReached = (goal: Goal): boolean => {
    if (goal.kind === "row") return isInView(document.querySelector(`[data-thread="${goal.id}"]`));
    if (goal.kind === "message")
      return (
        location.pathname.endsWith(`/${goal.threadId}`) &&
        messagesShown().some((each) => !former.has(each.getAttribute("data-message")) && isInView(each))
      );
    const composer = document.querySelector("[data-composer]");
    if (goal.kind === "sent") return composer === null;
    const focused = document.activeElement;
    return focused instanceof HTMLElement && focused.isContentEditable && composer?.contains(focused) === true;
  };
  const until = (reached: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      if (reached()) return resolve();
      const look = () => {
        if (!reached()) return;
        watching.disconnect();
        document.removeEventListener("focusin", look);
        resolve();
      };
      const watching = new MutationObserver(look);
      watching.observe(document, { subtree: true, childList: true, attributes: true });
      document.addEventListener("focusin", look);
    });

  const BEGINNINGS = ["mousedown", "keydown", "input"] as const;
  let began = 0;
  let ended: Promise<number> = Promise.resolve(0);
  performance.setResourceTimingBufferSize(5_000);
  // An action is posted to the page's own address; what is read from there has a parameter of its own.
  const posts = () =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).filter(
      ({ initiatorType, name }) => initiatorType === "fetch" && name === location.href.replace(/#.*/, ""),
    );
  const firstRow = () => document.querySelector("[data-thread]");
  const firstRows = until(() => isInView(firstRow())).then(painted);
  window.probe = {
    arm: (goal) => {
      former = new Set(messagesShown().map((each) => each.getAttribute("data-message")));
      const begin = (event: Event) => {
        began = event.timeStamp;
        for (const name of BEGINNINGS) removeEventListener(name, begin, true);
      };
      for (const name of BEGINNINGS) addEventListener(name, begin, { capture: true });
      ended = until(() => isReached(goal)).then(painted);
    },
    result: async () => (await ended) - began,
    shownAt: async () => performance.timeOrigin + (await ended),
    posted: async () => {
      await ended;
      for (;;) {
        const entry = posts().find(({ startTime }) => startTime >= began);
        if (entry) return { answeredAt: entry.responseEnd - began, took: entry.responseEnd - entry.startTime };
        await frame();
      }
    },
    firstRows,
    awake: firstRows.then(async () => {
      // React hangs its properties on what it has taken over.
      while (!Object.keys(firstRow() ?? {}).some((key) => key.startsWith("__reactProps"))) await frame();
      return performance.now();
    }),
  };
}
