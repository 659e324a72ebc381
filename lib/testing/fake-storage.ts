/** A browser's storage as the web has it: what is kept are its keys. */
export function fakeStorage(): Storage {
  const methods = {
    getItem: (key: string) => (Object.hasOwn(kept, key) ? kept[key]! : null),
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void Reflect.deleteProperty(kept, key),
  };
  const kept: Record<string, string> = Object.create(methods) as Record<string, string>;
  Object.defineProperty(kept, "length", { get: () => Object.keys(kept).length });
  return kept as unknown as Storage;
}
