import { useEffect, useState, type ComponentType, type ReactNode } from "react";

/**
 * A component whose code is read when it is first shown, or before by `load`. Once it has been read it is drawn at once: a
 * suspended one would be held back by React for 300 ms.
 * @param waiting what stands in its place until then
 */
export function late<Props extends object>(read: () => Promise<ComponentType<Props>>, waiting: ReactNode = null) {
  let known: ComponentType<Props> | null = null;
  const load = async () => (known ??= await read());
  function Late(props: Props) {
    const [Loaded, setLoaded] = useState(() => known);
    const [failure, setFailure] = useState<unknown>(null);
    useEffect(() => {
      if (Loaded) return undefined;
      let isWanted = true;
      load().then(
        (found) => isWanted && setLoaded(() => found),
        (error: unknown) => isWanted && setFailure(error),
      );
      return () => void (isWanted = false);
    }, [Loaded]);
    // The page's own words for a failure.
    if (failure) throw failure;
    return Loaded ? <Loaded {...props} /> : waiting;
  }
  /** Begins to read it; a failure is told when it is to be shown. */
  return Object.assign(Late, { load: () => void load().catch(() => undefined) });
}
