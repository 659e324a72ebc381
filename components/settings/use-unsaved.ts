import { useCallback, useEffect, useRef } from "react";
import type { ActionResult } from "@/lib/actions/action";

type Act<Input, Data> = (input: Input) => Promise<ActionResult<Data>>;

/**
 * Whether a form holds something else than what is stored: what it held when it came, after that what was last saved, and once it is
 * emptied for the next what it held when it came. `ref` is for the form, which may come later, as in a dialog; `saving` wraps its action.
 */
export function useUnsaved<Input>(read: (data: FormData) => Input) {
  const form = useRef<HTMLFormElement | null>(null);
  const stored = useRef("");
  const latest = useRef(read);
  useEffect(() => void (latest.current = read));
  const ref = useCallback((element: HTMLFormElement) => {
    const first = JSON.stringify(latest.current(new FormData(element)));
    const begin = () => void (stored.current = first);
    begin();
    form.current = element;
    element.addEventListener("reset", begin);
    return () => {
      form.current = null;
      element.removeEventListener("reset", begin);
    };
  }, []);
  return {
    ref,
    isChanged: () => form.current !== null && JSON.stringify(read(new FormData(form.current))) !== stored.current,
    saving:
      <Data>(act: Act<Input, Data>): Act<Input, Data> =>
      async (input) => {
        const result = await act(input);
        if (result.ok) stored.current = JSON.stringify(input);
        return result;
      },
  };
}
