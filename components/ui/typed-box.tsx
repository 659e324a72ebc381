import { useId, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { cn } from "./cn";
import { FieldError } from "./field";
import { Input } from "./input";
import { useAfterPress } from "./use-after-press";
import type { useTypedValue } from "./use-typed-value";

/** What a field that is typed takes from where it stands, as any other control. */
export type TypedAttributes = {
  id?: string;
  /** Its value, not its text, is sent with the form around it. */
  name?: string;
  placeholder?: string;
  "aria-label"?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  className?: string;
  inputClassName?: string;
  /** Whoever shows the field says by itself what is wrong with it. */
  isProblemTold?: boolean;
};

type TypedBoxProps = TypedAttributes & {
  model: ReturnType<typeof useTypedValue>;
  input: RefObject<HTMLInputElement | null>;
  box: RefObject<HTMLSpanElement | null>;
  /** What makes the text field one with a list below it. */
  combobox?: Record<string, unknown>;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onBlur?: () => void;
  onPointerDown?: () => void;
  /** The button at its end. */
  opener: ReactNode;
  /** What it opens. */
  children: ReactNode;
};

/** A text field with a button at its end, and below it what is wrong with the text. */
export function TypedBox(props: TypedBoxProps) {
  const { model, input, box, combobox, opener, children, name, className, inputClassName, isProblemTold } = props;
  const { id, placeholder, "aria-label": label, "aria-describedby": described, "aria-invalid": isRefused } = props;
  const errorId = useId();
  const afterPress = useAfterPress();
  const leave = () => {
    model.leave();
    props.onBlur?.();
  };
  const said = isProblemTold ? undefined : model.problem;
  return (
    <span className={cn("inline-flex min-w-0 flex-col gap-1 base:w-full", className)}>
      <span ref={box} className="relative flex">
        <Input
          ref={input}
          id={id}
          placeholder={placeholder}
          aria-label={label}
          aria-describedby={[said ? errorId : null, described].filter(Boolean).join(" ") || undefined}
          aria-invalid={model.problem !== undefined || isRefused || undefined}
          data-unread={model.isRead ? undefined : ""}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          {...combobox}
          value={model.text}
          onChange={({ target }) => model.type(target.value)}
          onPointerDown={props.onPointerDown}
          onKeyDown={props.onKeyDown}
          // What is wrong is said below, and moves what is pressed: not before the press has arrived.
          onBlur={() => afterPress(leave)}
          className={cn("pr-8 tabular-nums touch:pr-11", inputClassName)}
        />
        <span className="absolute inset-y-0 right-0 flex items-center pr-0.5 touch:pr-0">{opener}</span>
      </span>
      {name ? <input type="hidden" name={name} value={model.posted} /> : null}
      {said ? <FieldError id={errorId}>{said}</FieldError> : null}
      {children}
    </span>
  );
}
