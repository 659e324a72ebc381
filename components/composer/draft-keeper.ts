import type { DraftContent } from "@/lib/domain/draft";
import { isSameContent, type DraftCopy, type SavedDraft } from "./saved-draft";
import { savedAtOfOwn, withNewest } from "./underway";

/** What another window has saved in the same draft; null when it could not be read, or is there no more (`isGone`). */
export type OtherVersion = SavedDraft | null;

/** What was found where a draft had changed. */
export type FoundVersion = { other: OtherVersion; isGone?: true };

/** What the composer says about its draft: nothing yet, saved at a time, kept in this browser only, or changed elsewhere. */
export type KeepingState =
  | { state: "untouched" | "saving" | "already_sent" }
  | ({ state: "changed_elsewhere" } & FoundVersion)
  | { state: "saved"; at: string }
  | { state: "local"; since: string };

/** The server's answer: the id that the draft has there (another window may have begun it), or why it was not taken. */
export type SaveOutcome =
  | { ok: true; draftId: string; savedAt: string }
  | ({ ok: false; conflict: "changed_elsewhere" } & FoundVersion)
  | { ok: false; conflict: "already_sent" | null };

type Surroundings = {
  draftId: string;
  /** When this draft was saved last as far as this window knows; null for a new one. */
  savedAt: string | null;
  /** What was on its way when the window ended that it was restored from: the server may have it. */
  underway?: DraftContent[];
  /** What was handed over to be sent by the window that it was restored from, without an answer. */
  sent?: DraftContent[];
  save: (draftId: string, content: DraftContent, basedOn: string | null) => Promise<SaveOutcome>;
  /** The copy in this browser; null takes it away. */
  keepCopy: (copy: DraftCopy | null) => void;
  /** Its words were sent or thrown away: no copy that it goes on from is of use any more. */
  onForgotten?: () => void;
  /** The server has this now: the page shows it wherever else it shows the draft. */
  onSaved: (saved: SavedDraft) => void;
  now: () => Date;
};

/** Saved within a second of the last key, the way to the server and back included; while somebody types on, every other second. */
const AFTER_TYPING_MS = 400;
const WHILE_TYPING_MS = 2_000;
const AFTER_FAILURE_MS = 8_000;

/**
 * Saves a draft soon after each change, one save at a time and the newest last. What the server does not have
 * yet lies in this browser; failures are tried again until `stop`.
 */
export class DraftKeeper {
  #state: KeepingState = { state: "untouched" };
  #wanted: DraftContent | null = null;
  #newest: DraftContent | null = null;
  /** On its way to the server, or lost on the way: the server may have it. */
  #underway: DraftContent[];
  #sent: DraftContent[];
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Since when something waits to be saved. */
  #since: number | null = null;
  #stopped = false;
  #draftId: string;
  #basedOn: string | null;
  readonly #listeners = new Set<() => void>();
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#draftId = around.draftId;
    this.#basedOn = around.savedAt;
    this.#underway = around.underway ?? [];
    this.#sent = around.sent ?? [];
    if (around.savedAt) this.#state = { state: "saved", at: around.savedAt };
  }

  /** The id under which the draft is kept, and under which it is sent. */
  get draftId(): string {
    return this.#draftId;
  }

  /** When the server's version was saved that this one goes on from; null when it has none as far as this window knows. */
  get savedAt(): string | null {
    return this.#basedOn;
  }

  /** What the server does not have yet of a draft that is still kept: it waits, or is on its way. */
  get unsaved(): DraftContent | null {
    if (this.#stopped) return null;
    return this.#wanted ?? (this.#running ? this.#newest : null);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): KeepingState => this.#state;

  /** Takes a new content: kept in this browser at once, saved when typing pauses. */
  change(content: DraftContent): void {
    if (this.#stopped) return;
    this.#wanted = content;
    this.#newest = content;
    this.#keepCopy(content);
    if (this.#state.state === "changed_elsewhere") return;
    const now = this.#around.now().getTime();
    this.#since ??= now;
    this.#in(Math.max(0, Math.min(AFTER_TYPING_MS, this.#since + WHILE_TYPING_MS - now)));
  }

  /** Whether another window's version, saved later, may take the place of this window's: all of this one is saved. */
  mayFollow({ draftId, savedAt }: SavedDraft): boolean {
    const isAtRest = this.#state.state === "saved" && !this.#stopped && this.unsaved === null;
    return isAtRest && draftId === this.#draftId && this.#basedOn !== null && savedAt > this.#basedOn;
  }

  /** This window shows what another one has saved, and goes on from there. */
  follow({ savedAt }: SavedDraft): void {
    this.#basedOn = savedAt;
    this.#say({ state: "saved", at: savedAt });
  }

  /**
   * After a conflict: this window's text wins over the version that was shown, not over one that came still later. Without a
   * version to show it asks for it again.
   */
  overwrite(): Promise<void> {
    if (this.#state.state === "changed_elsewhere") {
      const { other, isGone } = this.#state;
      if (other || isGone) this.#basedOn = other?.savedAt ?? null;
    }
    this.#say({ state: "saving" });
    return this.flush();
  }

  /** Saves now what is not saved yet; for leaving the page or closing the composer. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    return (this.#running ??= this.#saveAll().finally(() => (this.#running = null)));
  }

  /** Saves nothing any more, once a save under way has ended: what was sent or thrown away must not come back as a draft. */
  async stop({ forget = true } = {}): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
    if (!forget) return;
    this.#around.keepCopy(null);
    this.#around.onForgotten?.();
  }

  /** These words are being sent: should the answer not come, a copy of them knows that they may have left. */
  handOver(content: DraftContent): void {
    this.#sent = [...this.#sent.slice(-MANY_SENT), content];
    if (this.unsaved) this.#keepCopy(this.unsaved);
  }

  /** They did not leave: the server said so. */
  takeBack(content: DraftContent): void {
    this.#sent = this.#sent.filter((one) => !isSameContent(one, content));
    if (this.#wanted) this.#keepCopy(this.#wanted);
  }

  /** Whether these very words were handed over, and no answer came that says otherwise. */
  mayHaveLeft(content: DraftContent): boolean {
    return this.#sent.some((one) => isSameContent(one, content));
  }

  /** Words that the server has stand in what is kept here from now on: replacing them there loses nothing. */
  takeIn(content: DraftContent): void {
    this.#underway = withNewest(this.#underway, content);
  }

  /** It turned out that another window has sent it. */
  foundSent(): void {
    this.#say({ state: "already_sent" });
  }

  /** A version was saved since the one that is sent. @returns whether it is this window's own and may be sent over; else it is shown */
  foundChanged(content: DraftContent, found: FoundVersion): boolean {
    const own = savedAtOfOwn(found.other, [...this.#underway, content]);
    if (own) this.#basedOn = own;
    else this.#failed(content, { ok: false, conflict: "changed_elsewhere", ...found });
    return own !== null;
  }

  /** Goes on after a send that was refused. */
  resume(): void {
    this.#stopped = false;
    if (this.#wanted && this.#state.state !== "changed_elsewhere") this.#in(AFTER_TYPING_MS);
  }

  async #saveAll(): Promise<void> {
    while (this.#wanted && !this.#stopped) {
      const content = this.#wanted;
      this.#wanted = null;
      this.#since = null;
      this.#say({ state: "saving" });
      this.#underway = withNewest(this.#underway, content);
      const outcome = await this.#around.save(this.#draftId, content, this.#basedOn).catch(() => FAILED);
      const own = outcome.ok || !("other" in outcome) ? null : savedAtOfOwn(outcome.other, this.#underway);
      if (own) {
        this.#basedOn = own;
        this.#wanted ??= content;
        continue;
      }
      if (!outcome.ok) return this.#failed(content, outcome);
      this.#underway = [];
      this.#draftId = outcome.draftId;
      this.#basedOn = outcome.savedAt;
      this.#around.onSaved({ draftId: outcome.draftId, content, savedAt: outcome.savedAt });
      if (this.#wanted) this.#keepCopy(this.#wanted);
      else if (!this.#stopped) this.#around.keepCopy(null);
      this.#say({ state: "saved", at: outcome.savedAt });
    }
  }

  #failed(content: DraftContent, outcome: Extract<SaveOutcome, { ok: false }>): void {
    this.#wanted ??= content;
    if (outcome.conflict === "changed_elsewhere") {
      const { conflict: state, other, isGone } = outcome;
      return this.#say({ state, other, ...(isGone ? { isGone } : {}) });
    }
    if (outcome.conflict) return this.#say({ state: outcome.conflict });
    const since = this.#state.state === "local" ? this.#state.since : this.#around.now().toISOString();
    this.#say({ state: "local", since });
    if (!this.#stopped) this.#in(AFTER_FAILURE_MS);
  }

  #keepCopy(content: DraftContent): void {
    const { keepCopy, now } = this.#around;
    const keptAt = now().toISOString();
    const known = { basedOn: this.savedAt, underway: this.#underway, sent: this.#sent };
    keepCopy({ draftId: this.#draftId, content, keptAt, ...known });
  }

  #in(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  #say(state: KeepingState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const MANY_SENT = 3;
const FAILED: SaveOutcome = { ok: false, conflict: null };
