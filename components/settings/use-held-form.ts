import type { ActionResult } from "@/lib/actions/action";
import { useActionForm } from "./use-action-form";
import { useAskBeforeLeaving } from "./use-ask-before-leaving";
import { useUnsaved } from "./use-unsaved";

type HeldForm<Input, Data> = {
  act: (input: Input) => Promise<ActionResult<Data>>;
  read: (data: FormData) => Input;
  onDone: (data: Data, form: HTMLFormElement) => void | Promise<void>;
};

/**
 * A form as `useActionForm`, whose page is not left unasked while something in it is not saved. `attributes` are the form's, `question`
 * is drawn in it; `leave` asks before its dialog closes.
 */
export function useHeldForm<Input, Data>({ act, read, onDone }: HeldForm<Input, Data>) {
  const { ref, isChanged, saving } = useUnsaved(read);
  const { leave, question } = useAskBeforeLeaving(isChanged);
  const { submit, ...form } = useActionForm(saving(act), onDone);
  return { ...form, leave, question, attributes: { ref, noValidate: true, onSubmit: submit(read) } };
}
