import { useEffect, useState, type RefObject } from "react";

/** What a text comes to: a value, or what to say of it. */
export type Reading = { value: string } | { problem: string };

export type TypedValueProps = {
  /** Without it the field keeps its value by itself, beginning with `defaultValue`. */
  value?: string | undefined;
  defaultValue?: string | undefined;
  /** Said of an empty field where something is needed. */
  needed?: string | undefined;
  /** Tells a value only once the field is left, Enter pressed or one chosen: for what reads a list anew with each. */
  isPatient?: boolean;
  /** Null while a text stands there that is none. */
  onChange?: ((value: string | null) => void) | undefined;
  read: (text: string) => Reading;
  write: (value: string) => string;
};

/** `text`: as it was typed, null for what was understood; `over`: the value that stood there; `told`: the value that was told since. */
type Typed = { text: string | null; over: string; told: string | null; isLeft: boolean };

/**
 * A value that is typed as people write it. The text stays as it is while it is typed, and afterwards where it cannot be read;
 * what was read is written anew. A value that comes from elsewhere takes the text's place.
 */
export function useTypedValue(props: TypedValueProps, input: RefObject<HTMLInputElement | null>) {
  const { value: given, defaultValue = "", needed, isPatient = false, onChange, read, write } = props;
  const [own, setOwn] = useState(defaultValue);
  const [typed, setTyped] = useState<Typed | null>(null);
  const known = given ?? own;
  const now = typed && current(typed, known);
  if (now !== typed) setTyped(now);

  useEffect(() => {
    const form = input.current?.form;
    const reset = () => {
      setOwn(defaultValue);
      setTyped(null);
    };
    form?.addEventListener("reset", reset);
    return () => form?.removeEventListener("reset", reset);
  }, [input, defaultValue]);

  const readingOf = (text: string): Reading => {
    if (text.trim() !== "") return read(text);
    return needed ? { problem: needed } : { value: "" };
  };
  const tell = (value: string | null) => {
    setOwn(value ?? "");
    onChange?.(value);
  };
  const take = (value: string) => {
    setTyped({ text: null, over: known, told: value, isLeft: true });
    if (value !== known || now?.told === null) tell(value);
  };
  const reading: Reading = now?.text == null ? { value: now?.told ?? known } : readingOf(now.text);
  const isRead = "value" in reading;
  const text = now?.text ?? write(isRead ? reading.value : "");
  return {
    text,
    isRead,
    /** Empty for none. */
    value: isRead ? reading.value : "",
    /** What a form sends: what cannot be read as it is, for the server to refuse. */
    posted: isRead ? reading.value : text,
    /** Not yet while it is typed. */
    problem: !isRead && now?.isLeft ? reading.problem : undefined,
    type: (next: string) => {
      const read = readingOf(next);
      const told = "value" in read ? read.value : null;
      setTyped({ text: next, over: known, told: isPatient ? known : told, isLeft: false });
      if (!isPatient) tell(told);
    },
    leave: () => {
      if (now?.text == null) return;
      if (isRead) take(reading.value);
      else setTyped({ ...now, isLeft: true });
    },
    take,
  };
}

/** Whoever is told a value may give it back later, or never; any other one is from elsewhere. */
function current(typed: Typed, known: string): Typed | null {
  if (known === typed.over) return typed;
  if (known !== (typed.told ?? "")) return null;
  return typed.text === null ? null : { ...typed, over: known };
}
