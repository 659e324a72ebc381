import { useEffect, useEffectEvent, useRef, type RefObject } from "react";
import type { ActionResult } from "@/lib/actions/action";

type Act<Input, Data> = (input: Input) => Promise<ActionResult<Data>>;

/**
 * Whether a form holds something else than what is stored: what it held when it was drawn, and after that what was last saved.
 * `saving` wraps the form's action, so that this is known.
 */
export function useUnsaved<Input>(form: RefObject<HTMLFormElement | null>, read: (data: FormData) => Input) {
  const stored = useRef<string | null>(null);
  const now = () => (form.current ? JSON.stringify(read(new FormData(form.current))) : null);
  const begin = useEffectEvent(() => (stored.current = now()));
  useEffect(() => void begin(), []);
  return {
    isChanged: () => now() !== stored.current,
    saving:
      <Data>(act: Act<Input, Data>): Act<Input, Data> =>
      async (input) => {
        const result = await act(input);
        if (result.ok) stored.current = JSON.stringify(input);
        return result;
      },
  };
}
