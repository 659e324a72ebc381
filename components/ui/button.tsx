import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { cn } from "./cn";
import { buttonClass, type ButtonSize, type ButtonVariant } from "./button-class";
import { Spinner } from "./spinner";

export type ButtonProps = Omit<ComponentProps<"button">, "type"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  type?: "button" | "submit";
  /** Shows that its work is under way and takes no second press; focus stays. */
  pending?: boolean;
  /** A 15 px icon before the words. */
  icon?: ReactNode;
};

/** A button whose words say what will happen. One `primary` a view. */
export function Button({
  variant,
  size,
  pending = false,
  icon,
  type = "button",
  className,
  disabled,
  onClick,
  ...rest
}: ButtonProps) {
  const { children, ...props } = rest;
  return (
    <button
      {...props}
      type={type}
      disabled={disabled && !pending}
      data-disabled={disabled || pending ? "" : undefined}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? refuse : onClick}
      className={cn(buttonClass({ variant, size }), className)}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}

/** A form is not sent either. */
function refuse(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
