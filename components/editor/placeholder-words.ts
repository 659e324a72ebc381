/** What an empty text asks for, as long as its editor is open: it may become another thing. */
export class PlaceholderWords {
  #now: string;

  constructor(first: string) {
    this.#now = first;
  }

  readonly read = (): string => this.#now;

  take(next: string): void {
    this.#now = next;
  }
}
