import type { VariableSource } from "@/lib/domain/template-variables";

/** What stands behind "/" at the caret: the range of it in the document, and where it is on the screen. */
export type TemplateAsked = { query: string; from: number; to: number; place: () => DOMRect | null };

/**
 * What an editor and the list of its templates tell each other: what is asked for at the caret, which keys the list takes, and
 * what fills the variables. It holds nothing of the editor's library, so that it is there before that is loaded.
 */
export class TemplateStore {
  #asked: TemplateAsked | null = null;
  #source: VariableSource | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #onSource = new Set<() => void>();
  #mark = "";
  #onKey: (event: KeyboardEvent) => boolean = () => false;
  /** Chooses the first open variable in the text; false when there is none. */
  show: () => boolean = () => false;

  subscribe = (listener: () => void): (() => void) => subscribed(this.#listeners, listener);
  subscribeSource = (listener: () => void): (() => void) => subscribed(this.#onSource, listener);
  /** Whether the open list has a use for a key. */
  takesKey = (event: KeyboardEvent): boolean => this.#onKey(event);
  asked = (): TemplateAsked | null => this.#asked;
  source = (): VariableSource | null => this.#source;

  /** The list says what it does with keys, until it ends. */
  hearKeys(onKey: (event: KeyboardEvent) => boolean): () => void {
    this.#onKey = onKey;
    return () => void (this.#onKey = () => false);
  }

  ask(asked: TemplateAsked | null): void {
    this.#asked = asked;
    for (const tell of this.#listeners) tell();
  }

  /** A button has put in the mark that asks ("/", or " /" after a word): nobody typed it. */
  marked(mark: string): void {
    this.#mark = mark;
  }

  /** @returns the mark that a button put in, once; "" when it was typed */
  takeMark(): string {
    const mark = this.#mark;
    this.#mark = "";
    return mark;
  }

  /** What is known of whom the text is for; without it only names that are no variables are open. */
  fillFrom(source: VariableSource | null): void {
    this.#source = source;
    for (const tell of this.#onSource) tell();
  }
}

function subscribed(all: Set<() => void>, one: () => void): () => void {
  all.add(one);
  return () => void all.delete(one);
}
