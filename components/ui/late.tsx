import { useEffect, useState, type ComponentType, type ReactNode } from "react";
import { tellLateFailure } from "./late-failures";

/**
 * A component whose code is read when it is first shown, or before by `load`. Once it has been read it is drawn at once: a
 * suspended one would be held back by React for 300 ms. One that cannot be read leaves the page as it is, and is read again
 * when the network is back.
 * @param waiting what stands in its place until then, unless it is given what does (`meanwhile`)
 * @param Failed what stands there when it could not be read; without it a toast says so
 */
export function late<Props extends object>(
  read: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
  Failed: ComponentType<{ again: () => void }> | null = null,
) {
  let known: ComponentType<Props> | null = null;
  const load = async () => (known ??= await read());
  function Late({ meanwhile, ...given }: Props & { meanwhile?: ReactNode }) {
    const props = given as unknown as Props;
    const [Loaded, setLoaded] = useState(() => known);
    const [hasFailed, setFailed] = useState(false);
    const again = () => setFailed(false);
    useEffect(() => {
      if (Loaded || hasFailed) return undefined;
      let isWanted = true;
      const fail = () => {
        if (!isWanted) return;
        setFailed(true);
        if (!Failed) tellLateFailure();
      };
      load().then((found) => isWanted && setLoaded(() => found), fail);
      return () => void (isWanted = false);
    }, [Loaded, hasFailed]);
    useEffect(() => {
      if (!hasFailed) return undefined;
      window.addEventListener("online", again);
      return () => window.removeEventListener("online", again);
    }, [hasFailed]);
    if (Loaded) return <Loaded {...props} />;
    return hasFailed && Failed ? <Failed again={again} /> : (meanwhile ?? waiting);
  }
  /** Begins to read it; a failure is told when it is to be shown. */
  return Object.assign(Late, { load: () => void load().catch(() => undefined) });
}
