type Key = Pick<KeyboardEvent, "isComposing" | "keyCode">;

/**
 * Whether a key belongs to an input method that still composes a word, as for Japanese: Enter takes the word then and does
 * nothing else. Of the Enter that ends it Safari says no more than the code 229.
 */
export function isComposing(event: Key | { nativeEvent: Key }): boolean {
  const key = "nativeEvent" in event ? event.nativeEvent : event;
  return key.isComposing || key.keyCode === 229;
}
